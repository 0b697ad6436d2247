import { beforeEach, describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { withTotp } from "#worker/features/factors/testing.ts";
import {
  change,
  databaseOf,
  delivered,
  nextDatabase,
  rows,
} from "#worker/platform/testing-databases.ts";
import { refusal, signUp } from "./testing.ts";

let claire: Awaited<ReturnType<typeof signUp>>;
beforeEach(async () => {
  claire = await signUp();
});
const create = (name: string, { browser, token } = claire) =>
  browser.call("post /auth/organizations", { name }, token);
const owned = async () => {
  const sql = "SELECT count(*) AS n FROM memberships WHERE user_id = ?";
  return (await rows<{ n: number }>(sql, claire.me.person.id))[0]?.n;
};

describe("a further organization of somebody who is signed in", () => {
  it("is started by its name alone, and the same session goes on there as its owner", async () => {
    const answer = await create("Deuxième atelier");
    expect(answer.status).toBe(201);
    const me = await answer.json<SignedIn>();
    expect(me).toMatchObject({
      person: { id: claire.me.person.id },
      organization: { name: "Deuxième atelier" },
      role: { slug: "owner" },
    });
    expect(me.organizations).toHaveLength(2);
    const again = await claire.browser.call("get /auth/me", undefined, me.accessToken);
    expect(again.status).toBe(200);
    await delivered();
    const db = await databaseOf(me.organization.id);
    expect(await db.rows("SELECT action FROM audit")).toEqual([{ action: "member.joined" }]);
    const events = await rows(
      "SELECT kind FROM auth_events WHERE user_id = ? AND kind = 'organization.started'",
      claire.me.person.id,
    );
    expect(events).toHaveLength(1);
  });

  it("takes no further proof of whoever has a second factor", async () => {
    const karim = await withTotp();
    await change(
      "UPDATE sessions SET proven_at = '2026-01-01' WHERE user_id = ?",
      karim.me.person.id,
    );
    expect((await create("Chez Karim", karim)).status).toBe(201);
  });

  it("is one, however often and however close together its form is sent", async () => {
    const answers = await Promise.all([create("Deuxième"), create("Deuxième"), create("Deuxième")]);
    const ids = await Promise.all(
      answers.map(async (answer) => (await answer.json<SignedIn>()).organization.id),
    );
    expect(new Set(ids).size).toBe(1);
    const again = await (await create("Deuxième")).json<SignedIn>();
    expect([again.organization.id, await owned()]).toEqual([ids[0], 2]);
  });

  it("heals on the next try when its database could not be migrated", async () => {
    const db = await nextDatabase();
    await db.change("CREATE TABLE clients (id TEXT)");
    expect(await refusal(await create("Deuxième"))).toEqual([503, "organization.unavailable"]);
    await db.change("DROP TABLE clients");
    expect((await create("Deuxième")).status).toBe(201);
    expect(await owned()).toBe(2);
  });

  it("has a limit of five a day, and says so", async () => {
    for (let count = 0; count < 5; count += 1) {
      await change(
        `INSERT INTO auth_events (id, user_id, kind, at, request_id)
         VALUES (?, ?, 'organization.started', ?, 'req_1')`,
        `aev_${claire.me.person.id}_${count}`,
        claire.me.person.id,
        new Date().toISOString(),
      );
    }
    expect(await refusal(await create("Sixième"))).toEqual([409, "organization.too_many"]);
    expect(await owned()).toBe(1);
    await change(
      "UPDATE auth_events SET at = '2026-01-01' WHERE user_id = ? AND kind = 'organization.started'",
      claire.me.person.id,
    );
    expect((await create("Sixième")).status).toBe(201);
  });

  it("says so when the pool is full, and leaves nothing behind", async () => {
    await change("UPDATE slots SET set_aside_at = 'test' WHERE organization_id IS NULL");
    expect(await refusal(await create("Deuxième"))).toEqual([503, "organization.pool_full"]);
    expect(await owned()).toBe(1);
    await change("UPDATE slots SET set_aside_at = NULL WHERE set_aside_at = 'test'");
  });

  it("is open to whoever lacks the second factor that the organization of now demands", async () => {
    await change(
      "UPDATE organizations SET factor_demanded_at = '2026-01-01T00:00:00.000Z' WHERE id = ?",
      claire.me.organization.id,
    );
    const { browser, token } = claire;
    expect((await browser.call("get /clients", undefined, token)).status).toBe(403);
    expect((await create("Deuxième")).status).toBe(201);
  });
});
