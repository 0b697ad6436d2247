import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { ClientView } from "#domain/clients/model.ts";
import { sampleClient } from "#domain/clients/sample.ts";
import { createClientList, type ClientPage, type ListParams } from "./client-list.ts";

const can = { write: true, delete: true };
const BY_NAME: ListParams = { filter: {}, order: { sort: "company", direction: "asc" } };

function named(number: number, fields: Partial<ClientView> = {}): ClientView {
  const digits = String(number).padStart(5, "0");
  return {
    ...sampleClient({ id: `cli_${digits.padStart(26, "0")}`, company: `C ${digits}` }),
    can,
    ...fields,
  };
}

/** A server that holds these clients and counts its pages. */
function serve(all: ClientView[]) {
  const calls: number[] = [];
  const copies = new Map<string, ClientPage>();
  const state = { down: false };
  const list = createRoot(() =>
    createClientList({
      async fetch(_params, { cursor, limit }) {
        await Promise.resolve();
        if (state.down) throw new Error("down");
        calls.push(limit);
        const from = Number(cursor ?? 0);
        const items = all.slice(from, from + limit);
        const to = from + items.length;
        const totals = {
          count: all.length,
          all: all.length,
          stages: 1,
          late: 0,
          estimatedMinor: 0,
        };
        return { items, nextCursor: to < all.length ? String(to) : null, totals };
      },
      copy: (params) => copies.get(JSON.stringify(params)),
      keep: (params, page) => copies.set(JSON.stringify(params), page),
    }),
  );
  return { list, calls, copies, state };
}

const many = Array.from({ length: 2_300 }, (_, index) => named(index));

describe("createClientList", () => {
  it("reads a thousand ahead, then what is asked for, each once", async () => {
    const { list, calls } = serve(many);
    await list.open(BY_NAME);
    expect(list.rows()).toHaveLength(1_100);
    await Promise.all([list.more(), list.more()]);
    expect(list.rows()).toHaveLength(1_600);
    await list.more();
    await list.more();
    await list.more();
    expect(list.rows().map((row) => row.id)).toEqual(many.map((row) => row.id));
    expect(calls).toEqual([100, 500, 500, 500, 500, 500]);
  });

  it("shows the copy of the device while the server is away, and says that it failed", async () => {
    const { list, state } = serve(many.slice(0, 3));
    await list.open(BY_NAME);
    state.down = true;
    await list.open(BY_NAME);
    expect(list.rows()).toHaveLength(3);
    expect(list.status()).toBe("failed");
  });

  it("keeps the place of a changed client, and takes no older version", async () => {
    const { list } = serve(many.slice(0, 3));
    await list.open(BY_NAME);
    list.put(named(1, { company: "Z", version: 3 }));
    list.put(named(1, { company: "A", version: 2 }));
    expect(list.rows().map((row) => row.company)).toEqual(["C 00000", "Z", "C 00002"]);
  });

  it("puts a new client in order, but not beyond what is loaded", async () => {
    const { list } = serve(many);
    await list.open(BY_NAME);
    list.put(named(90_001, { company: "C 00001 bis" }));
    list.put(named(90_002, { company: "Zinc" }));
    expect(list.rows()[2]?.company).toBe("C 00001 bis");
    expect(list.find(named(90_002).id)).toBeUndefined();
  });

  it("lets a client go that no longer matches", async () => {
    const { list } = serve(many.slice(0, 3));
    await list.open({ ...BY_NAME, filter: { stage: ["new"] } });
    list.put(named(1, { stage: "signed", version: 2 }));
    expect(list.rows()).toHaveLength(2);
  });

  it("forgets the answer to a question that is no longer asked", async () => {
    const { list } = serve(many.slice(0, 3));
    const first = list.open({ ...BY_NAME, filter: { q: "old" } });
    await list.open(BY_NAME);
    list.put(named(7));
    await first;
    expect(list.rows()).toHaveLength(4);
  });

  it("stays as long as it was when it is read again, with the newest of each client", async () => {
    const all = Array.from({ length: 1_300 }, (_, index) => named(index));
    const { list } = serve(all);
    await list.open(BY_NAME);
    await list.more();
    expect(list.rows()).toHaveLength(1_300);
    all[3] = named(3, { version: 2, phone: "04" });
    const lengths = new Set<number>();
    const reading = list.open({ ...BY_NAME });
    list.put(named(1_250, { version: 9, phone: "05" }));
    for (let turn = 0; turn < 20; turn++) {
      lengths.add(list.rows().length);
      await Promise.resolve();
    }
    await reading;
    lengths.add(list.rows().length);
    expect([...lengths]).toEqual([1_300]);
    expect(list.rows()[3]?.phone).toBe("04");
    expect(list.rows()[1_250]?.phone).toBe("05");
  });
});
