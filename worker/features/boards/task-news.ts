import type { Card } from "#domain/boards/model.ts";
import type { Projection } from "#worker/platform/project.ts";
import { cardView } from "./list-cards.ts";
import type { BoardBacklog } from "./project-board.ts";

const at = (name: string) => `new.value ->> '$.${name}'`;
const STATUS =
  "CASE c.category WHEN 'doing' THEN 'in_progress' WHEN 'review' THEN 'validation' ELSE c.category END";

/**
 * What became of a card is told by the row that it had: none, older, or deleted. So a projection that comes again, late
 * or together with the next one tells nothing twice and leaves nothing out. A row that was only ranked anew, or made and
 * deleted at once, is no news, nor is anything while nobody listens.
 */
const SQL = `INSERT OR IGNORE INTO outbox
    (source, at, actor_id, actor_name, type, topic, permission, entity, entity_id, after)
  SELECT ${at("source")}, ${at("at")}, ${at("actorId")}, ${at("actorName")},
    CASE WHEN t.id IS NULL THEN 'task.created' WHEN ${at("deleted")} THEN 'task.deleted'
      WHEN t.deleted THEN 'task.restored' ELSE 'task.updated' END,
    'tasks', 'boards.read', 'task', ${at("id")},
    CASE WHEN ${at("deleted")} THEN NULL ELSE json_patch(new.value -> '$.card', json_object(
      'boardTitle', b.title, 'reference', b.prefix || '-' || (${at("card.number")}),
      'columnName', c.name, 'category', c.category, 'status', ${STATUS})) END
  FROM json_each(?) AS new
  JOIN boards b ON b.id = ${at("card.boardId")}
  JOIN board_columns c ON c.board_id = b.id AND c.id = ${at("card.columnId")}
  LEFT JOIN tasks t ON t.board_id = b.id AND t.id = ${at("id")}
  WHERE EXISTS (SELECT 1 FROM webhook_endpoints WHERE state = 'active' AND deleted_at IS NULL)
    AND CASE WHEN t.id IS NULL THEN NOT ${at("deleted")}
      ELSE t.src_version < ${at("touched")} AND NOT (t.deleted AND ${at("deleted")}) END`;

/** The version that last wrote a register of the card. */
function touched({ born, versions }: Card): number {
  return Math.max(born, ...Object.values(versions));
}

/** One event for each card, by whoever changed it last. */
export function taskNews({ board, cards, ops }: BoardBacklog): NonNullable<Projection["news"]> {
  const last = new Map(ops.map((op) => [op.entityId, op]));
  const rows = cards.map(({ changed, ...card }) => {
    const op = last.get(card.id) ?? ops.at(-1);
    return {
      source: `boards/${board}/${card.id}@${changed}`,
      id: card.id,
      at: op?.at ?? card.updatedAt,
      actorId: op?.origin?.actorId ?? op?.userId ?? card.createdBy,
      actorName: op?.origin?.name ?? "",
      deleted: Number(card.deleted),
      touched: touched(card),
      card: { ...cardView(card), boardId: board, version: changed },
    };
  });
  return { sql: SQL, rows };
}
