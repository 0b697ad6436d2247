import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { ImportId, ImportInput, ImportPart, ImportView } from "./model.ts";

const params = z.strictObject({ id: ImportId });

export const listImports = defineRoute({
  method: "get",
  path: "/board-imports",
  permission: "boards.manage",
  summary: "List imports of boards, newest first",
  output: z.strictObject({ items: z.array(ImportView) }),
});

export const readImport = defineRoute({
  method: "get",
  path: "/board-imports/{id}",
  permission: "boards.manage",
  summary: "Tell how far an import is, and which rows were refused",
  params,
  output: ImportView,
  errors: ["import.not_found"],
});

export const startImport = defineRoute({
  method: "post",
  path: "/board-imports",
  permission: "boards.manage",
  summary: "Announce an import into a new board or an existing one",
  body: ImportInput,
  output: ImportView,
  status: 201,
  errors: ["board.not_found", "board.archived"],
});

export const sendImportPart = defineRoute({
  method: "put",
  path: "/board-imports/{id}/parts/{number}",
  permission: "boards.manage",
  summary:
    "Send a part of the cards with their comments and links, numbered from 0, as often as it takes",
  params: z.strictObject({ id: ImportId, number: z.string().regex(/^(?:0|[1-9]\d{0,4})$/) }),
  body: ImportPart,
  output: z.null(),
  status: 204,
  errors: ["import.not_found", "import.not_receiving"],
  idempotencyKey: false,
});

export const runImport = defineRoute({
  method: "post",
  path: "/board-imports/{id}/run",
  permission: "boards.manage",
  summary:
    "Go on with an import, or with its undoing, for some seconds; call again until it is over",
  params,
  output: ImportView,
  errors: ["import.not_found", "import.incomplete", "board.archived"],
  idempotencyKey: false,
});

export const cancelImport = defineRoute({
  method: "post",
  path: "/board-imports/{id}/cancel",
  permission: "boards.manage",
  summary: "Stop an import; what it made stays until it is undone",
  params,
  output: ImportView,
  errors: ["import.not_found", "import.over"],
});

export const undoImport = defineRoute({
  method: "post",
  path: "/board-imports/{id}/undo",
  permission: "boards.manage",
  summary: "Begin to take back what an import made; cards that somebody changed since stay",
  params,
  output: ImportView,
  errors: ["import.not_found", "import.not_over"],
});
