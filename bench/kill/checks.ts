import { applyChanges, boardMap, type BoardMap } from "#domain/boards/board-map.ts";
import type { Result } from "#domain/boards/messages.ts";
import { byRank } from "#domain/boards/reader.ts";
import type { CardView, TaskView } from "#domain/boards/view.ts";
import type { Answered } from "#web/features/boards/sync/replica.ts";
import type { KillSession } from "./session.ts";

/** The board as REST reads it from its object. */
export interface Cards {
  version: number;
  columns: { id: string; name: string }[];
  cards: CardView[];
}

type Applied = Extract<Result, { outcome: "applied" | "rebased" }>;

/** The answers that changed the board, in the order in which it took them. */
function appliedOf(answered: readonly Answered[]): Applied[] {
  return answered
    .map(({ result }) => result)
    .filter(
      (result): result is Applied => result.outcome === "applied" || result.outcome === "rebased",
    )
    .toSorted((a, b) => a.version - b.version);
}

/** What a restarted server lacks of what was acknowledged before it was killed; empty when nothing. */
export function lostSince(answered: readonly Answered[], now: Cards): string[] {
  const applied = appliedOf(answered);
  const highest = applied.at(-1)?.version ?? 0;
  const columns = new Set(now.columns.map(({ id }) => id));
  return [
    ...(now.version < highest
      ? [`version ${highest} was acknowledged, ${now.version} is there`]
      : []),
    ...now.cards
      .filter(({ columnId }) => !columns.has(columnId))
      .map(({ id }) => `card ${id} is in a column that is gone: half an op`),
  ];
}

const shape = (card: Pick<CardView, "id" | "title" | "columnId" | "tags">) =>
  `${card.id} ${card.columnId} ${card.title} ${card.tags.join()}`;

function differences(what: string, found: readonly string[], due: readonly string[]): string[] {
  const [has, wants] = [new Set(found), new Set(due)];
  return [
    ...due.filter((one) => !has.has(one)).map((one) => `${what} lacks ${one}`),
    ...found.filter((one) => !wants.has(one)).map((one) => `${what} has ${one}`),
    ...(found.length > has.size ? [`${what} holds something twice`] : []),
  ];
}

/** Live cards in the order of their columns. */
function liveCards(board: BoardMap): string[] {
  return [...board.cards.values()]
    .filter((card) => !card.deleted)
    .toSorted((a, b) => (a.columnId < b.columnId ? -1 : a.columnId > b.columnId ? 1 : byRank(a, b)))
    .map(shape);
}

/** All pages of a list. */
async function listed<T>(session: KillSession, path: string): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const more: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: T[]; nextCursor: string | null } = await session.call(
      "GET",
      `${path}limit=200${more}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/**
 * What is wrong at the end. All writes were acknowledged by now, so their answers, one after the other, must add up to
 * the board: a lost one, a double one and half a one each show as a difference.
 */
export function wrongInObject(
  answered: readonly Answered[],
  before: Cards,
  after: Cards,
): string[] {
  const applied = appliedOf(answered);
  const due = Array.from({ length: after.version - before.version }, (_, i) =>
    String(before.version + 1 + i),
  );
  const board = boardMap();
  for (const result of applied) applyChanges(board, result.changes, result);
  const cards = after.cards.toSorted((a, b) =>
    a.columnId < b.columnId ? -1 : a.columnId > b.columnId ? 1 : 0,
  );
  const order = liveCards(board).join("\n") === cards.map(shape).join("\n");
  return [
    ...differences(
      "the list of acknowledged versions",
      applied.map(({ version }) => String(version)),
      due,
    ),
    ...differences("the board", cards.map(shape), liveCards(board)),
    ...(order ? [] : ["cards stand in another order than was acknowledged"]),
  ];
}

/** What is wrong in D1, which follows within moments: lists, and the audit with one row for each op. */
export async function wrongInD1(
  session: KillSession,
  board: string,
  ops: readonly string[],
  after: Cards,
): Promise<string[]> {
  const tasks = await listed<TaskView>(session, `/tasks?board=${board}&state=all&`);
  const audit = await listed<{ requestId: string | null }>(session, `/audit/records/${board}?`);
  const told = audit.map(({ requestId }) => requestId ?? "").filter((id) => id.startsWith("tab-"));
  return [
    ...differences("the list of tasks", tasks.map(shape), after.cards.map(shape)),
    ...differences("the audit", told, ops),
  ];
}
