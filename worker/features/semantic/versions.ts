import { and, desc, eq } from "drizzle-orm";
import { fail } from "#domain/errors.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { listSemanticVersions, readSemanticVersion } from "#domain/semantic/versions-api.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { semanticKind } from "./kind.ts";
import { semanticVersions } from "./schema.ts";

const MOST = 100;
const { version, writtenBy, writtenAt, document } = semanticVersions;

/** The last versions of a layer, newest first. Error: `semantic.not_found`. */
export async function listVersions(
  ctx: Ctx,
  { id }: { id: string },
): Promise<AnswerOf<typeof listSemanticVersions>> {
  const reading = ctx.db
    .select({ version, writtenBy, writtenAt })
    .from(semanticVersions)
    .where(eq(semanticVersions.layerId, id))
    .orderBy(desc(version))
    .limit(MOST);
  const [layer, items] = await Promise.all([
    findRecord(ctx, semanticKind, id),
    reading,
    ctx.actor(),
  ]);
  return layer ? { items } : fail("semantic.not_found", { id });
}

/** A layer as one version had it. Errors: `semantic.not_found`, `semantic.version_not_found`. */
export async function readVersion(
  ctx: Ctx,
  input: { id: string; version: string },
): Promise<AnswerOf<typeof readSemanticVersion>> {
  const { id } = input;
  const wanted = and(eq(semanticVersions.layerId, id), eq(version, Number(input.version)));
  const reading = ctx.db
    .select({ version, writtenBy, writtenAt, document })
    .from(semanticVersions)
    .where(wanted);
  const [layer, rows] = await Promise.all([
    findRecord(ctx, semanticKind, id),
    reading,
    ctx.actor(),
  ]);
  if (!layer) return fail("semantic.not_found", { id });
  return rows[0] ?? fail("semantic.version_not_found", input);
}
