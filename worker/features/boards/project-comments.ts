import type { Comment } from "#domain/boards/comment.ts";
import type { NoticeKind } from "#domain/boards/notice.ts";
import { newId } from "#domain/ids.ts";
import type { Projection } from "#worker/platform/project.ts";

/** Somebody to tell of an op. */
export interface BoardNotice {
  userId: string;
  kind: NoticeKind;
  card: string;
  comment: string | null;
}

const COMMENT_COLUMNS =
  "id src_version board_id card_id author_id text mentions created_at edited_at imported deleted".split(
    " ",
  );

/** A board's comments as rows of `comments`. */
export function commentTable(
  board: string,
  comments: readonly (Comment & { changed: number })[],
): Projection["tables"][number] {
  const rows = comments.map((comment) => ({
    id: comment.id,
    src_version: comment.changed,
    board_id: board,
    card_id: comment.cardId,
    author_id: comment.authorId,
    text: comment.text,
    mentions: JSON.stringify(comment.mentions),
    created_at: comment.createdAt,
    edited_at: comment.editedAt,
    imported: comment.imported ? JSON.stringify(comment.imported) : null,
    deleted: Number(comment.deleted),
  }));
  return { table: "comments", owner: "board_id", columns: COMMENT_COLUMNS, rows };
}

const NOTICE_COLUMNS = [
  "id",
  "source",
  "user_id",
  "kind",
  "board_id",
  "card_id",
  "comment_id",
  "actor_id",
  "actor_name",
  "at",
];

interface NotifyingOp {
  version: number;
  userId: string;
  origin: { name: string } | null;
  at: string;
  notices: readonly BoardNotice[];
}

/** Who is told of a board's ops, as rows that are written once each. */
export function noticeRows(
  board: string,
  ops: readonly NotifyingOp[],
): NonNullable<Projection["once"]> {
  const rows = ops.flatMap(({ version, userId, origin, at, notices }) =>
    notices.map((notice) => ({
      id: newId("ntf"),
      source: `boards/${board}@${version}`,
      user_id: notice.userId,
      kind: notice.kind,
      board_id: board,
      card_id: notice.card,
      comment_id: notice.comment,
      actor_id: userId,
      actor_name: origin?.name ?? "",
      at,
    })),
  );
  return { table: "notifications", columns: NOTICE_COLUMNS, rows };
}
