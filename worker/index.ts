import { createApp } from "./app.ts";
import { consumeJobs } from "./jobs/queue.ts";
import { runScheduled } from "./jobs/scheduled.ts";
import type { Env } from "./platform/env.ts";

export { BoardRoom } from "#objects/board/room.ts";
export { RestoreRoom } from "#objects/exports/restore-room.ts";
export { ExportRoom } from "#objects/exports/room.ts";
export { LimitRoom } from "#objects/limit/room.ts";
export { OutboxRoom } from "#objects/outbox/room.ts";
export { WebhookRoom } from "#objects/webhooks/room.ts";

const app = createApp();

export default {
  fetch: (request, env, ctx) => app.fetch(request, env, ctx),
  scheduled: (event, env) => runScheduled(event.cron, env),
  queue: (batch, env) => consumeJobs(batch, env),
} satisfies ExportedHandler<Env>;
