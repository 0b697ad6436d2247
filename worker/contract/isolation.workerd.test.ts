import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import { TOKEN_KEYS } from "#domain/tokens/rules.ts";
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
import { openSupportWorld, type SupportWorld } from "./testing-support.ts";
import { plantService, plantToken } from "./testing-tokens.ts";

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
  /** Member of home who may have tokens, and nothing else. */
  idle: TestPerson;
  /** Member of home who holds every key but the one to have tokens. */
  barred: TestPerson;
  /** An organization whose data moved to another database, and the one where it was. */
  moved: { owner: TestPerson; before: TenantRef };
  support: SupportWorld;
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
  "support where nobody let it in, though another organization did": {
    claims: ({ away, support }) => ({ ...claimsOf(support.staff), tenant: away.tenant }),
    refusals: ["403 permission.denied"],
  },
  "support whose access ran out": {
    claims: ({ support }) => ({ ...claimsOf(support.staff), tenant: support.over }),
    refusals: ["403 permission.denied"],
  },
  "support whose access an owner ended": {
    claims: ({ support }) => ({ ...claimsOf(support.staff), tenant: support.ended }),
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

/**
 * API tokens that must open nothing, and the refusals that may answer each. Where tokens reach at all, which is half of the
 * routes; the other half says so.
 */
const TOKENS: Record<
  string,
  { token: (world: World) => Promise<string>; refusals: readonly string[] }
> = {
  "an API token of another organization, which names this one": {
    token: ({ home, away }) => {
      const { organizationId } = away.tenant;
      return plantToken({ tenant: home.tenant, userId: away.owner.userId, organizationId });
    },
    refusals: ["401 auth.token_invalid"],
  },
  "an API token of this organization by somebody who is no member": {
    token: ({ home, away }) => plantToken({ tenant: home.tenant, userId: away.owner.userId }),
    refusals: ["403 permission.denied"],
  },
  "somebody else's API token, which names an owner": {
    token: ({ home, away }) => {
      const ownerId = away.owner.userId;
      return plantToken({ tenant: home.tenant, userId: home.owner.userId, ownerId });
    },
    refusals: ["401 auth.token_invalid"],
  },
  "an API token without the key": {
    token: ({ home }) =>
      plantToken({ tenant: home.tenant, userId: home.owner.userId, permissions: [] }),
    refusals: ["403 permission.denied"],
  },
  "an API token with keys that its person does not hold": {
    token: ({ home, idle }) => plantToken({ tenant: home.tenant, userId: idle.userId }),
    refusals: ["403 permission.denied"],
  },
  "an API token of a person who may have none": {
    token: ({ home, barred }) => plantToken({ tenant: home.tenant, userId: barred.userId }),
    refusals: ["403 permission.denied"],
  },
  "an API token whose time is over": {
    token: ({ home }) => {
      const expiresAt = new Date().toISOString();
      return plantToken({ tenant: home.tenant, userId: home.owner.userId, expiresAt });
    },
    refusals: ["401 auth.token_invalid"],
  },
  "an API token that was revoked": {
    token: ({ home }) => {
      const revokedAt = new Date().toISOString();
      return plantToken({ tenant: home.tenant, userId: home.owner.userId, revokedAt });
    },
    refusals: ["401 auth.token_invalid"],
  },
  "a token of a service account that is suspended": {
    token: ({ home: { tenant, owner } }) =>
      plantService({ tenant, by: owner.userId, disabledAt: "2026" }),
    refusals: ["401 auth.token_invalid"],
  },
  "a token for another organization's service account": {
    token: ({ home: { tenant, owner }, away }) => {
      const accountOf = away.tenant.organizationId;
      return plantService({ tenant, by: owner.userId, accountOf });
    },
    refusals: ["403 permission.denied"],
  },
};

/** A route of any member takes every token that works: what it then finds is held by isolation-records. */
const KEYLESS = new Set([
  "an API token without the key",
  "an API token with keys that its person does not hold",
]);

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
  const [idle, barred] = [await home.join("viewer"), await home.join("viewer")];
  await home.restrict(idle, ["tokens.create"]);
  await home.restrict(barred, TOKEN_KEYS);
  const support = await openSupportWorld();
  world = { home, away, out, old, idle, barred, support, moved: await moveAway() };
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

describe.each(Object.entries(TOKENS))("%s", (name, { token, refusals }) => {
  let text: string;
  beforeAll(async () => {
    text = await token(world);
  });

  const asked = guarded.filter(
    (route) => !(route.tokens && route.permission === "member" && KEYLESS.has(name)),
  );
  it.each(asked.map((route) => [nameOf(route), route] as const))(
    "is refused by %s",
    async (path, route) => {
      const request = `${route.method} ${fillPath(route, ids)}`;
      const headers = { authorization: `Bearer ${text}` };
      const answer = await callWorker(request, BODIES[path], headers);
      const { code } = await answer.json<{ code: string }>();
      const expected = route.tokens ? refusals : ["403 auth.token_refused"];
      expect(expected).toContain(`${answer.status} ${code}`);
    },
  );
});

describe("an API token that works", () => {
  const reads = guarded.filter((route) => route.tokens && route.method === "get");
  it.each(reads.map((route) => [nameOf(route), route] as const))(
    "reads as a service account: %s",
    async (_name, route) => {
      const { tenant, owner } = world.home;
      const text = await plantService({ tenant, by: owner.userId });
      const query = route.path === "/search" ? "?q=chez" : "";
      const headers = { authorization: `Bearer ${text}` };
      const answer = await callWorker(`get ${fillPath(route, ids)}${query}`, undefined, headers);
      expect(answer.status).toBe(200);
    },
  );

  it("is refused by whatever changes accounts, authority or the organization itself", () => {
    const open = guarded.filter((route) => route.tokens).map(nameOf);
    expect(open).toEqual(expect.arrayContaining(["get /clients", "post /clients", "get /members"]));
    const closed = guarded.filter((route) => !open.includes(nameOf(route)));
    const people =
      /^(?!get )\S+ \/(auth|tokens|service-accounts|members|roles|invitations|divisions|organization|live)\b/;
    expect(open.filter((name) => people.test(name))).toEqual([]);
    expect(guarded.filter((route) => route.fresh && route.tokens)).toEqual([]);
    expect(closed.map(nameOf)).toEqual(
      expect.arrayContaining(["get /auth/me", "post /tokens", "post /live/tickets"]),
    );
  });
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
