import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import { ROUTES } from "#worker/app.ts";
import { signAccess, type AccessClaims } from "#worker/platform/auth/tokens.ts";
import { systemClock } from "#worker/platform/clock.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import {
  callWorker,
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { BODIES, fillPath, foreignIds, nameOf } from "./samples.ts";

// Every route × every credential that must open nothing. Routes without a session, without the key and with another
// organization's id stand in refusals.workerd.test.ts. A further kind of credential is one more line of CALLERS.
const guarded = ROUTES.map((bound) => bound.route).filter((route) => route.permission !== "public");

interface World {
  home: TestOrganization;
  away: TestOrganization;
  /** Owner of home, whose session has been ended. */
  out: TestPerson;
  /** Owner of home, whose session is older than seven days. */
  old: TestPerson;
  /** An organization whose data moved to another database, and the one where it was. */
  moved: { owner: TestPerson; before: TenantRef };
}

let world: World;
let ids: Record<string, string>;

/** Each credential: the claims that are signed, or the whole header, and the refusals that may answer it. */
const CALLERS: Record<
  string,
  { claims: (world: World) => AccessClaims; refusals: readonly string[] }
> = {
  "a stranger whose token names this organization": {
    claims: ({ home, away }) => ({ ...claimsOf(away.owner), tenant: home.tenant }),
    refusals: ["403 permission.denied"],
  },
  "a member whose token names another organization's database": {
    claims: ({ home, away }) => {
      const tenant = { ...home.tenant, binding: away.tenant.binding };
      return { ...claimsOf(home.owner), tenant };
    },
    refusals: ["401 auth.expired", "503 organization.unavailable"],
  },
  "a token of where the organization's data was before it moved": {
    claims: ({ moved }) => ({ ...claimsOf(moved.owner), tenant: moved.before }),
    refusals: ["401 auth.expired"],
  },
  "somebody else's session": {
    claims: ({ home, away }) => {
      const { sessionId } = away.owner;
      return { ...claimsOf(home.owner), sessionId, tenant: home.tenant };
    },
    refusals: ["401 auth.required"],
  },
  "a session that was ended": {
    claims: ({ home, out }) => ({ ...claimsOf(out), tenant: home.tenant }),
    refusals: ["401 auth.required"],
  },
  "a session older than seven days": {
    claims: ({ home, old }) => ({ ...claimsOf(old), tenant: home.tenant }),
    refusals: ["401 auth.required"],
  },
  "an organization that does not exist": {
    claims: ({ home }) => {
      const tenant = { ...home.tenant, organizationId: newId("org") };
      return { ...claimsOf(home.owner), tenant };
    },
    refusals: ["401 auth.required", "503 organization.unavailable"],
  },
};

const claimsOf = ({ userId, sessionId }: TestPerson) => ({ userId, sessionId });

/** An organization that now lives in another database, while its old one still bears its name. */
async function moveAway(): Promise<World["moved"]> {
  const organization = await mintOrganization("Chez les partis");
  const { tenant, owner } = organization;
  const free = (await mintOrganization("Personne")).tenant;
  await change("DELETE FROM slots WHERE binding = ?", free.binding);
  const move = "UPDATE slots SET binding = ? WHERE organization_id = ?";
  await change(move, free.binding, tenant.organizationId);
  return { owner, before: tenant };
}

beforeAll(async () => {
  quiet();
  const home = await mintOrganization("Chez nous");
  const away = await mintOrganization("Chez les autres");
  ids = await foreignIds(home);
  const [out, old] = [await home.join("owner"), await home.join("owner")];
  const now = new Date().toISOString();
  await change("UPDATE sessions SET revoked_at = ? WHERE id = ?", now, out.sessionId);
  await change("UPDATE sessions SET expires_at = ? WHERE id = ?", now, old.sessionId);
  world = { home, away, out, old, moved: await moveAway() };
});

describe.each(Object.entries(CALLERS))("%s", (_caller, { claims, refusals }) => {
  it.each(guarded.map((route) => [nameOf(route), route] as const))(
    "is refused by %s",
    async (name, route) => {
      const { token } = await signAccess(testEnv, systemClock, claims(world));
      const authorization = `Bearer ${token}`;
      const request = `${route.method} ${fillPath(route, ids)}`;
      const answer = await callWorker(request, BODIES[name], { authorization });
      const { code } = await answer.json<{ code: string }>();
      expect(refusals).toContain(`${answer.status} ${code}`);
    },
  );
});

describe("what the refused asked for", () => {
  it("never happened", async () => {
    const { home } = world;
    const client = await home.owner.call(`get /clients/${ids["cli"]}`);
    expect(await client.json()).toMatchObject({ company: "Chez les autres", version: 1 });
    const board = await home.owner.call(`get /boards/${ids["brd"]}`);
    expect(await board.json()).toMatchObject({ title: "Tableau des autres", version: 1 });
    expect((await home.owner.call("get /auth/me")).status).toBe(200);
  });
});
