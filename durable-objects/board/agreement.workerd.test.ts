import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { boardMap, type BoardMap } from "#domain/boards/board-map.ts";
import type { Op } from "#domain/boards/ops.ts";
import { isThere } from "#domain/boards/whole.ts";
import { anyOp, contents, testId } from "#domain/boards/testing.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { join, newBoard, roomOf } from "./testing-room.ts";
import { follow } from "./testing-follow.ts";

let organization: TestOrganization;
let people: TestPerson[];

beforeAll(async () => {
  organization = await mintOrganization();
  people = [organization.owner, await organization.join("manager")];
});

function live(board: BoardMap): unknown {
  const copy = boardMap();
  copy.columns = board.columns;
  copy.tags = board.tags;
  copy.cards = new Map([...board.cards].filter(([, card]) => isThere(card)));
  return contents(copy);
}

interface TaskRow {
  id: string;
  src_version: number;
  title: string;
  column_id: string;
  rank: string;
  deleted: number;
  archived: number;
}

async function tasksOf(board: string): Promise<TaskRow[]> {
  const rows = await organization.db
    .prepare("SELECT * FROM tasks WHERE board_id = ? ORDER BY id")
    .bind(board)
    .all<TaskRow>();
  return rows.results;
}

/** Columns that ops of the generator name, besides those that the board starts with. */
const COLUMNS: Op[] = [1, 2, 3].map((n) => ({
  kind: "column.create",
  column: testId("col", n),
  after: null,
  before: null,
  fields: { name: `Colonne ${n}` },
}));

test.each([20_261_121, 20_261_122, 20_261_123])(
  "through evictions, delta and snapshot agree from every version, and D1 follows and never goes back: seed %i",
  async (seed) => {
    const [one, two] = people;
    if (!one || !two) throw new Error("Two people play");
    const board = await newBoard(one, `Graine ${seed}`);
    const room = roomOf(organization, board.id);
    const sockets = [
      await join(one, board.id, "client_one"),
      await join(two, board.id, "client_two"),
    ];
    const ops = [...COLUMNS, ...fc.sample(anyOp, { seed, numRuns: 80 })];
    const held: { epoch: string; since: number; board: BoardMap }[] = [];
    const seen = new Map<string, number>();
    const seqs = [0, 0];
    for (const [i, op] of ops.entries()) {
      const who = i % 2;
      seqs[who] = (seqs[who] ?? 0) + 1;
      await sockets[who]?.push(seqs[who], [op]);
      if (i % 11 === 0) await evictDurableObject(room);
      if (i % 13 === 0) {
        const visitor = await join(two, board.id, `visitor_${i}`);
        const { epoch } = await visitor.until("welcome");
        held.push({ epoch, since: visitor.board().version, board: visitor.board() });
        visitor.socket.close(1000);
      }
      if (i % 7 !== 0) continue;
      await runDurableObjectAlarm(room);
      for (const row of await tasksOf(board.id)) {
        expect(row.src_version).toBeGreaterThanOrEqual(seen.get(row.id) ?? 0);
        seen.set(row.id, row.src_version);
      }
    }
    const last = await join(one, board.id, "client_last");
    const truth = last.board();
    expect(truth.cards.size).toBeGreaterThan(0);
    for (const [i, { epoch, since, board: before }] of held.entries()) {
      const back = await join(one, board.id, `returning_${i}`, { epoch, since });
      expect(await back.until("welcome")).toMatchObject({ mode: "delta" });
      const arrived = () => live(follow(before, back.frames));
      await expect.poll(arrived).toEqual(live(truth));
      back.socket.close(1000);
    }
    await runDurableObjectAlarm(room);
    const rows = (await tasksOf(board.id)).filter((row) => row.deleted + row.archived === 0);
    const shown = rows.map((row) => [row.id, row.title, row.column_id, row.rank]);
    const cards = [...truth.cards.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(shown).toEqual(cards.map((card) => [card.id, card.title, card.columnId, card.rank]));
  },
);
