import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SuggestSource } from "#domain/analytics/suggest/source.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { preparedSuggestions } from "./prepared.ts";
import { searchValues } from "./search-values.ts";

const TODAY = "2026-11-24";
const COLUMNS = [
  { name: "le", kind: "date" as const },
  { name: "client", kind: "text" as const },
  { name: "montant", kind: "number" as const },
];

let engine: Engine;
let sources: SuggestSource[];
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(
    `CREATE TABLE ventes AS SELECT DATE '2026-01-01' + (i % 300)::INTEGER AS le, 'Société n° ' || i AS client, i / 4 AS montant FROM range(900) r(i) UNION ALL SELECT DATE '2026-02-01', 'Atelier Morvan & Fils', 10.5 UNION ALL SELECT DATE '2026-02-02', 'L''Écluse', 2`,
  );
  sources = [
    {
      table: "ventes",
      title: "ventes.csv",
      columns: await profileTable(engine, "ventes", COLUMNS),
    },
  ];
}, 30_000);
afterAll(() => engine.terminate());

describe("searchValues", () => {
  it("finds a value by the start of any of its words, without accents and case", async () => {
    const found = await searchValues(engine, sources, "CA de MORVAN et ecluse");
    expect(found.map(({ value }) => value)).toEqual(["L'Écluse", "Atelier Morvan & Fils"]);
    expect(await searchValues(engine, sources, "CA par mois")).toEqual([]);
    expect(await searchValues(engine, sources, "rvan")).toEqual([]);
  });
  it("caps what a word that is everywhere answers", async () => {
    expect((await searchValues(engine, sources, "société")).length).toBe(20);
  });
});

const ask = (text: string) => preparedSuggestions(engine, text, sources, "fr", { today: TODAY });

describe("preparedSuggestions", () => {
  it("answers with a value that only the data know", async () => {
    const [first] = await ask("CA de l’écluse en 2026");
    const { rows } = await runRead(engine, first?.sql ?? "", { limit: 10 });
    expect(rows).toEqual([[2]]);
  });
  it("offers nothing that the engine refuses", async () => {
    const gone = [{ ...sources[0], table: "gone" } as SuggestSource];
    await expect(preparedSuggestions(engine, "", gone, "fr", { today: TODAY })).resolves.toEqual(
      [],
    );
    expect((await ask("")).length).toBeGreaterThan(2);
  });
  it("stops when another letter is typed", async () => {
    const stopped = new AbortController();
    stopped.abort();
    await expect(
      preparedSuggestions(engine, "morvan", sources, "fr", {
        today: TODAY,
        signal: stopped.signal,
      }),
    ).rejects.toThrow(/abort/i);
  });
});
