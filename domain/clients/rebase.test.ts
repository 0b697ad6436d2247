import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebase } from "./rebase.ts";
import { sampleClient } from "./sample.ts";

const base = sampleClient({ version: 4, estimatedMinor: 4500000, nextAction: "Rappeler" });

describe("rebase", () => {
  it("lets a change through when others touched other fields", () => {
    const current = { ...base, version: 5, nextAction: "Visite" };
    expect(rebase(base, { estimatedMinor: 4850000 }, current)).toEqual({
      changes: { estimatedMinor: 4850000 },
      conflicts: [],
    });
  });

  it("asks when both changed the same field to different values", () => {
    const current = { ...base, version: 5, estimatedMinor: 5200000 };
    expect(rebase(base, { estimatedMinor: 4850000, notes: "Vu" }, current)).toEqual({
      changes: { notes: "Vu" },
      conflicts: [{ field: "estimatedMinor", base: 4500000, mine: 4850000, theirs: 5200000 }],
    });
  });

  it("has nothing to do when both wanted the same", () => {
    const current = { ...base, version: 5, estimatedMinor: 4850000 };
    expect(rebase(base, { estimatedMinor: 4850000 }, current)).toEqual({
      changes: {},
      conflicts: [],
    });
  });

  it("never loses a change and never overwrites somebody else's unasked", () => {
    const text = fc.constantFrom("a", "b", "c");
    const some = fc.record({ notes: text, phone: text, sector: text }, { requiredKeys: [] });
    fc.assert(
      fc.property(some, some, some, (start, mine, theirs) => {
        const old = sampleClient(start);
        const now = { ...old, ...theirs };
        const { changes, conflicts } = rebase(old, mine, now);
        for (const [name, value] of Object.entries(mine)) {
          const field = name as keyof typeof mine;
          const kept = changes[field] === value;
          const asked = conflicts.some((conflict) => conflict.field === field);
          expect([kept, asked, now[field] === value].filter(Boolean)).toHaveLength(1);
          expect(kept && now[field] !== old[field]).toBe(false);
        }
      }),
    );
  });
});
