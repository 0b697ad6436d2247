import { fireEvent, screen } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { describe, expect, it } from "vitest";
import type { ClientView } from "#domain/clients/model.ts";
import { press } from "#web/ui/testing.tsx";
import { createFieldSpecs } from "./field-specs.tsx";
import { Properties } from "./properties.tsx";
import { Property } from "./property.tsx";
import { renderInClients, viewed } from "./testing.tsx";

function show(field: "company" | "estimatedMinor" | "stage", client = viewed()) {
  const Shown = () => <Property client={client} spec={createFieldSpecs()[field]} />;
  return { client, ...renderInClients(() => <Shown />) };
}

const open = (name: string) =>
  fireEvent.click(screen.getByRole("button", { name: new RegExp(`^${name}`) }));
const typed = (text: string) =>
  fireEvent.input(screen.getByRole("textbox"), { target: { value: text } });

describe("Property", () => {
  it("saves on Enter and shows the value again", () => {
    const { actions, client } = show("company");
    open("Modifier Nom");
    typed("  Résidence Les Érables ");
    press("Enter");
    expect(actions.save).toHaveBeenCalledWith(client, { company: "Résidence Les Érables" });
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("drops what was typed on Escape", () => {
    const { actions } = show("company");
    open("Modifier Nom");
    typed("Autre");
    press("Escape");
    expect(actions.save).not.toHaveBeenCalled();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("saves on leaving, once", () => {
    const { actions } = show("company");
    open("Modifier Nom");
    typed("Autre");
    screen.getByRole("textbox").blur();
    expect(actions.save).toHaveBeenCalledTimes(1);
  });

  it("saves what was typed when another client takes its place, or the panel goes", () => {
    const [first, second, third] = ["0", "1", "2"].map((digit) =>
      viewed({ id: `cli_${digit.repeat(26)}`, company: `Client ${digit}` }),
    ) as [ClientView, ClientView, ClientView];
    const [client, setClient] = createSignal<ClientView | undefined>(first);
    const { actions } = renderInClients(() => (
      <Show when={client()}>
        {(now) => <Property client={now()} spec={createFieldSpecs().company} />}
      </Show>
    ));
    open("Modifier Nom");
    typed("Autre");
    // Somebody changes the same client: the editor stays.
    setClient({ ...first, version: 2, company: "De Karim" });
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("Autre");
    setClient(second);
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(actions.save).toHaveBeenCalledExactlyOnceWith(first, { company: "Autre" });
    setClient(third);
    open("Modifier Nom");
    typed("Encore");
    setClient(undefined);
    expect(actions.save).toHaveBeenLastCalledWith(third, { company: "Encore" });
  });

  it("stays open for a size while somebody changes the client", () => {
    const [client, setClient] = createSignal<ClientView>(viewed({ size: "PME" }));
    renderInClients(() => <Properties client={client()} />);
    open("Modifier Taille");
    const list = screen.getByRole("listbox");
    setClient((now) => ({ ...now, version: now.version + 1, phone: "04" }));
    expect(list.isConnected).toBe(true);
  });

  it("reads an amount as the person writes it", () => {
    const { actions, client } = show("estimatedMinor");
    open("Modifier Montant estimé");
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("45000");
    typed("48 500,50");
    press("Enter");
    expect(actions.save).toHaveBeenCalledWith(client, { estimatedMinor: 4_850_050 });
  });

  it("says why an amount is none, and saves nothing", () => {
    const { actions, client } = show("estimatedMinor");
    open("Modifier Montant estimé");
    typed("beaucoup");
    press("Enter");
    expect(actions.save).not.toHaveBeenCalled();
    expect(actions.refuse).toHaveBeenCalledWith(
      client,
      "estimatedMinor",
      expect.stringContaining("45"),
      "beaucoup",
    );
  });

  it("keeps in its place what was not taken, until it is mended or dropped", () => {
    const { actions, client, edits } = show("estimatedMinor");
    const refused = { text: "45 000 ou 50 000", why: "Un montant est un nombre." };
    const field = () => screen.getByRole<HTMLInputElement>("textbox");
    edits.refusals.keep(client.id, "estimatedMinor", refused);
    expect(screen.getByRole("button").textContent).toContain("45 000 ou 50 000");
    open("Modifier Montant estimé");
    expect([field().value, field().ariaInvalid]).toEqual([refused.text, "true"]);
    press("Escape");
    expect(screen.getByRole("button").textContent).toMatch(/45\s000/);
    edits.refusals.keep(client.id, "estimatedMinor", refused);
    open("Modifier Montant estimé");
    typed("50 000");
    press("Enter");
    expect(actions.save).toHaveBeenCalledWith(client, { estimatedMinor: 5_000_000 });
  });

  it("says that there is no amount, which is not an amount of nothing", () => {
    show("estimatedMinor", viewed({ estimatedMinor: null }));
    expect(screen.getByRole("button").textContent).toContain("Aucun montant");
    show("estimatedMinor", viewed({ estimatedMinor: 0 }));
    expect(screen.getAllByRole("button")[1]?.textContent).toContain("0,00");
  });

  it("chooses a stage by keyboard", () => {
    const { actions, client } = show("stage");
    open("Modifier Étape");
    press("ArrowDown");
    press("Enter");
    expect(actions.save).toHaveBeenCalledWith(client, { stage: "contacted" });
  });

  it("offers nothing to somebody who may only read", () => {
    show("company", viewed({ can: { write: false, delete: false } }));
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText("Résidence Les Tilleuls")).toBeTruthy();
  });
});
