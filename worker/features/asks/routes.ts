import * as api from "#domain/asks/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { askTurn } from "./ask-turn.ts";
import { listAsks } from "./list-asks.ts";
import { readAsk } from "./read-ask.ts";
import { readStatus } from "./read-status.ts";
import { readUsage } from "./read-usage.ts";

/** Routes of questions put to Claude. */
export const askRoutes = [
  bind(api.askQuestion, (ctx, { body }) => askTurn(ctx, body)),
  bind(api.readAskStatus, (ctx) => readStatus(ctx)),
  bind(api.listAsks, (ctx, { query }) => listAsks(ctx, query)),
  bind(api.readAsk, (ctx, { params }) => readAsk(ctx, params)),
  bind(api.readAskUsage, (ctx, { query }) => readUsage(ctx, query)),
];
