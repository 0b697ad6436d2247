import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { password, startOrganization } from "#scripts/demo/session.ts";
import { spawnServer } from "#scripts/lib/spawned.ts";
import { FAULTS, openReceiver } from "./receiver.ts";

// The server is killed with SIGKILL, Node and workerd together, while a receiver leaves it waiting: what was
// acknowledged before arrives afterwards, and what is written meanwhile too, without anybody asking.
const state = mkdtempSync(join(tmpdir(), "aetheria-webhooks-kill-"));
afterAll(() => rmSync(state, { recursive: true, force: true }));

it("a webhook gets what was acknowledged before a kill, under one id each", async () => {
  const receiver = await openReceiver();
  let server = await spawnServer({ state });
  const stamp = Date.now().toString(36);
  const owner = await startOrganization(server.url, {
    organization: `Studio ${stamp}`,
    name: "Nadia Amrani",
    email: `kill-${stamp}@studio.example`,
    password: password(),
    language: "fr",
  });
  const webhook = await owner.post<{ id: string }>("/webhooks", {
    url: receiver.url,
    types: ["client.created"],
  });
  const signs = await owner.post<{ secret: string }>(`/webhooks/${webhook.id}/secret`, {});
  receiver.learn(signs.secret);
  const made: string[] = [];
  // The first call hangs when the server dies; those behind it were never sent.
  receiver.fail(FAULTS.silent);
  for (let n = 0; n < 5; n += 1) {
    const client = await owner.post<{ id: string }>("/clients", { company: `Client ${n}` });
    made.push(client.id);
  }
  await expect.poll(() => receiver.arrived.length).toBe(1);
  await server.kill();
  server = await spawnServer({ state });
  const got = () => new Set(receiver.arrived.slice(1).map((one) => one.event?.record.id));
  await expect.poll(got, { timeout: 60_000, interval: 250 }).toEqual(new Set(made));
  const ids = receiver.arrived.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(made.length);
  await server.stop();
  receiver.close();
}, 300_000);
