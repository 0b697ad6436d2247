import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "./control.ts";
import { clearHalfSeeded, seedOnce, welcome } from "./demo.ts";
import type { Server } from "./server.ts";

let state = "";
beforeEach(() => (state = mkdtempSync(join(tmpdir(), "demo-"))));
afterEach(() => rmSync(state, { recursive: true, force: true }));

const person = (role: string) => ({
  id: role,
  name: role.toUpperCase(),
  email: `${role}@a.test`,
  role,
});

/** A server whose control database answers every query with these rows; `vars` is told of every reload. */
function serverWith(rows: object[], vars: unknown[] = []): Server {
  const statement = {
    bind: () => statement,
    run: async () => undefined,
    all: async () => ({ results: rows }),
  };
  const control = { prepare: () => statement, batch: async () => undefined } as Database;
  return {
    url: "http://127.0.0.1:1",
    control,
    putFile: async () => undefined,
    link: async (email, base) => `${base}/sign-in/link#${email}`,
    reload: async (more) => void vars.push(more),
    cron: async () => undefined,
    stop: async () => undefined,
  };
}

test("a state whose demo was interrupted is cleared, any other is kept", () => {
  writeFileSync(join(state, "data"), "");
  clearHalfSeeded(state);
  expect(existsSync(join(state, "data"))).toBe(true);
  writeFileSync(join(state, "seeding"), "");
  clearHalfSeeded(state);
  expect(existsSync(state)).toBe(false);
});

test("an organization that is there is left alone", async () => {
  expect(await seedOnce(serverWith([{ one: 1 }]), state)).toBe(false);
  expect(existsSync(join(state, "seeding"))).toBe(false);
});

test("a seed that fails says so, leaves the mark by which the next start clears it, and the limit of requests as it was", async () => {
  const vars: unknown[] = [];
  const failing = seedOnce(serverWith([], vars), state);
  await expect(failing).rejects.toThrow("The demo could not be made");
  expect(existsSync(join(state, "seeding"))).toBe(true);
  expect(vars).toEqual([{ REQUESTS_PER_MINUTE: "uncounted" }, undefined]);
});

test("greets with a link for an owner, a member and a viewer, in that order", async () => {
  const people = ["viewer", "admin", "member", "member", "owner"].map(person);
  const lines = await welcome(serverWith(people), "http://127.0.0.1:5173");
  expect(lines[0]).toBe("Aetheria: http://127.0.0.1:5173");
  expect(lines.join("\n")).toContain("http://127.0.0.1:5173/dev/outbox");
  expect(
    lines.filter((line) => line.includes("#")).map((line) => line.trim().split(/\s+/)),
  ).toEqual([
    ["owner", "OWNER", "http://127.0.0.1:5173/sign-in/link#owner@a.test"],
    ["member", "MEMBER", "http://127.0.0.1:5173/sign-in/link#member@a.test"],
    ["viewer", "VIEWER", "http://127.0.0.1:5173/sign-in/link#viewer@a.test"],
  ]);
});

test("without people there are no links to speak of", async () => {
  const lines = await welcome(serverWith([]));
  expect(lines.join("\n")).not.toContain("Sign in");
});
