import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ResultOutput, ToolOutput } from "#domain/asks/tool-output.ts";
import { ToolOutput as Output } from "#domain/asks/tool-output.ts";
import type { AskBody } from "#domain/asks/model.ts";
import { askModel, finalCall, salesEngine, SECRET, sqlCall } from "./testing-model.ts";

const GOOD = "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1 ORDER BY 2 DESC";
let at: Awaited<ReturnType<typeof salesEngine>>;
beforeAll(async () => void (at = await salesEngine()), 60_000);
afterAll(() => at.keeper.end());

const outputs = (posted: readonly AskBody[]): ToolOutput[] =>
  posted.flatMap((body) =>
    body.kind === "results" ? body.results.map(({ output }) => output) : [],
  );
const resultOf = (posted: readonly AskBody[]): ResultOutput => {
  const found = outputs(posted).find((one) => one.kind === "result");
  if (!found) throw new Error("No result was sent");
  return found;
};

describe("a question in one shot", () => {
  it("shows what the engine computed, sure of it, and sends no row", async () => {
    const { exchange, posted } = await askModel([finalCall(GOOD)], at);
    expect(exchange).toMatchObject({
      state: "answered",
      confidence: "high",
      repairs: 0,
      result: { sql: GOOD, chart: { type: "bar", category: "agence", value: "ca" } },
    });
    expect(exchange.result?.rows).toHaveLength(3);
    expect(posted).toHaveLength(1);
  });
});

describe("what a look at the data tells", () => {
  it("is groups with the size of the smallest, counted by the engine", async () => {
    const { posted } = await askModel([sqlCall(GOOD), finalCall(GOOD)], at);
    expect(resultOf(posted)).toMatchObject({ rows: 3, groups: { smallest: 200, withheld: 0 } });
  });

  it("leaves out the group of one, and says so", async () => {
    const sql = "SELECT client, count(*) AS n FROM ventes GROUP BY 1 ORDER BY 2";
    const { posted } = await askModel([sqlCall(sql)], at);
    const { groups } = resultOf(posted);
    expect(groups?.rows.length).toBe(20);
    expect(JSON.stringify(posted)).not.toContain(SECRET);
  });

  it.each([
    ["SELECT * FROM ventes LIMIT 5", "not-aggregate"],
    ["SELECT client, montant FROM ventes WHERE client LIKE 'Dup%'", "not-aggregate"],
    [
      `SELECT client, sum(montant) FROM ventes WHERE client = '${SECRET.slice(0, 3)}' || '${SECRET.slice(3)}' GROUP BY 1`,
      "too-small",
    ],
    ["SELECT max(client) FROM ventes", "not-provable"],
  ])("is no row of %s", async (sql, why) => {
    const { posted } = await askModel([sqlCall(sql)], at);
    expect(resultOf(posted)).toMatchObject({ groups: null, withheld: why });
    expect(JSON.stringify(outputs(posted))).not.toContain(SECRET);
  });

  it("is always what the server takes", async () => {
    const { posted } = await askModel([sqlCall(GOOD), sqlCall("SELECT * FROM ventes")], at);
    for (const output of outputs(posted)) expect(Output.safeParse(output).success).toBe(true);
  });

  it("is rows only where the person allows them, sees them and agrees", async () => {
    const all = "SELECT * FROM ventes";
    const seen: unknown[] = [];
    const ask = (yes: boolean) =>
      askModel([sqlCall(all)], at, {
        rowsAllowed: () => true,
        consent: (rows) => {
          seen.push(rows.rows);
          return Promise.resolve(yes);
        },
      });
    expect(resultOf((await ask(false)).posted).consented).toBeNull();
    const { consented } = resultOf((await ask(true)).posted);
    expect(consented).toHaveLength(20);
    expect(consented).toEqual(seen[1]);
  });
});

const search = (text: string, column = "agence") => ({
  name: "search_values",
  input: { table: "ventes", column, text },
});

describe("values", () => {
  it("are found without accents and case", async () => {
    const { posted } = await askModel([search("GRÉNOBLE")], at);
    expect(outputs(posted)[0]).toMatchObject({ values: [{ value: "Grenoble", count: 200 }] });
  });
  it("that few rows share are not told", async () => {
    const { posted } = await askModel([search("Dupont", "client")], at);
    expect(outputs(posted)[0]).toEqual({ kind: "values", values: [], withheld: 1 });
  });
  it.each(["x' OR 1=1 --", "'; DROP TABLE ventes; --", "%"])(
    "are looked for literally: %s",
    async (text) => {
      const { posted } = await askModel([search(text)], at);
      expect(outputs(posted)[0]).toMatchObject({ kind: "values", values: [] });
    },
  );
});

describe("repairs", () => {
  it("tell the database's words without what they quote of the data, and lower the confidence", async () => {
    const bad = "SELECT CAST(client AS INTEGER) FROM ventes";
    const { exchange, posted } = await askModel([finalCall(bad), finalCall(GOOD)], at);
    const [error] = outputs(posted);
    expect(error).toMatchObject({
      kind: "error",
      message: expect.stringContaining("could not be converted"),
    });
    expect(JSON.stringify(error)).not.toContain("client 0");
    expect(exchange).toMatchObject({ state: "answered", repairs: 1, confidence: "medium" });
  });

  it("that lead nowhere end in trouble that can be read", async () => {
    const { exchange } = await askModel(
      [finalCall("SELECT x FROM ventes"), { type: "end", end: "repairs" }],
      at,
    );
    expect(exchange).toMatchObject({ state: "troubled", trouble: { kind: "end", end: "repairs" } });
    expect(exchange.refused).toMatchObject({
      sql: "SELECT x FROM ventes",
      error: { refusal: { code: "unknown-column", name: "x" } },
    });
  });
});

describe("other ends", () => {
  it("a question to the person goes back as they answered it", async () => {
    const call = { name: "ask_user", input: { question: "HT ou TTC ?", choices: ["HT", "TTC"] } };
    const { exchange, posted } = await askModel([call, finalCall(GOOD)], at);
    expect(outputs(posted)).toEqual([{ kind: "choice", text: "HT" }]);
    expect(exchange.state).toBe("answered");
  });

  it("abstaining shows why, with no figure and little confidence", async () => {
    const { exchange } = await askModel([finalCall(null, "Les coûts manquent.")], at);
    expect(exchange).toMatchObject({ state: "answered", result: null, confidence: "low" });
  });

  it.each(["cut", "max_tokens", "refusal", "context", "turns"] as const)(
    "%s is told",
    async (end) => {
      const { exchange } = await askModel([{ type: "end", end }], at);
      expect(exchange.trouble).toEqual({ kind: "end", end });
    },
  );

  it("a fault of the service is told", async () => {
    const fault = { type: "fault", fault: "overloaded", seconds: 4 } as const;
    const { exchange } = await askModel([fault], at);
    expect(exchange.trouble).toEqual({ kind: "fault", fault: "overloaded", seconds: 4 });
  });
});
