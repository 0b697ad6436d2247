import { versionOf } from "#domain/boards/changes.ts";
import type { Card, Column } from "#domain/boards/model.ts";
import { askedColumn, taskOps, writtenBy } from "#domain/boards/task-ops.ts";
import type { OutsideTask, TaskOutcome } from "#worker/features/boards/board-rpc.ts";
import { readBodies } from "./bodies.ts";
import { receive } from "./core.ts";
import { lastSeqOf } from "./push.ts";
import { readCard, readColumn } from "./records.ts";
import { claimRequest, type Storage } from "./storage.ts";

/** Breaks the transaction: of a task, everything that was asked is done or nothing. */
class Refused extends Error {
  readonly outcome: TaskOutcome;
  constructor(outcome: TaskOutcome) {
    super("refused");
    this.outcome = outcome;
  }
}

function shown(storage: Storage, id: string) {
  const card = readCard(storage, id);
  const column = card && readColumn(storage, card.columnId);
  const row = storage.all<{ changed: number }>("SELECT changed FROM cards WHERE id = ?", id)[0];
  return card && column && row ? { card, column, changed: row.changed } : null;
}

function columnFor({ intent }: OutsideTask, columns: readonly Column[], card: Card | undefined) {
  if (intent.kind !== "create" && intent.kind !== "update") return null;
  const asked = askedColumn(intent.changes, columns, card);
  return asked === null && intent.kind === "create" ? columns[0] : asked;
}

/**
 * Does what a REST request asks of one card, whole or not at all, in one transaction. A repeated request (by its client
 * name) changes nothing and is shown the card as it now is. `applied` says whether there is something to tell.
 */
export function changeTask(
  storage: Storage,
  task: OutsideTask,
  at: string,
): { outcome: TaskOutcome; applied: number } {
  try {
    return storage.atomically(() => work(storage, task, at));
  } catch (error) {
    if (error instanceof Refused) return { outcome: error.outcome, applied: 0 };
    throw error;
  }
}

function work(storage: Storage, task: OutsideTask, at: string) {
  const { client, userId, origin, rights, intent } = task;
  if (!claimRequest(storage, client, task.fingerprint)) throw new Refused({ kind: "reused" });
  const repeated = (lastSeqOf(storage, client, userId) ?? 0) > 0;
  const id = repeated ? cardOf(storage, client, task.card) : task.card;
  const held = readCard(storage, id);
  if (repeated) return { outcome: answer(storage, id), applied: 0 };
  const gone = intent.kind === "restore" ? !held?.deleted : !held || held.deleted;
  if (intent.kind !== "create" && gone) throw new Refused({ kind: "gone" });
  const { since } = task;
  const late = (name: string) => since !== null && held && versionOf(held, name) > since;
  if (writtenBy(intent).some(late)) {
    const current = shown(storage, id);
    throw new Refused(current ? { kind: "conflict", ...current } : { kind: "gone" });
  }
  const columns = readBodies<Column>(storage, "columns WHERE deleted = 0 ORDER BY rank, id");
  const column = columnFor(task, columns, held);
  if (column === undefined) throw new Refused({ kind: "no_column" });
  const ops = taskOps(id, intent, held, column).map((op, i) => {
    return { seq: i + 1, base: Number.MAX_SAFE_INTEGER, op };
  });
  const by = { client, userId, origin, rights, at, request: true };
  const { results, applied } = receive(storage, by, { kind: "push", acked: 0, ops });
  const refused = results.flatMap((result) =>
    result.outcome === "rejected" ? [result.reason] : [],
  );
  if (refused.length > 0) throw new Refused({ kind: "rejected", reasons: refused });
  return { outcome: answer(storage, id), applied };
}

function answer(storage: Storage, id: string): TaskOutcome {
  const now = shown(storage, id);
  return now ? { kind: "done", ...now } : { kind: "gone" };
}

/** The card that a request made when it came first: each attempt brings an id of its own. */
function cardOf(storage: Storage, client: string, asked: string): string {
  const row = storage.all<{ card: string | null }>(
    "SELECT json_extract(result, '$.changes[0].id') AS card FROM results WHERE client = ? AND seq = 1",
    client,
  )[0];
  return row?.card ?? asked;
}
