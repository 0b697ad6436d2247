import { screen } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { renderUi } from "#web/ui/testing.tsx";
import { CutNote } from "./cut-note.tsx";
import type { SourceState } from "./source-state.ts";

it("names what was not read whole, with the rows that were, and nothing else", () => {
  const states: Record<string, SourceState> = {
    src_1: { kind: "ready", rows: 1_000_000, profiles: [], cut: true },
    src_2: { kind: "ready", rows: 7, profiles: [], cut: false },
    src_3: { kind: "ready", rows: 8, profiles: [] },
    src_4: { kind: "absent" },
  };
  const of = Object.keys(states).map((id) => ({ id, title: `Table ${id}` }));
  const state = (id: string) => states[id] ?? { kind: "idle" as const };
  renderUi(() => <CutNote sources={{ state }} of={of} />);
  const [note, ...others] = screen.getAllByText(/est incomplet/);
  expect(note?.textContent).toMatch(/« Table src_1 » .* 1\s000\s000 premières lignes/);
  expect(others).toEqual([]);
});
