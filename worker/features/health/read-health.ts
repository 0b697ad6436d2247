import { isoNow } from "#worker/platform/clock.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { probeControl } from "#worker/platform/probe.ts";
import { log } from "#worker/platform/log.ts";

/** Asks each part one small question. Milliseconds are wall time; a part that throws is not ok. */
export async function readHealth(ctx: PublicCtx) {
  const [control, files] = await Promise.all([
    probe(ctx, "control", () => probeControl(ctx.env)),
    probe(ctx, "files", () => ctx.env.FILES.head("health")),
  ]);
  const outbox = ctx.env.ENVIRONMENT === "development" ? "/dev/outbox" : null;
  return { ok: control.ok && files.ok, at: isoNow(ctx.clock), control, files, outbox };
}

async function probe(ctx: PublicCtx, part: string, ask: () => Promise<unknown>) {
  const started = ctx.clock.now();
  try {
    await ask();
    return { ok: true, ms: ctx.clock.now() - started };
  } catch (error) {
    log("error", "health.failed", { requestId: ctx.requestId, part, error: String(error) });
    return { ok: false, ms: ctx.clock.now() - started };
  }
}
