import * as api from "#domain/own-data/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { listOwnData } from "./list-own-data.ts";
import { readOwnData } from "./read-own-data.ts";

/** Routes of the organization's own data. */
export const ownDataRoutes = [
  bind(api.listOwnData, (ctx) => listOwnData(ctx)),
  bind(api.readOwnClients, (ctx) => readOwnData(ctx, "clients")),
  bind(api.readOwnTasks, (ctx) => readOwnData(ctx, "tasks")),
  bind(api.readOwnNotes, (ctx) => readOwnData(ctx, "notes")),
];
