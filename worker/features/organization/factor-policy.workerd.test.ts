import { beforeEach, describe, expect, it } from "vitest";
import type { Factors } from "#domain/factors/model.ts";
import type { Me } from "#domain/identity/model.ts";
import type { LiveMessage } from "#domain/live/messages.ts";
import { ROUTES } from "#worker/app.ts";
import { codeOf } from "#worker/features/factors/testing.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { openSocket } from "#worker/platform/testing-sockets.ts";
import { change } from "#worker/platform/testing-databases.ts";

const DAY = 86_400_000;
let firm: Awaited<ReturnType<typeof openFirm>>;
let member: Colleague;
beforeEach(async () => {
  firm = await openFirm();
  member = await firm.hire("member");
});

const demand = (graceDays: number, demanded = true, by = firm.owner) =>
  by.call("put /organization/second-factor", { demanded, graceDays });

/** As if the demand and the members were older by some days. */
async function daysLater(days: number): Promise<void> {
  const at = new Date(Date.now() - days * DAY).toISOString();
  await change("UPDATE organizations SET factor_demanded_at = ?", at);
  await change("UPDATE memberships SET created_at = ?", at);
}

/** Milliseconds that a person has left. */
const due = async (person: Colleague) =>
  Date.parse((await person.json<Me>("get /auth/me")).factorDue ?? "") - Date.now();

async function addApp(person: Colleague): Promise<void> {
  const { key } = await person.json<{ key: string }>("post /auth/factors/totp");
  await person.json("post /auth/factors/totp/confirm", { code: await codeOf(key) });
}

describe("demanding a second factor", () => {
  it("is for whoever holds the key, and tells how many have none", async () => {
    expect((await demand(14, true, member)).status).toBe(403);
    expect(await (await demand(14)).json()).toEqual({ demanded: true, graceDays: 14 });
    const told = await firm.owner.json("get /organization/second-factor");
    expect(told).toEqual({ demanded: true, graceDays: 14, members: 2, without: 2 });
  });

  it("tells each person until when, and stops nobody before", async () => {
    await demand(14);
    const me = await member.json<Me>("get /auth/me");
    const left = Date.parse(me.factorDue ?? "") - Date.now();
    expect(Math.round(left / DAY)).toBe(14);
    const { demand: told } = await member.json<Factors>("get /auth/factors");
    expect(told).toEqual({ organization: me.organization.name, from: me.factorDue });
    expect((await member.call("get /clients")).status).toBe(200);
  });

  it("shuts out whoever has none after the grace, from everything but adding one", async () => {
    await demand(14);
    await daysLater(15);
    for (const { route } of ROUTES) {
      if (route.permission === "public" || route.path.includes("{")) continue;
      if (route.method !== "get") continue;
      const answer = await member.call(`get ${route.path}`);
      const shut = await answer.clone().text();
      const allowed = ["/auth/me", "/auth/factors"].includes(route.path);
      const refused = /auth\.factor_demanded|permission\.denied/.test(shut);
      expect([route.path, refused]).toEqual([route.path, !allowed]);
    }
    const created = await member.call("post /clients", { company: "Port" });
    expect(await refusal(created)).toEqual([403, "auth.factor_demanded"]);
    const ticket = await member.call("post /live/tickets", { room: "live" });
    expect(await refusal(ticket)).toEqual([403, "auth.factor_demanded"]);
    await addApp(member);
    expect((await member.call("get /clients")).status).toBe(200);
    expect((await member.json<Me>("get /auth/me")).factorDue).toBeNull();
  });

  it("closes open sockets of whoever has none, at once where there is no grace", async () => {
    await addApp(firm.owner);
    const socket = await openSocket<LiveMessage>(member as never, "live");
    const kept = await openSocket<LiveMessage>(firm.owner as never, "live");
    socket.send({ kind: "hello", since: null });
    await demand(0);
    expect(await socket.closed).toBe(4401);
    const state = await Promise.race([kept.closed, Promise.resolve("open")]);
    expect(state).toBe("open");
    kept.close();
  });

  it("holds on the next request after a factor is taken away", async () => {
    await addApp(member);
    await demand(0);
    expect((await member.call("get /clients")).status).toBe(200);
    // Nobody with an app may take it away unseen: the demand catches up at once.
    expect((await member.call("delete /auth/factors/totp")).status).toBe(204);
    expect(await refusal(await member.call("get /clients"))).toEqual([403, "auth.factor_demanded"]);
  });

  it("gives the days of grace to whoever joins later, and none anew when their number changes", async () => {
    await demand(14);
    await daysLater(10);
    const late = await firm.hire("member");
    expect(Math.round((await due(late)) / DAY)).toBe(14);
    expect(Math.round((await due(member)) / DAY)).toBe(4);
    await demand(20);
    expect(Math.round((await due(member)) / DAY)).toBe(10);
  });

  it("ends when it is no longer demanded", async () => {
    await demand(0);
    expect((await member.call("get /clients")).status).toBe(403);
    await addApp(firm.owner);
    expect((await demand(0, false)).status).toBe(200);
    expect((await member.call("get /clients")).status).toBe(200);
    expect((await member.json<Me>("get /auth/me")).factorDue).toBeNull();
  });
});
