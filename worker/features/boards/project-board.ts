import type { Origin } from "#domain/audit/model.ts";
import type { Comment } from "#domain/boards/comment.ts";
import type { BoardTag, Card, Column } from "#domain/boards/model.ts";
import { inOrder, linkedCard, progressOf } from "#domain/boards/parts.ts";
import type { Env } from "#worker/platform/env.ts";
import { project, type Projection } from "#worker/platform/project.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { type BoardNotice, commentTable, noticeRows } from "./project-comments.ts";
import { taskNews } from "./task-news.ts";

/** What a board's object hands over: records as they are, and the ops that led there. */
export interface BoardBacklog {
  board: string;
  upTo: number;
  columns: (Column & { changed: number })[];
  cards: (Card & { changed: number })[];
  comments: (Comment & { changed: number })[];
  tags: (BoardTag & { changed: number })[];
  ops: {
    version: number;
    client: string;
    seq: number;
    userId: string;
    /** Null for ops of before this was noted. */
    origin: Origin | null;
    at: string;
    kind: string;
    entity: string;
    entityId: string;
    changes: { field: string; before: unknown; after: unknown }[];
    notices: readonly BoardNotice[];
  }[];
}

const TASK_COLUMNS =
  "id src_version board_id number column_id rank title description priority due_on client_id tags assignee_ids cover checks_done checks links created_by created_at updated_at archived deleted moved_to".split(
    " ",
  );
const COLUMN_COLUMNS =
  "id src_version board_id name category wip_limit wip_block rank archived deleted".split(" ");
const TAG_COLUMNS = "id src_version board_id color".split(" ");

const LABEL_LENGTH = 200;

type Table = Projection["tables"][number];

function taskRow(board: string, card: BoardBacklog["cards"][number]) {
  return {
    id: card.id,
    src_version: card.changed,
    board_id: board,
    number: card.number ?? 0,
    column_id: card.columnId,
    rank: card.rank,
    title: card.title,
    description: card.description,
    priority: card.priority,
    due_on: card.dueOn,
    client_id: card.clientId,
    tags: JSON.stringify(card.tags),
    assignee_ids: JSON.stringify(card.assigneeIds),
    cover: card.cover,
    checks_done: progressOf(card.items).done,
    checks: progressOf(card.items).total,
    links: JSON.stringify(card.links),
    created_by: card.createdBy,
    created_at: card.createdAt,
    updated_at: card.updatedAt,
    archived: Number(card.archived),
    deleted: Number(card.deleted),
    moved_to: card.movedTo ?? null,
  };
}

function searchRow(
  board: string,
  card: BoardBacklog["cards"][number],
): Projection["search"][number] {
  return {
    entity: "card",
    entity_id: `${board}/${card.id}`,
    owner: board,
    id: card.id,
    permission: "boards.read",
    title: card.title,
    subtitle: card.tags.join(" "),
    body: [card.description.slice(0, 5000), checklistWords(card)].filter(Boolean).join("\n"),
    href: `/boards/${board}?card=${card.id}`,
    src_version: card.changed,
    gone: card.deleted ? 1 : 0,
  };
}

/** The words of a card's checklists, for the search. */
function checklistWords({ checklists, items }: Card): string {
  const names = inOrder(checklists).map(({ name }) => name);
  const words = [...names, ...inOrder(items).map(({ text }) => text)];
  return words
    .filter((text) => text !== "")
    .join("\n")
    .slice(0, 5000);
}

/** What `search` shows of a board's cards: also of those in its archive. */
export function searchRows(board: string, cards: BoardBacklog["cards"]): Projection["search"] {
  return cards.map((card) => searchRow(board, card));
}

/** A board's cards as rows of `tasks`. */
export function taskTable(board: string, cards: BoardBacklog["cards"]): Table {
  const rows = cards.map((card) => taskRow(board, card));
  return { table: "tasks", owner: "board_id", columns: TASK_COLUMNS, rows };
}

/** A board's columns as rows of `board_columns`. */
export function columnTable(board: string, columns: BoardBacklog["columns"]): Table {
  const rows = columns.map((column) => ({
    id: column.id,
    src_version: column.changed,
    board_id: board,
    name: column.name,
    category: column.category,
    wip_limit: column.wipLimit,
    wip_block: Number(column.wipBlock),
    rank: column.rank,
    archived: Number(column.archived),
    deleted: Number(column.deleted),
  }));
  return { table: "board_columns", owner: "board_id", columns: COLUMN_COLUMNS, rows };
}

/** The colours of a board's tags as rows of `board_tags`. */
export function tagTable(board: string, tags: BoardBacklog["tags"]): Table {
  const rows = tags.map(({ id, changed, color }) => {
    return { id, src_version: changed, board_id: board, color };
  });
  return { table: "board_tags", owner: "board_id", columns: TAG_COLUMNS, rows };
}

/** The boards that cards are linked with over their board's edge: pages that show those read the links anew. */
function linkedBoards(cards: BoardBacklog["cards"]): string[] {
  const keys = cards.flatMap(({ links }) => Object.keys(links));
  return [...new Set(keys.flatMap((key) => linkedCard(key).board ?? []))];
}

/** Brings a board's backlog into D1: tasks, columns, audit, search, and one live event for open lists. */
export async function projectBoard(
  env: Env,
  tenant: TenantRef,
  backlog: BoardBacklog,
): Promise<void> {
  const { board, upTo } = backlog;
  const source = `boards/${board}`;
  const last = backlog.ops.at(-1);
  const labels = new Map([
    ...backlog.columns.map(({ id, name }) => [id, name] as const),
    ...backlog.cards.map(({ id, title }) => [id, title] as const),
    ...backlog.tags.map(({ id }) => [id, id] as const),
    ...backlog.comments.map(({ id, text }) => [id, text.split("\n", 1)[0]] as const),
  ]);
  const once = noticeRows(board, backlog.ops);
  const notified = [...new Set(once.rows.map(({ user_id }) => user_id))];
  const linked = linkedBoards(backlog.cards);
  await project(env, tenant, {
    source,
    version: upTo,
    tables: [
      taskTable(board, backlog.cards),
      columnTable(board, backlog.columns),
      commentTable(board, backlog.comments),
      tagTable(board, backlog.tags),
    ],
    once,
    audit: backlog.ops.map((op) => ({
      source: `${source}@${op.version}`,
      at: op.at,
      actor_id: op.origin?.actorId ?? op.userId,
      actor_name: op.origin?.name ?? "",
      actor_kind: op.origin?.kind ?? "person",
      action: op.kind,
      entity: op.entity,
      entity_id: op.entityId,
      label: (labels.get(op.entityId) ?? "").slice(0, LABEL_LENGTH),
      container_id: board,
      changes: JSON.stringify(op.changes),
      request_id: op.origin?.requestId ?? `${op.client}:${op.seq}`,
      address: op.origin?.address ?? null,
    })),
    search: searchRows(board, backlog.cards),
    news: taskNews(backlog),
    live: {
      at: last?.at ?? "",
      actor_id: last?.userId ?? "",
      actor_name: "",
      type: "board.projected",
      topic: "tasks",
      permission: "boards.read",
      entity: "board",
      entity_id: board,
      after: JSON.stringify({ id: board, version: upTo, notified, linked }),
    },
  });
}
