import { sql } from "drizzle-orm";
import { Fault, fail } from "#domain/errors.ts";
import type { SemanticRecord } from "#domain/semantic/model.ts";
import { workspaceKind } from "#worker/features/workspaces/kind.ts";
import { workspaceGuard } from "#worker/features/workspaces/living.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { insert, type Write } from "#worker/platform/writes.ts";
import { semanticVersions } from "./schema.ts";

type Place = Pick<SemanticRecord, "id" | "workspaceId">;

/** Aborts the commit unless the workspace stands and has no other semantic layer. */
export function onlyLayerGuard({ id, workspaceId }: Place): Write {
  return workspaceGuard(
    workspaceId,
    sql`NOT EXISTS (SELECT 1 FROM semantic_layers AS other WHERE other.workspace_id = ${workspaceId}
      AND other.deleted_at IS NULL AND other.id <> ${id})`,
  );
}

/** Keeps what a version says, so that it can be compared and brought back. */
export function keepVersion(after: SemanticRecord, userId: string): Write {
  return insert(semanticVersions, {
    layerId: after.id,
    version: after.version,
    document: after.document,
    writtenBy: userId,
    writtenAt: after.updatedAt,
  });
}

/** Says what a guard of `onlyLayerGuard` found. Errors: `workspace.not_found`, `semantic.exists`. */
export async function explainRefused(ctx: Ctx, place: Place, error: unknown): Promise<never> {
  if (!(error instanceof Fault) || error.code !== "conflict.version") throw error;
  const { workspaceId } = place;
  if (await findRecord(ctx, workspaceKind, workspaceId)) return fail("semantic.exists");
  return fail("workspace.not_found", { id: workspaceId });
}
