import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { expect, it, vi } from "vitest";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { createClientDraft, CreateDialog } from "./create-dialog.tsx";
import { Properties } from "./properties.tsx";
import { renderInClients, viewed } from "./testing.tsx";

it("creates a client with every field of the record, its status and notes among them", async () => {
  const onCreated = vi.fn();
  const { actions } = renderInClients(() => (
    <CreateDialog kept={createClientDraft()} onClose={() => undefined} onCreated={onCreated} />
  ));
  actions.create.mockResolvedValue(viewed());
  fireEvent.input(screen.getByRole("textbox", { name: /^Nom/ }), { target: { value: "Atelier" } });
  fireEvent.input(screen.getByRole("textbox", { name: "Notes" }), { target: { value: "Lot 4" } });
  screen.getByRole("button", { name: /^Statut/ }).focus();
  press("ArrowDown");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("option"));
  press("ArrowDown");
  press("Enter");
  fireEvent.click(await screen.findByRole("button", { name: "Créer le client" }));
  await waitFor(() => expect(actions.create).toHaveBeenCalled());
  expect(actions.create).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ company: "Atelier", notes: "Lot 4", status: "client" }),
  );
  expect(onCreated).toHaveBeenCalledOnce();
});

it("keeps what was written when it is closed, until the client is created", async () => {
  const [open, setOpen] = createSignal(true);
  const kept = createClientDraft();
  const { actions } = renderInClients(() => (
    <Show when={open()}>
      <CreateDialog kept={kept} onClose={() => setOpen(false)} onCreated={() => setOpen(false)} />
    </Show>
  ));
  const name = () => screen.findByRole<HTMLInputElement>("textbox", { name: /^Nom/ });
  fireEvent.input(await name(), { target: { value: "Atelier" } });
  press("Escape");
  await waitFor(() => expect(open()).toBe(false));
  setOpen(true);
  expect((await name()).value).toBe("Atelier");
  actions.create.mockResolvedValue(viewed());
  fireEvent.click(screen.getByRole("button", { name: "Créer le client" }));
  await waitFor(() => expect(open()).toBe(false));
  setOpen(true);
  expect((await name()).value).toBe("");
});

it("tells in the record when a client was created", () => {
  const client = viewed({ createdAt: "2026-03-04T09:00:00.000Z" });
  renderInClients(() => <Properties client={client} />);
  const term = screen.getByText("Créé le");
  expect(term.parentElement?.querySelector("time")?.dateTime).toBe(client.createdAt);
  expect(term.parentElement?.textContent).toContain("4 mars");
});

it("takes the person to the first field that has to be mended", async () => {
  const { actions } = renderInClients(() => (
    <CreateDialog
      kept={createClientDraft()}
      onClose={() => undefined}
      onCreated={() => undefined}
    />
  ));
  const field = (name: RegExp) => screen.getByRole("textbox", { name });
  const create = async () => {
    screen.getByRole("button", { name: "Créer le client" }).click();
    await settle(20);
    return document.activeElement;
  };
  // All that is to be mended is told at once.
  fireEvent.input(field(/^E-mail/), { target: { value: "rien" } });
  fireEvent.input(field(/^Échéance/), { target: { value: "99/99" } });
  fireEvent.blur(field(/^Échéance/));
  expect(await create()).toBe(field(/^Nom/));
  const told = screen.getAllByRole("textbox").filter((box) => box.ariaInvalid === "true");
  expect(told).toEqual([field(/^Nom/), field(/^E-mail/), field(/^Échéance/)]);
  fireEvent.input(field(/^E-mail/), { target: { value: "" } });
  fireEvent.input(field(/^Échéance/), { target: { value: "" } });
  fireEvent.blur(field(/^Échéance/));
  fireEvent.input(field(/^Nom/), { target: { value: "Atelier" } });
  fireEvent.input(field(/^Montant/), { target: { value: "beaucoup" } });
  expect(await create()).toBe(field(/^Montant/));
  fireEvent.input(field(/^Montant/), { target: { value: "12" } });
  const broken = { rule: "email", path: "email" };
  actions.create.mockRejectedValue(new ApiProblem("request.invalid", 422, { issues: [broken] }));
  expect(await create()).toBe(field(/^E-mail/));
});
