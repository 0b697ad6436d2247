import * as api from "#domain/board-imports/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { cancelImport, undoImport } from "./end-import.ts";
import { findImport, readImports, viewOf } from "./queries.ts";
import { runImport } from "./run-import.ts";
import { sendPart } from "./send-part.ts";
import { startImport } from "./start-import.ts";

/** Routes of imports into boards. */
export const boardImportRoutes = [
  bind(api.listImports, async (ctx) => ({ items: (await readImports(ctx)).map(viewOf) })),
  bind(api.readImport, async (ctx, { params }) => viewOf(await findImport(ctx, params.id))),
  bind(api.startImport, (ctx, { body }) => startImport(ctx, body)),
  bind(api.sendImportPart, (ctx, { params: { id, number }, body }) =>
    sendPart(ctx, { id, number: Number(number), ...body }),
  ),
  bind(api.runImport, (ctx, { params }) => runImport(ctx, params)),
  bind(api.cancelImport, (ctx, { params }) => cancelImport(ctx, params)),
  bind(api.undoImport, (ctx, { params }) => undoImport(ctx, params)),
];
