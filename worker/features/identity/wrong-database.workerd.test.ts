import { beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "#worker/app.ts";
import { newId } from "#domain/ids.ts";
import { databaseOf, type TestDatabase } from "#worker/platform/testing-databases.ts";
import { refusal, signUp } from "./testing.ts";

let claire: Awaited<ReturnType<typeof signUp>>;
let db: TestDatabase;

const guarded = ROUTES.map((bound) => bound.route).filter((route) => route.permission !== "public");

beforeAll(async () => {
  claire = await signUp();
  db = await databaseOf(claire.me.organization.id);
});

/** Any id will do: the database is refused before a record is looked for. */
const pathOf = (path: string) => path.replaceAll(/\{\w+\}/g, newId("cli"));

describe("a database that is somebody else's", () => {
  it("answers while it is the organization's own", async () => {
    const answer = await claire.browser.call("get /auth/me", undefined, claire.token);
    expect(answer.status).toBe(200);
  });

  it.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "is refused by %s",
    async (_name, route) => {
      const body = route.body ? {} : undefined;
      const request = `${route.method} ${pathOf(route.path)}`;
      await db.change("UPDATE _meta SET organization_id = 'org_stranger'");
      const answer = await claire.browser.call(request, body, claire.token);
      expect(await refusal(answer)).toEqual([503, "organization.unavailable"]);
      await db.change("UPDATE _meta SET organization_id = ?", claire.me.organization.id);
    },
  );

  it("is refused without identity row, and without any table", async () => {
    await db.change("DELETE FROM _meta");
    const empty = await claire.browser.call("get /auth/me", undefined, claire.token);
    expect(await refusal(empty)).toEqual([503, "organization.unavailable"]);
    await db.change("DROP TABLE _meta");
    const bare = await claire.browser.call("get /auth/me", undefined, claire.token);
    expect(await refusal(bare)).toEqual([503, "organization.unavailable"]);
  });
});
