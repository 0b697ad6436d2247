import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { run } from "axe-core";
import { createSignal } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { Combobox } from "./combobox.tsx";
import { DatePicker } from "./date/date-picker.tsx";
import { CommandPalette } from "./palette/command-palette.tsx";
import { press, renderUi } from "./testing.tsx";

describe("DatePicker", () => {
  const show = (language: "fr" | "en" = "fr") => {
    const [date, setDate] = createSignal<string | undefined>("2026-11-24");
    renderUi(
      () => (
        <DatePicker
          label="Échéance"
          value={date()}
          onChange={setDate}
          today="2026-11-21"
          min="2026-11-10"
        />
      ),
      language,
    );
    const input = screen.getByLabelText<HTMLInputElement>("Échéance");
    const type = (text: string) => {
      fireEvent.input(input, { target: { value: text } });
      fireEvent.blur(input);
    };
    return { date, input, type };
  };
  it("reads and writes dates in the person's order", () => {
    const { date, input, type } = show();
    expect(input.value).toBe("24/11/2026");
    type("3.12");
    expect(date()).toBe("2026-12-03");
    expect(input.value).toBe("03/12/2026");
    type("");
    expect(date()).toBeUndefined();
  });
  it("hints at the order that the browser's region reads, in which an example is written too", () => {
    vi.spyOn(navigator, "languages", "get").mockReturnValue(["en-GB"]);
    const { date, input, type } = show("en");
    expect(input.placeholder).toBe("dd/mm/yyyy");
    type("11/24/2026");
    screen.getByText(/Write it like 24\/11\/2026/);
    type("01/03/2027");
    expect(date()).toBe("2027-03-01");
    vi.restoreAllMocks();
  });
  it("keeps what is no date, and says so", () => {
    const { date, input, type } = show();
    type("31/02/2026");
    expect(date()).toBe("2026-11-24");
    expect(input.value).toBe("31/02/2026");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    type("01/11/2026");
    expect(date()).toBe("2026-11-24");
  });
  it("moves by day, week and month in the calendar, and Enter takes the day", async () => {
    const { date } = show();
    fireEvent.click(screen.getByRole("button", { name: "Ouvrir le calendrier" }));
    const day = await screen.findByRole("button", { name: "mardi 24 novembre 2026" });
    await waitFor(() => expect(document.activeElement).toBe(day));
    press("ArrowDown");
    const focused = () => document.activeElement?.getAttribute("aria-label");
    await waitFor(() => expect(focused()).toBe("mardi 1 décembre 2026"));
    press("PageDown");
    await waitFor(() => expect(focused()).toBe("vendredi 1 janvier 2027"));
    press("Home");
    await waitFor(() => expect(focused()).toBe("lundi 28 décembre 2026"));
    fireEvent.click(document.activeElement as HTMLElement);
    expect(date()).toBe("2026-12-28");
  });
  it("starts the week where the locale does", async () => {
    show("en");
    fireEvent.click(screen.getByRole("button", { name: "Open the calendar" }));
    const heads = await screen.findAllByRole("columnheader");
    expect(heads[0]?.textContent).toContain("Sunday");
  });
});

const OPTIONS = [
  { value: "ines", label: "Inès Roussel" },
  { value: "karim", label: "Karim Benali" },
];

describe("Combobox", () => {
  it("searches without accents and takes several", async () => {
    const [people, setPeople] = createSignal<string[]>(["karim"]);
    const create = vi.fn();
    renderUi(() => (
      <Combobox
        label="Assignés"
        multiple
        options={OPTIONS}
        value={people()}
        onChange={setPeople}
        onCreate={create}
      />
    ));
    fireEvent.click(screen.getByRole("combobox", { name: "Assignés" }));
    const panel = within(await screen.findByRole("dialog", { name: "Assignés" }));
    const search = panel.getByRole("combobox", { name: "Assignés" });
    fireEvent.input(search, { target: { value: "ines" } });
    const option = screen.getByRole("option", { name: /Inès/ });
    expect(search.getAttribute("aria-activedescendant")).toBe(option.id);
    fireEvent.keyDown(search, { key: "Enter" });
    expect(people()).toEqual(["karim", "ines"]);
    fireEvent.input(search, { target: { value: "Zoé" } });
    fireEvent.keyDown(search, { key: "Enter" });
    expect(create).toHaveBeenCalledWith("Zoé");
  });

  it("tells its label, what is chosen, that it opens a dialog, and what a form asks of it", async () => {
    const [error, setError] = createSignal<string>();
    renderUi(() => (
      <Combobox
        label="Responsable"
        required
        error={error()}
        options={OPTIONS}
        value="ines"
        onChange={() => undefined}
      />
    ));
    const field = screen.getByRole("combobox", { name: "Responsable" });
    expect(field.textContent).toBe("Inès Roussel");
    expect(field.getAttribute("aria-haspopup")).toBe("dialog");
    expect(field.getAttribute("aria-required")).toBe("true");
    expect(field.getAttribute("aria-expanded")).toBe("false");
    expect(field.getAttribute("aria-invalid")).toBeNull();
    setError("Choisissez quelqu'un.");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    const note = document.getElementById(field.getAttribute("aria-describedby") ?? "");
    expect(note?.textContent).toContain("Choisissez quelqu");
    fireEvent.click(field);
    const panel = await screen.findByRole("dialog", { name: "Responsable" });
    expect(field.getAttribute("aria-expanded")).toBe("true");
    expect(field.getAttribute("aria-controls")).toBe(panel.id);
    const values = [
      "aria-allowed-attr",
      "aria-allowed-role",
      "aria-required-attr",
      "aria-valid-attr-value",
      "aria-input-field-name",
    ];
    const { violations, passes } = await run({ runOnly: { type: "rule", values } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain("aria-allowed-attr");
  });
});

describe("CommandPalette", () => {
  it("moves over all groups, goes into a row's actions and back, and drops its context", async () => {
    const [query, setQuery] = createSignal("");
    const [shown, setShown] = createSignal(true);
    const chosen = vi.fn();
    const dropContext = vi.fn();
    const copy = { id: "copy", label: "Copier le lien", onSelect: () => chosen("copy") };
    renderUi(() => (
      <CommandPalette
        open={shown()}
        onOpenChange={setShown}
        query={query()}
        onQuery={setQuery}
        placeholder="Rechercher"
        context={{ label: "2 cartes", onRemove: dropContext }}
        groups={[
          {
            id: "a",
            label: "Fiches",
            items: [{ id: "1", label: "Tilleuls", onSelect: () => chosen("1"), actions: [copy] }],
          },
          { id: "b", label: "Vide", items: [] },
          {
            id: "c",
            label: "Actions",
            items: [{ id: "2", label: "Déplacer", onSelect: () => chosen("2") }],
          },
        ]}
      />
    ));
    const input = await screen.findByRole("combobox");
    await waitFor(() => expect(document.activeElement).toBe(input));
    const active = () => document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    expect(screen.getAllByRole("group")).toHaveLength(2);
    press("ArrowDown");
    expect(active()?.textContent).toContain("Déplacer");
    press("ArrowDown");
    expect(active()?.textContent).toContain("Tilleuls");
    press("Tab");
    expect(active()?.textContent).toContain("Copier le lien");
    press("Backspace");
    expect(active()?.textContent).toContain("Tilleuls");
    press("Backspace");
    expect(dropContext).toHaveBeenCalledOnce();
    press("Tab");
    press("Enter");
    expect(chosen).toHaveBeenCalledExactlyOnceWith("copy");
    expect(shown()).toBe(false);
  });
});
