import { z } from "zod";
import { BoardFile } from "#domain/board-imports/board-file.ts";
import { defineRoute } from "#domain/route.ts";
import { BoardId } from "./model.ts";

const params = z.strictObject({ id: BoardId });

export const exportBoard = defineRoute({
  method: "get",
  path: "/boards/{id}/export.json",
  permission: "boards.read",
  summary: "Download a board as it now is; the file can be imported again, here or elsewhere",
  params,
  output: BoardFile,
  errors: ["board.not_found"],
  discloses: "board.exported",
});

export const exportBoardCsv = defineRoute({
  method: "get",
  path: "/boards/{id}/export.csv",
  permission: "boards.read",
  summary: "Download the cards of a board as CSV",
  params,
  query: z.strictObject({ language: z.enum(["fr", "en"]).default("fr") }),
  output: z.string(),
  produces: "text/csv",
  errors: ["board.not_found"],
  discloses: "board.exported",
});
