import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { CardFile, FILE_LIMITS, FileId } from "./card-file.ts";
import { BoardId } from "./model.ts";

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
