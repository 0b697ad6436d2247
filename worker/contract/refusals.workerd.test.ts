import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { newId } from "#domain/ids.ts";
import { can } from "#domain/permissions.ts";
import { ROUTES } from "#worker/app.ts";
import { signAccess } from "#worker/platform/auth/tokens.ts";
import {
  callWorker,
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { BODIES, fillPath, foreignIds, nameOf } from "./samples.ts";

// Visits every route of the API: a new one is covered the moment it is declared.
const routes = ROUTES.map((bound) => bound.route);
const guarded = routes.filter((route) => route.permission !== "public");
const addressed = guarded.filter((route) => route.params);
const withBody = routes.filter((route) => route.body);
const withQuery = guarded.filter((route) => route.query);

let home: TestOrganization;
let ids: Record<string, string>;
let nobody: TestPerson;

async function codeOf(response: Response): Promise<string> {
  return (await response.json<{ code: string }>()).code;
}

function request(route: (typeof routes)[number]): string {
  return `${route.method} ${fillPath(route, ids)}`;
}

beforeAll(async () => {
  home = await mintOrganization("Chez nous");
  ids = await foreignIds(await mintOrganization("Chez les autres"));
  nobody = await home.join("viewer");
  await home.restrict(nobody, []);
});

describe("every route", () => {
  it("is declared once", () => {
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length);
    expect(routes.length).toBeGreaterThan(20);
  });

  it("has no secret in its address, where access logs would keep it", () => {
    const values = routes.flatMap((route) => [
      ...Object.keys((route.params as z.ZodObject | undefined)?.shape ?? {}),
      ...Object.keys((route.query as z.ZodObject | undefined)?.shape ?? {}),
    ]);
    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((name) => /token|secret|password|ticket|key/i.test(name))).toEqual([]);
  });

  it.each(guarded.map((route) => [nameOf(route), route] as const))(
    "%s asks for a session",
    async (_name, route) => {
      const bare = await callWorker(request(route), BODIES[nameOf(route)]);
      expect([bare.status, await codeOf(bare)]).toEqual([401, "auth.required"]);
      const past = { now: () => Date.now() - 3_600_000 };
      const claims = {
        userId: home.owner.userId,
        sessionId: home.owner.sessionId,
        tenant: home.tenant,
      };
      const { token } = await signAccess(testEnv, past, claims);
      const authorization = `Bearer ${token}`;
      const late = await callWorker(request(route), BODIES[nameOf(route)], { authorization });
      expect([late.status, await codeOf(late)]).toEqual([401, "auth.expired"]);
    },
  );

  it.each(guarded.map((route) => [nameOf(route), route] as const))(
    "%s refuses whoever lacks its key",
    async (_name, route) => {
      const person = route.permission === "member" ? await formerMember() : nobody;
      const answer = await person.call(request(route), BODIES[nameOf(route)]);
      expect([answer.status, await codeOf(answer)]).toEqual([403, "permission.denied"]);
    },
  );

  it.each(addressed.map((route) => [nameOf(route), route] as const))(
    "%s knows nothing of another organization's record",
    async (_name, route) => {
      const answer = await home.owner.call(request(route), BODIES[nameOf(route)]);
      expect([answer.status, (await codeOf(answer)).endsWith("not_found")]).toEqual([404, true]);
    },
  );

  it.each(withBody.map((route) => [nameOf(route), route] as const))(
    "%s refuses a body that is not JSON, and unknown keys",
    async (_name, route) => {
      const unknown = await home.owner.call(request(route), { __proto: 1, role: "owner" });
      expect([unknown.status, await codeOf(unknown)]).toEqual([422, "request.invalid"]);
      const broken = await home.owner.raw(request(route), "{oops");
      expect([broken.status, await codeOf(broken)]).toEqual([400, "request.malformed"]);
    },
  );

  it.each(withQuery.map((route) => [nameOf(route), route] as const))(
    "%s refuses an unknown query key",
    async (_name, route) => {
      const answer = await home.owner.call(`${request(route)}?org_id=${newId("org")}`);
      expect([answer.status, await codeOf(answer)]).toEqual([422, "request.invalid"]);
    },
  );
});

/** A person whose session lives on but whose membership has ended. */
async function formerMember(): Promise<TestPerson> {
  const person = await home.join("owner");
  await home.remove(person);
  return person;
}

describe("permissions", () => {
  it("grants what a role's rows say, and nothing else", async () => {
    const actor = await home.owner.ctx().actor();
    expect(can(actor, "clients.write")).toBe(true);
    expect(can(await nobody.ctx().actor(), "clients.write")).toBe(false);
  });
});
