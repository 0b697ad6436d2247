import type { Me } from "#domain/identity/model.ts";
import { memberEvent } from "#domain/members/events.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { standingIn, standingOf } from "./queries.ts";

/** Tells who is signed in, where, and with which permissions. */
export async function readMe(ctx: Ctx): Promise<Me> {
  const { sql, params } = standingOf(ctx.userId, ctx.tenant.organizationId);
  const standing = standingIn(await controlDb(ctx).all(sql, ...params));
  return standing?.me ?? fail("permission.denied", { reason: "membership" });
}

/** What a person may change of their own account. */
export interface ProfileChange {
  name?: string | undefined;
  language?: "fr" | "en" | undefined;
}

/** Changes the signed-in person's name or language. Every organization of the person hears of a new name. */
export async function updateMe(ctx: Ctx, change: ProfileChange): Promise<Me> {
  const [me, scope] = await Promise.all([readMe(ctx), scopeOf(ctx)]);
  const person = {
    ...me.person,
    name: change.name ?? me.person.name,
    language: change.language ?? me.person.language,
  };
  const record = (name: string, roleId: string) => {
    return { id: person.id, email: person.email, name, roleId };
  };
  const events = me.organizations.map((organization) => ({
    organizationId: organization.id,
    actor: { userId: person.id, name: person.name },
    event: memberEvent("changed", {
      before: record(me.person.name, organization.role.id),
      after: record(person.name, organization.role.id),
    }),
  }));
  const { answer } = await commitControl(scope, {
    writes: [
      write(
        "UPDATE users SET name = ?, language = ? WHERE id = ?",
        person.name,
        person.language,
        person.id,
      ),
    ],
    authEvents: [{ kind: "profile.changed", userId: person.id }],
    events: person.name === me.person.name ? [] : events,
    answer: { ...me, person },
  });
  return answer;
}
