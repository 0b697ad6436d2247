import { getHealth } from "#domain/health/api.ts";
import { bindPublic } from "#worker/platform/bind.ts";
import { readHealth } from "./read-health.ts";

export const healthRoutes = [bindPublic(getHealth, (ctx) => readHealth(ctx))];
