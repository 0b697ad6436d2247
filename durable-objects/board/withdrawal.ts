import type { Comment } from "#domain/boards/comment.ts";
import { readBodies } from "./bodies.ts";
import { readCard, readTag } from "./records.ts";
import type { Storage } from "./storage.ts";

/** Later than every version: a register that must be at it never is. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Answers whether a version of the board is the work of clients whose names begin so. */
function madeBy(storage: Storage, maker: string): (version: number) => boolean {
  let kept: Set<number> | null = null;
  const sql = "SELECT client FROM ops WHERE version = ?";
  return (version) => {
    const client = storage.all<{ client: string }>(sql, version)[0]?.client;
    if (client !== undefined) return client.startsWith(maker);
    // The log has forgotten it. Requests keep their answers, which name what they made.
    kept ??= new Set(
      storage
        .all<{ version: number }>(
          `SELECT json_extract(result, '$.version') AS version FROM results
           WHERE client >= ?1 AND client < ?1 || '~' AND result <> ''
             AND json_extract(result, '$.outcome') IN ('applied', 'rebased')`,
          maker,
        )
        .map((row) => row.version),
    );
    return kept.has(version);
  };
}

const writtenAt = ({ born, versions }: { born: number; versions: Record<string, number> }) => [
  born,
  ...Object.values(versions),
];

/**
 * What takes back a thing that an import made, as an op: whoever asks is told by the beginning of the client's name. A card goes
 * only while each of its registers and comments is as the import wrote it, a tag's colour while it is. Null for any other op.
 */
export function withdrawal(storage: Storage, maker: string, op: unknown): object | null {
  const { kind, card, tag } = (op ?? {}) as { kind?: unknown; card?: unknown; tag?: unknown };
  const isOurs = madeBy(storage, maker);
  if (kind === "tag.withdraw" && typeof tag === "string") {
    const held = readTag(storage, tag);
    const at = held ? (held.versions.color ?? held.born) : NEVER;
    return { kind: "tag.color", tag, color: null, only: { color: isOurs(at) ? at : NEVER } };
  }
  if (kind !== "card.withdraw" || typeof card !== "string") return null;
  const held = readCard(storage, card);
  if (!held) return { kind: "card.delete", card };
  const comments = readBodies<Comment>(storage, "comments WHERE card = ?", card);
  const untouched = [held, ...comments].every((one) => writtenAt(one).every(isOurs));
  return {
    kind: "card.delete",
    card,
    only: { deleted: untouched ? (held.versions.deleted ?? held.born) : NEVER },
  };
}
