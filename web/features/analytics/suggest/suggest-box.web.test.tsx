import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, it, vi } from "vitest";
import { columnOf as column } from "#domain/analytics/overview/testing-column.ts";
import { suggestQuestions, type Suggestion } from "#domain/analytics/suggest/suggest.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { press, renderUi } from "#web/ui/testing.tsx";
import { SuggestBox } from "./suggest-box.tsx";

// The engine's part is tested on the real one; here the field and its list are.
vi.mock("./prepared.ts", () => ({
  preparedSuggestions: (_: Engine, text: string, ...rest: [never, never, never]) =>
    Promise.resolve(suggestQuestions(text, ...rest)),
}));

const SOURCES = [
  {
    table: "ventes",
    title: "ventes.csv",
    columns: [
      column("agence", "text", { distinct: 4 }),
      column("client", "text", { distinct: 40 }),
      column("montant", "number"),
    ],
  },
];

function show(): { chosen: Suggestion[]; field: HTMLInputElement } {
  const chosen: Suggestion[] = [];
  const keeper = keepEngine(() => Promise.resolve({} as Engine));
  renderUi(() => (
    <SuggestBox keeper={keeper} sources={SOURCES} onChoose={(one) => chosen.push(one)} />
  ));
  const field = screen.getByRole<HTMLInputElement>("combobox");
  field.focus();
  return { chosen, field };
}

it("offers questions to begin with, and those of a text, by keyboard", async () => {
  const { chosen, field } = show();
  await waitFor(() => expect(screen.getAllByRole("option").length).toBeGreaterThan(2));
  fireEvent.input(field, { target: { value: "montant par client" } });
  await waitFor(() =>
    expect(screen.getAllByRole("option")[0]?.textContent).toContain("Somme de montant par client"),
  );
  expect(field.getAttribute("aria-activedescendant")).toBe(screen.getAllByRole("option")[0]?.id);
  press("Enter");
  expect(chosen[0]?.sql).toContain("GROUP BY 1");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(field.value).toContain("Somme de montant");
});

it("closes with Esc, keeps what is typed, and offers what is nearest when nothing matches", async () => {
  const { chosen, field } = show();
  fireEvent.input(field, { target: { value: "météo demain brouillard givrant" } });
  await waitFor(() =>
    expect(screen.getByText(/Aucune question.*Ce que vous pouvez leur demander/)).toBeTruthy(),
  );
  // Enter ends the text and means none of them; an arrow chooses.
  expect(screen.getAllByRole("option").length).toBeGreaterThan(2);
  press("Enter");
  expect(chosen).toEqual([]);
  expect(field.getAttribute("aria-activedescendant")).toBeNull();
  press("Escape");
  expect(screen.queryByText(/Aucune question/)).toBeNull();
  expect(field.value).toBe("météo demain brouillard givrant");
  fireEvent.input(field, { target: { value: "météo demain brouillard par client" } });
  await waitFor(() => expect(screen.getAllByRole("option")[0]?.textContent).toMatch(/par client/));
  press("ArrowDown");
  press("Enter");
  expect(chosen[0]?.question).toMatch(/par client/);
});
