import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AuditRow, Place } from "#domain/audit/chain.ts";
import { verifyEnd, verifyPage } from "#domain/audit/verify.ts";
import { anchorsOf, forget, seal, type ChainDeps, type ChainMemory } from "./audit-chain.ts";

function memoryOf(): ChainMemory {
  let head: Place | null = null;
  let base: Place | null = null;
  let pending: Place | null = null;
  let checkpoints: Place[] = [];
  return {
    head: () => head,
    setHead: (place) => (head = place),
    base: () => base,
    setBase(place) {
      base = place;
      checkpoints = checkpoints.filter(({ id }) => id > place.id);
    },
    pendingBase: () => pending,
    setPendingBase: (place) => (pending = place),
    checkpoints: () => checkpoints,
    addCheckpoint: (place) => void checkpoints.push(place),
  };
}

/** One row a second, from 2020 on. */
const at = (id: number) => new Date(Date.UTC(2020, 0, 1) + id * 1000).toISOString();

function evicted(): never {
  throw new Error("evicted");
}

/** A database in memory with this many rows, one a second from 2020 on. */
function world(size: number) {
  const rows = new Map<number, AuditRow>();
  const seals = new Map<number, string>();
  let retained: Place | null = null;
  const add = (id: number) =>
    rows.set(id, {
      id,
      at: at(id),
      actor_id: "usr_1",
      actor_name: "",
      actor_kind: "person",
      action: "client.updated",
      entity: "client",
      entity_id: "cli_1",
      label: "",
      container_id: null,
      changes: "[]",
      request_id: "",
      address: null,
      source: null,
    });
  for (let id = 1; id <= size; id += 1) add(id);
  const deps: ChainDeps = {
    memory: memoryOf(),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    organizationId: () => "org_1",
    rowsAfter: async (id, limit) => [...rows.values()].filter((row) => row.id > id).slice(0, limit),
    writeSeals: async (list) => {
      for (const { id, hash } of list) if (!seals.has(id)) seals.set(id, hash);
    },
    forgottenUpTo: async () => retained,
    forgettable: async (before, limit) => {
      const old = [...rows.values()].filter((row) => row.at < before && seals.has(row.id));
      const last = old.slice(0, limit).at(-1);
      return last ? { id: last.id, hash: seals.get(last.id) ?? "" } : null;
    },
    forgetUpTo: async (place) => {
      retained = place;
      const gone = [...rows.keys()].filter((id) => id <= place.id);
      for (const id of gone) [rows, seals].map((table) => table.delete(id));
      return gone.length;
    },
  };
  return { deps, rows, seals, add };
}

async function findingsOf({ deps, rows, seals }: ReturnType<typeof world>) {
  const anchors = await anchorsOf(deps);
  const ids = [...new Set([...rows.keys(), ...seals.keys()])].toSorted((a, b) => a - b);
  const records = ids.map((id) => ({
    id,
    row: rows.get(id) ?? null,
    hash: seals.get(id) ?? null,
  }));
  const page = await verifyPage(deps.digest, anchors, anchors.base, records);
  return { ...page, findings: [...page.findings, ...verifyEnd(anchors, page.place)] };
}

describe("sealing", () => {
  it("seals every row once, in order, and goes on where it stood", async () => {
    const all = world(1200);
    expect(await seal(all.deps)).toBe(1200);
    expect(await seal(all.deps)).toBe(0);
    all.add(1201);
    expect(await seal(all.deps)).toBe(1);
    expect(await findingsOf(all)).toMatchObject({ checked: 1201, unsealed: 0, findings: [] });
    expect((await anchorsOf(all.deps)).checkpoints.map(({ id }) => id)).toEqual([1000]);
  });

  it("writes the same seals again after a crash between seals and head", async () => {
    const all = world(20);
    const memory = { ...all.deps.memory, setHead: evicted };
    await expect(seal({ ...all.deps, memory })).rejects.toThrow("evicted");
    await seal(all.deps);
    expect(await findingsOf(all)).toMatchObject({ checked: 20, findings: [] });
  });
});

describe("forgetting", () => {
  it("drops what is old and leaves a chain that holds", async () => {
    const all = world(30);
    await seal(all.deps);
    expect(await forget(all.deps, at(11))).toBe(10);
    expect(await findingsOf(all)).toMatchObject({ checked: 20, findings: [] });
    expect((await anchorsOf(all.deps)).base.id).toBe(10);
  });

  it("settles a forgetting that was interrupted, before or after the database did it", async () => {
    for (const done of [false, true]) {
      const all = world(30);
      await seal(all.deps);
      const forgetUpTo = async (place: Place) => {
        if (done) await all.deps.forgetUpTo(place);
        evicted();
      };
      await expect(forget({ ...all.deps, forgetUpTo }, at(11))).rejects.toThrow("evicted");
      expect(await findingsOf(all)).toMatchObject({ checked: done ? 20 : 30, findings: [] });
    }
  });

  it("takes a hole that nobody announced for what it is", async () => {
    const all = world(30);
    await seal(all.deps);
    await all.deps.forgetUpTo({ id: 10, hash: all.seals.get(10) ?? "" });
    expect((await findingsOf(all)).findings).toEqual([{ kind: "missing", id: 1, upTo: 10 }]);
  });
});
