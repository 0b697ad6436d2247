import { fail } from "#domain/errors.ts";
import { mintDownload } from "#worker/platform/exports/download.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { Reply } from "#worker/platform/reply.ts";
import { findExport } from "./queries.ts";

/** Lets the asking browser download an archive. Errors: `export.not_found`, `export.no_archive`. */
export async function linkExport(
  ctx: Ctx,
  input: { id: string },
): Promise<Reply<{ path: string; expiresAt: string }>> {
  const { id, state } = await findExport(ctx, input.id);
  if (state !== "ready") return fail("export.no_archive");
  // A link is made for somebody who is known to hold the key.
  await ctx.actor();
  const { cookie, ...link } = await mintDownload(ctx, id);
  return new Reply(link, {}, [cookie]);
}
