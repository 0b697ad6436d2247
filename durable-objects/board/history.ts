import type { Inverse } from "#domain/boards/changes.ts";
import type { Comment } from "#domain/boards/comment.ts";
import type { History } from "#domain/boards/reader.ts";
import { readCard } from "./records.ts";
import { readMeta, type Storage } from "./storage.ts";

/** Comments that one deletion names: they travel in its change. */
const MOST_TOLD = 20;

/** What the op log tells of the past. */
export function historyOf(storage: Storage): History {
  return {
    clientAt(version) {
      return storage.all<{ client: string }>("SELECT client FROM ops WHERE version = ?", version)[0]
        ?.client;
    },
    userAt(version) {
      return storage.all<{ user: string }>("SELECT user FROM ops WHERE version = ?", version)[0]
        ?.user;
    },
    descriptionAt(card, version) {
      const minLog = readMeta(storage)?.minLog ?? 0;
      if (version < minLog) return undefined;
      const rows = storage.all<{ inverse: string }>(
        "SELECT inverse FROM ops WHERE version > ? AND instr(inverse, ?) > 0 ORDER BY version",
        version,
        card,
      );
      for (const row of rows) {
        for (const part of JSON.parse(row.inverse) as Inverse[]) {
          if (part.entity === "card" && part.id === card && part.set.description !== undefined) {
            return part.set.description;
          }
        }
      }
      return readCard(storage, card)?.description;
    },
    commentsSince(card, version) {
      const sql = "SELECT body FROM comments WHERE card = ? AND deleted = 0 AND changed > ?";
      return storage
        .all<{ body: string }>(`${sql} ORDER BY id LIMIT ${MOST_TOLD}`, card, version)
        .map(({ body }) => JSON.parse(body) as Comment);
    },
  };
}
