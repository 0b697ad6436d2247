import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { CardFile, FACE, FILE_LIMITS, FileId } from "./card-file.ts";
import { BoardId, CardId } from "./model.ts";

/** A file of a card, with who attached it and when (UTC). */
const CardFileView = CardFile.extend({
  // As it was written: by whatever rules held then.
  name: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
}).meta({ id: "CardFile" });

const ofFile = z.strictObject({ id: BoardId, file: FileId });

export const sendFilePart = defineRoute({
  method: "put",
  path: "/boards/{id}/files/{file}/parts/{number}",
  permission: "boards.write",
  summary:
    "Send a part of a file: 720 KiB each, numbered from 0, in any order and as often as it takes",
  params: ofFile.extend({ number: z.string().regex(/^(?:0|[1-9]\d?)$/) }),
  body: z.strictObject({ data: z.base64().max(Math.ceil(FILE_LIMITS.partBytes / 3) * 4) }),
  output: z.null(),
  status: 204,
  errors: ["board.not_found", "board.archived"],
  idempotencyKey: false,
});

export const finishFile = defineRoute({
  method: "post",
  path: "/boards/{id}/files/{file}",
  permission: "boards.write",
  summary: "Make a file of the parts that were sent; an op then attaches it to a card",
  params: ofFile,
  body: CardFile.omit({ id: true }),
  output: CardFile,
  status: 201,
  errors: ["board.not_found", "board.archived", "file.incomplete", "file.taken"],
});

export const sendFace = defineRoute({
  method: "put",
  path: "/boards/{id}/files/{file}/face",
  permission: "boards.write",
  summary: "Give a picture a small one that stands for it on cards; the first one stays",
  params: ofFile,
  body: z.strictObject({ data: z.base64().max(Math.ceil(FACE.bytes / 3) * 4) }),
  output: z.null(),
  status: 204,
  errors: ["board.not_found", "board.archived", "file.not_found"],
  idempotencyKey: false,
});

export const readFace = defineRoute({
  method: "get",
  path: "/boards/{id}/files/{file}/face",
  permission: "boards.read",
  summary: "Download the small picture of a file; up to 2 MB the file itself where it has none",
  params: ofFile,
  output: z.string(),
  produces: "application/octet-stream",
  errors: ["board.not_found", "file.not_found"],
});

export const listFiles = defineRoute({
  method: "get",
  path: "/boards/{id}/cards/{card}/files",
  permission: "boards.read",
  summary: "List the files of a card in the order in which they came, from the board's object",
  params: z.strictObject({ id: BoardId, card: CardId }),
  output: z.strictObject({ items: z.array(CardFileView) }),
  errors: ["board.not_found", "board.card_not_found"],
});

export const bringCard = defineRoute({
  method: "post",
  path: "/boards/{id}/cards/{card}/bring",
  permission: "boards.write",
  summary:
    "Bring to a card what its original on another board has: files, and comments under their authors and instants",
  params: z.strictObject({ id: BoardId, card: CardId }),
  body: z.strictObject({
    from: z.strictObject({ board: BoardId, card: CardId }),
    /** False for a copy: what people said stays where they said it. */
    comments: z.boolean().default(true),
  }),
  output: z.strictObject({ files: z.int().nonnegative(), comments: z.int().nonnegative() }),
  errors: ["board.not_found", "board.archived", "board.card_not_found", "board.op_rejected"],
});

export const downloadFile = defineRoute({
  method: "get",
  path: "/boards/{id}/files/{file}",
  permission: "boards.read",
  summary: "Download a file of a board, as bytes to keep whatever its type",
  params: ofFile,
  output: z.string(),
  produces: "application/octet-stream",
  errors: ["board.not_found", "file.not_found"],
});
