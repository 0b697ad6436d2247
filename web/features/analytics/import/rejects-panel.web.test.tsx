import { cleanup, screen } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import type { Reading } from "#domain/analytics/reading.ts";
import type { Language } from "#domain/i18n/texts.ts";
import type { RepairedImport } from "#web/features/analytics/engine/import-repaired.ts";
import type { Reject } from "#web/features/analytics/engine/rejects.ts";
import { renderUi } from "#web/ui/testing.tsx";
import type { Import } from "./import-state.ts";
import { RejectsPanel } from "./rejects-panel.tsx";

type Counts = Pick<RepairedImport, "rejected" | "emptied"> & {
  swallowed: number;
  kept?: number;
  rows?: number;
};

/** The panel's title, the button that exports, and what it says of the lines below those shown. */
function said(
  language: Language,
  { rejected, emptied, swallowed, kept, rows = 1_000 }: Counts,
): string[] {
  cleanup();
  const rejects = Array.from(
    { length: kept ?? rejected + emptied + swallowed },
    (_, at): Reject => ({
      line: at + 2,
      raw: "x",
      reason: { code: "missing", found: 1, expected: 2 },
    }),
  );
  const imported = {
    rows,
    rejected,
    emptied,
    swallowed: { lines: swallowed, from: 0 },
    suspect: { lines: 0 },
    rejects,
    reading: { badCells: emptied > 0 ? "empty" : "reject", shortRows: "reject", columns: [] },
  } as unknown as RepairedImport & { reading: Reading };
  renderUi(() => <RejectsPanel job={{} as Import} imported={imported} />, language);
  const others = screen.queryByText(/^[\d\s,]+ (?:autre|other)/);
  return [
    screen.getByRole("heading", { level: 3 }).textContent,
    screen.getByRole("button", { name: /^Export/ }).textContent,
    ...(others ? [others.textContent] : []),
  ].map((text) => text.replace(/\s/g, " "));
}

it.each<[Counts, fr: string[], en: string[]]>([
  [
    { rejected: 1, emptied: 0, swallowed: 0 },
    ["1 ligne rejetée", "Exporter la ligne"],
    ["1 rejected row", "Export the line"],
  ],
  [
    { rejected: 2, emptied: 0, swallowed: 149 },
    ["151 lignes rejetées", "Exporter les 151", "101 autres"],
    ["151 rejected rows", "Export all 151", "101 others"],
  ],
  [
    { rejected: 51, emptied: 0, swallowed: 0 },
    ["51 lignes rejetées", "Exporter les 51", "1 autre"],
    ["51 rejected rows", "Export all 51", "1 other"],
  ],
  [
    { rejected: 1, emptied: 30, swallowed: 0 },
    ["1 ligne rejetée, 30 lignes gardées avec des vides", "Exporter les 31"],
    ["1 rejected row, 30 rows kept with blanks", "Export all 31"],
  ],
  [
    { rejected: 0, emptied: 1, swallowed: 0 },
    ["1 ligne gardée avec un vide", "Exporter la ligne"],
    ["1 row kept with a blank", "Export the line"],
  ],
  [
    { rejected: 90_000, emptied: 0, swallowed: 0, kept: 60 },
    ["90 000 lignes rejetées", "Exporter les 60 premières", "89 950 autres"],
    ["90,000 rejected rows", "Export the first 60", "89,950 others"],
  ],
])("%j: title, export and rest agree", (counts, fr, en) => {
  expect(said("fr", counts)).toEqual(fr);
  expect(said("en", counts)).toEqual(en);
});

it("never calls the rejected lines of a long file none of it", () => {
  said("fr", { rejected: 2, emptied: 0, swallowed: 0, rows: 120_000 });
  expect(screen.getByText(/pas perdues/).textContent).toMatch(/^< 0,01\s%/);
  said("fr", { rejected: 12, emptied: 0, swallowed: 0, rows: 120_000 });
  expect(screen.getByText(/pas perdues/).textContent).toMatch(/^0,01\s%/);
});
