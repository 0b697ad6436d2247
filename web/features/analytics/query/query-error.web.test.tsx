import { screen } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { Refusal } from "#domain/analytics/sql/refusal.ts";
import { EngineLost } from "#web/features/analytics/engine/keeper.ts";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { QueryError } from "./query-error.tsx";

const dataSet = {
  table: "ventes",
  profiles: [{ name: "agence" }, { name: "montant" }],
} as Pick<DataSet, "table" | "profiles">;

/** What the page says before the disclosure, without no-break spaces. */
function advice(refusal: Refusal, language: "fr" | "en", sql = ""): string {
  const failure = { sql, error: new SqlRefused(refusal, "Binder Error: raw") };
  const { container, unmount } = renderUi(
    () => <QueryError failure={failure} dataSet={dataSet} />,
    language,
  );
  const text = container.querySelector("p")?.textContent ?? "";
  unmount();
  return text.replace(/[\u00a0\u202f]/g, " ");
}

it.each<[Refusal, fr: string, en: string]>([
  [
    { code: "unknown-column", name: "agense", candidates: ["g"] },
    "La colonne « agense » n’existe pas. Vouliez-vous « agence » ?",
    "There is no column “agense”. Did you mean “agence”?",
  ],
  [
    { code: "unknown-column", name: "zzz", candidates: ["g"] },
    "La colonne « zzz » n’existe pas. Vérifiez son nom dans la liste des colonnes.",
    "There is no column “zzz”. Check its name in the list of columns.",
  ],
  [
    { code: "unknown-table", name: "toto", candidates: ["pg_attrdef"] },
    "La table « toto » n’existe pas. Celle de ce fichier s’appelle « ventes ».",
    "There is no table “toto”. The one of this file is called “ventes”.",
  ],
  [
    { code: "unknown-function", name: "roundd", candidates: ["round"] },
    "La fonction « roundd » n’existe pas. Vouliez-vous « round » ?",
    "There is no function “roundd”. Did you mean “round”?",
  ],
  [
    { code: "unknown-function", name: "row_number", candidates: ["row"] },
    "« row_number » demande OVER (…) à sa suite.",
    "“row_number” needs OVER (…) after it.",
  ],
  [
    { code: "ambiguous", name: "g", candidates: ["a.g", "b.g"] },
    "La colonne « g » est dans plusieurs tables. Écrivez « a.g » ou « b.g ».",
    "The column “g” is in several tables. Write “a.g” or “b.g”.",
  ],
  [
    { code: "syntax", near: "g", place: { line: 3, column: 6 } },
    "Erreur de syntaxe près de « g », ligne 3, colonne 6. Regardez ce qui précède : virgule, parenthèse ou mot mal écrit.",
    "Syntax error near “g”, line 3, column 6. Look at what comes before it: a comma, a parenthesis or a misspelled word.",
  ],
  [
    { code: "unclosed", what: "text", place: { line: 1, column: 8 } },
    "Une apostrophe n’est pas fermée, ligne 1, colonne 8.",
    "A single quote is not closed, line 1, column 8.",
  ],
  [
    { code: "types", name: "+", types: ["VARCHAR", "INTEGER_LITERAL"] },
    "« + » ne s’applique pas à un texte et un nombre. Convertissez le texte avec TRY_CAST(… AS DOUBLE) ou TRY_CAST(… AS DATE), ou prenez une autre colonne.",
    "“+” does not work with text and a number. Convert the text with TRY_CAST(… AS DOUBLE) or TRY_CAST(… AS DATE), or take another column.",
  ],
  [
    { code: "group", name: "agence" },
    "« agence » doit figurer dans GROUP BY, ou dans une fonction comme sum, max ou any_value.",
    "“agence” must be in GROUP BY, or inside a function such as sum, max or any_value.",
  ],
])("%j is said in both languages", (refusal, fr, en) => {
  expect(advice(refusal, "fr")).toBe(fr);
  expect(advice(refusal, "en")).toBe(en);
});

it("knows a text that was written like a name", () => {
  const refusal: Refusal = { code: "unknown-column", name: "Lyon", candidates: ["n"] };
  expect(advice(refusal, "fr", 'WHERE agence = "Lyon"')).toContain("entre apostrophes : 'Lyon'");
  expect(advice(refusal, "fr", "WHERE agence = Lyon")).toContain("la liste des colonnes");
});

it("keeps the database's own words closed behind a disclosure", () => {
  const error = new SqlRefused({ code: "other" }, "Binder Error: raw");
  renderUi(() => <QueryError failure={{ sql: "", error }} dataSet={dataSet} />);
  const raw = screen.getByText("Binder Error: raw");
  expect(raw.closest("details")?.open).toBe(false);
  expect(screen.getByText("Message de DuckDB").closest("summary")).not.toBeNull();
});

it("says that memory ran out, without the engine's words", () => {
  const error = new EngineLost("Out of Memory Error: could not allocate");
  renderUi(() => <QueryError failure={{ sql: "", error }} dataSet={dataSet} />);
  expect(screen.getByRole("heading").textContent).toBe("La mémoire du navigateur n’a pas suffi");
  expect(screen.queryByText(/Out of Memory/)).toBeNull();
});

it("names the tables of a workspace, the closest first, and says why one of them can't be read here", () => {
  const advised = (name: string) => {
    const refusal: Refusal = { code: "unknown-table", name, candidates: [] };
    const { container, unmount } = renderUi(() => (
      <QueryError
        failure={{ sql: "", error: new SqlRefused(refusal, "Catalog Error: raw") }}
        dataSet={dataSet}
        tables={["ventes", "clients"]}
        unread={[{ table: "factures", why: "« Factures » est ailleurs." }]}
      />
    ));
    const text = container.querySelector("p")?.textContent ?? "";
    unmount();
    return text.replace(/[\u00a0\u202f]/g, " ");
  };
  expect(advised("clint")).toBe("La table « clint » n’existe pas. Vouliez-vous « clients » ?");
  expect(advised("facture")).toMatch(/Vouliez-vous « factures » \?/);
  expect(advised("Factures")).toBe("« Factures » est ailleurs.");
  expect(advised("zzz")).toMatch(/Celles d’ici s’appellent « ventes » et « clients »\./);
});
