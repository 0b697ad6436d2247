import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { serveAnthropic } from "../fakes/anthropic.ts";
import { needChromium } from "../lib/chromium.ts";
import type { Person } from "../lib/control.ts";
import { ROOT } from "../lib/paths.ts";
import { run } from "../lib/run.ts";
import { spawnServer, type SpawnedServer } from "../lib/spawned.ts";

/** What journeys are given. */
export interface Provided {
  /** Address of the seeded server that all journeys share. */
  base: string;
  /** `GET ?email=…` answers a fresh one-time sign-in link as text. Of the tests alone, not of the product. */
  links: string;
  /** The demo people: owner, member, viewer. */
  people: Person[];
  /** The server's state folder, for what is done by a command on its machine. */
  state: string;
  /** Path of the browser. */
  chromium: string;
}

declare module "vitest" {
  export interface ProvidedContext extends Provided {}
}

/** Hands out sign-in links to the test processes, which do not hold the server's channel. */
async function serveLinks(server: SpawnedServer): Promise<{ url: string; close(): void }> {
  const desk = createServer((request, response) => {
    const email = new URL(request.url ?? "/", "http://desk").searchParams.get("email") ?? "";
    server.link(email).then(
      (link) => response.end(link),
      (error: unknown) => response.writeHead(404).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
  const { port } = desk.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => desk.close() };
}

/** Builds once, serves on a fresh state and a free port, and fills it with the demo. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = mkdtempSync(join(tmpdir(), "aetheria-e2e-"));
  // Questions to Claude are answered by conversations of the tests.
  const claude = await serveAnthropic();
  writeFileSync(join(state, ".dev.vars"), claude.vars);
  const server = await spawnServer({ state });
  const seeded = await run(process.execPath, [join(ROOT, "scripts/seed.ts"), server.url]);
  if (!seeded.ok) {
    await server.stop();
    claude.close();
    throw new Error(`The demo could not be made:\n${seeded.output}`);
  }
  const desk = await serveLinks(server);
  project.provide("base", server.url);
  project.provide("links", desk.url);
  project.provide("state", state);
  project.provide("chromium", await needChromium(console.log));
  project.provide("people", await server.people());
  return async () => {
    desk.close();
    await server.stop();
    claude.close();
    rmSync(state, { recursive: true, force: true });
  };
}
