import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { genesis, sealOf, type AuditRow, type Place } from "./chain.ts";
import {
  mergeFindings,
  verifyEnd,
  verifyPage,
  type Anchors,
  type ChainRecord,
  type Finding,
} from "./verify.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const ORGANIZATION = "org_1";

function row(id: number): AuditRow {
  return {
    id,
    at: `2026-11-24T09:00:00.${String(id).padStart(3, "0")}Z`,
    actor_id: "usr_1",
    actor_name: "Claire",
    actor_kind: "person",
    action: "client.updated",
    entity: "client",
    entity_id: `cli_${id}`,
    label: `Client ${id}`,
    container_id: null,
    changes: `[{"field":"company","before":null,"after":"Client ${id}"}]`,
    request_id: `req_${id}`,
    address: "203.0.113.7",
    source: null,
  };
}

interface Log {
  rows: Map<number, AuditRow>;
  seals: Map<number, string>;
  anchors: Anchors;
}

async function seal(log: Log, from: Place): Promise<Place> {
  let place = from;
  for (const [id, sealed] of [...log.rows].toSorted(([a], [b]) => a - b)) {
    if (id <= from.id) continue;
    place = { id, hash: await sealOf(digest, place.hash, sealed) };
    log.seals.set(id, place.hash);
  }
  return place;
}

/** A sealed log of this many rows, with a checkpoint at every tenth. */
async function sealedLog(size: number): Promise<Log> {
  const base = await genesis(digest, ORGANIZATION);
  const log: Log = {
    rows: new Map(Array.from({ length: size }, (_, i) => [i + 1, row(i + 1)])),
    seals: new Map(),
    anchors: { base, head: null, checkpoints: [] },
  };
  const head = await seal(log, base);
  const checkpoints = [...log.seals]
    .filter(([id]) => id % 10 === 0)
    .map(([id, hash]) => ({ id, hash }));
  log.anchors = { base, head, checkpoints };
  return log;
}

function records({ rows, seals }: Log): ChainRecord[] {
  const ids = [...new Set([...rows.keys(), ...seals.keys()])].toSorted((a, b) => a - b);
  return ids.map((id) => ({ id, row: rows.get(id) ?? null, hash: seals.get(id) ?? null }));
}

/** Walks the whole log in pages, as the route and the command do. */
async function verify(log: Log, size = 7) {
  let place = log.anchors.base;
  const findings: Finding[] = [];
  let checked = 0;
  let unsealed = 0;
  const all = records(log);
  for (let at = 0; at < all.length; at += size) {
    const page = await verifyPage(digest, log.anchors, place, all.slice(at, at + size));
    place = page.place;
    findings.push(...page.findings);
    checked += page.checked;
    unsealed += page.unsealed;
  }
  findings.push(...verifyEnd(log.anchors, place));
  return { findings, checked, unsealed };
}

const change = (log: Log, id: number, set: Partial<AuditRow>) =>
  log.rows.set(id, { ...row(id), ...set });

describe("verification", () => {
  it("finds nothing in a log that nobody touched, and tells the unsealed tail apart", async () => {
    const log = await sealedLog(30);
    log.rows.set(31, row(31));
    log.rows.set(32, row(32));
    expect(await verify(log)).toEqual({ findings: [], checked: 30, unsealed: 2 });
  });

  it.each<[string, (log: Log) => void, Finding]>([
    [
      "a changed row",
      (log) => change(log, 13, { actor_id: "usr_2" }),
      { kind: "changed", id: 13, upTo: 13 },
    ],
    ["a deleted row", (log) => log.rows.delete(13), { kind: "missing", id: 13, upTo: 13 }],
    [
      "rows deleted with their seals",
      (log) => [13, 14].forEach((id) => [log.rows.delete(id), log.seals.delete(id)]),
      { kind: "missing", id: 13, upTo: 14 },
    ],
    [
      "the first rows deleted with their seals",
      (log) => [1, 2].forEach((id) => [log.rows.delete(id), log.seals.delete(id)]),
      { kind: "missing", id: 1, upTo: 2 },
    ],
    [
      "the last rows deleted with their seals",
      (log) => [29, 30].forEach((id) => [log.rows.delete(id), log.seals.delete(id)]),
      { kind: "missing", id: 29, upTo: 30 },
    ],
    [
      "an inserted row",
      (log) => [log.seals.delete(5), log.rows.set(5, row(99))],
      { kind: "inserted", id: 5, upTo: 5 },
    ],
    [
      "two rows that changed places",
      (log) => [change(log, 22, { ...row(26), id: 22 }), change(log, 26, { ...row(22), id: 26 })],
      { kind: "reordered", id: 22, upTo: 26 },
    ],
  ])("finds %s and says which", async (_name, tamper, finding) => {
    const log = await sealedLog(30);
    tamper(log);
    // One page: an exchange is looked for among the rows of a page.
    const { findings } = await verify(log, 100);
    expect(findings).toContainEqual(finding);
    expect(findings.length).toBeLessThanOrEqual(2);
  });

  it("finds a log that was rewritten with all its seals, by the hashes kept outside", async () => {
    const log = await sealedLog(30);
    change(log, 13, { actor_name: "Somebody else" });
    await seal(log, log.anchors.base);
    const { findings } = await verify(log);
    expect(mergeFindings(findings)).toEqual([{ kind: "rewritten", id: 11, upTo: 30 }]);
  });

  it("finds another organization's log", async () => {
    const log = await sealedLog(3);
    const base = await genesis(digest, "org_2");
    const { findings } = await verify({ ...log, anchors: { ...log.anchors, base } });
    expect(findings).toContainEqual({ kind: "changed", id: 1, upTo: 1 });
  });

  it("covers every column", async () => {
    const log = await sealedLog(1);
    const whole = row(1);
    for (const column of Object.keys(whole) as (keyof AuditRow)[]) {
      const value = whole[column];
      const other = typeof value === "number" ? value + 1 : `${value}x`;
      const record = { id: 1, row: { ...whole, [column]: other }, hash: log.seals.get(1) ?? "" };
      const page = await verifyPage(digest, log.anchors, log.anchors.base, [record]);
      expect([column, page.findings.length]).toEqual([column, 1]);
    }
  });

  it("overlooks no single change, whatever and wherever it is and however long the pages are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom("row", "seal", "drop row", "drop both", "drop seal"),
        async (id, pages, harm) => {
          const log = await sealedLog(40);
          if (harm === "row") change(log, id, { changes: "[]" });
          if (harm === "seal") log.seals.set(id, digest("forged"));
          if (harm === "drop row" || harm === "drop both") log.rows.delete(id);
          if (harm === "drop seal" || harm === "drop both") log.seals.delete(id);
          expect((await verify(log, pages)).findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
