import { searchRecords } from "#domain/search/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { search } from "./search.ts";

export const searchRoutes = [bind(searchRecords, (ctx, { query }) => search(ctx, query))];
