import type { SignedIn } from "#domain/identity/model.ts";
import { Fault } from "#domain/errors.ts";
import { scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { foundFurther } from "./found-organization.ts";
import { OWNED_BY_NAME } from "./registration-link.ts";
import { goOnIn } from "./switch-organization.ts";

/**
 * Starts a further organization of the person who is signed in, and goes on there in the same session. Sent again with the
 * same name, after whatever failure, it finishes what is missing and goes on there as well.
 * Errors: `organization.too_many`, `organization.pool_full`, `organization.unavailable`.
 */
export async function createOrganization(ctx: Ctx, input: { name: string }): Promise<SignedIn> {
  const owned = () =>
    controlDb(ctx)
      .first<{ id: string | null }>(
        `SELECT ${OWNED_BY_NAME("?1", "?2")} AS id`,
        ctx.userId,
        input.name,
      )
      .then((row) => row?.id ?? null);
  const [before, { userId, name, email }] = await Promise.all([owned(), ctx.actor()]);
  if (before) return goOnIn(ctx, before, { writes: [] });
  const scope = await scopeOf(ctx);
  const { organizationId, ...plan } = foundFurther(scope, input.name, { userId, name, email });
  try {
    return await goOnIn(ctx, organizationId, plan);
  } catch (error) {
    // The same form sent twice at once: whoever comes second goes on as the first.
    const first = error instanceof Fault && error.code === "conflict.version" && (await owned());
    if (!first) throw error;
    return goOnIn(ctx, first, { writes: [] });
  }
}
