import { fail } from "#domain/errors.ts";
import { mintDownload } from "#worker/platform/exports/download.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findExport } from "./queries.ts";

/** Makes the link of an archive, for whoever asks alone. Errors: `export.not_found`, `export.no_archive`. */
export async function linkExport(
  ctx: Ctx,
  input: { id: string },
): Promise<{ path: string; expiresAt: string }> {
  const { id, state } = await findExport(ctx, input.id);
  if (state !== "ready") return fail("export.no_archive");
  // A link is made for somebody who is known to hold the key.
  await ctx.actor();
  const { ticket, expiresAt } = await mintDownload(ctx, id);
  return { path: `/api/v1/exports/${id}/archive?ticket=${ticket}`, expiresAt };
}
