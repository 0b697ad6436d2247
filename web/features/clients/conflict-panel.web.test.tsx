import { fireEvent, screen } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { press } from "#web/ui/testing.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import type { ClientConflict } from "./edits.ts";
import { KARIM, renderInClients, viewed } from "./testing.tsx";

const current = viewed({
  version: 2,
  estimatedMinor: 5_200_000,
  updatedAt: "2026-11-24T08:14:00.000Z",
});
const conflict: ClientConflict = {
  base: viewed(),
  current,
  changes: { estimatedMinor: 4_850_000 },
  fields: [
    { field: "estimatedMinor", base: 4_500_000, mine: 4_850_000, theirs: 5_200_000 },
    { field: "notes", base: "", mine: "à moi", theirs: "à Karim" },
  ],
  at: Date.parse("2026-11-24T08:12:00.000Z"),
  offline: true,
};

function show() {
  const onOther = vi.fn();
  const shared = renderInClients(() => (
    <ConflictPanel conflict={conflict} author={KARIM} onOther={onOther} />
  ));
  return { ...shared, onOther, takeTheirs: vi.spyOn(shared.edits, "takeTheirs") };
}

describe("ConflictPanel", () => {
  it("shows both values, who made them and when, and what stood there before", () => {
    show();
    const panel = screen.getByRole("alert");
    for (const words of [
      "Deux valeurs pour « Montant estimé »",
      "Avant : 45 000,00 €.",
      "Vous l’avez modifié hors ligne, Karim en ligne.",
      "48 500,00 €",
      "hors ligne, 09:12",
      "Celle de Karim",
      "52 000,00 €",
      "en ligne, 09:14",
    ]) {
      expect(panel.textContent.replaceAll("\u00A0", " ")).toContain(words);
    }
  });

  it("keeps mine with 1: that field alone, on the newest version", () => {
    const { actions } = show();
    press("1");
    expect(actions.save).toHaveBeenCalledWith(current, { estimatedMinor: 4_850_000 }, true);
  });

  it("takes theirs with 2, and sends nothing", () => {
    const { actions, takeTheirs } = show();
    press("2");
    expect(takeTheirs).toHaveBeenCalledWith(current.id, "estimatedMinor");
    expect(actions.save).not.toHaveBeenCalled();
  });

  it("leaves the keyboard to the record once it is settled, though what had the focus is gone", async () => {
    const [open, setOpen] = createSignal(true);
    renderInClients(() => (
      <div role="dialog" tabIndex={-1} aria-label="Fiche">
        <Show when={open()}>
          <ConflictPanel conflict={conflict} author={KARIM} onOther={vi.fn()} />
        </Show>
      </div>
    ));
    screen.getAllByRole("radio")[0]?.focus();
    setOpen(false);
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole("dialog")));
  });

  it("leaves 1 and 2 to somebody who types", () => {
    const { actions } = show();
    const input = document.createElement("input");
    document.body.append(input);
    input.focus();
    press("1");
    input.remove();
    expect(actions.save).not.toHaveBeenCalled();
  });

  it("marks the choice and offers a third value", () => {
    const { onOther } = show();
    const [mine, theirs] = screen.getAllByRole("radio");
    expect(mine?.getAttribute("aria-checked")).toBe("true");
    fireEvent.click(theirs as HTMLElement);
    expect(theirs?.getAttribute("aria-checked")).toBe("true");
    fireEvent.click(screen.getByRole("button", { name: "Écrire une autre valeur" }));
    expect(onOther).toHaveBeenCalledWith("estimatedMinor");
  });
});
