import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

/** A seeded server and what belongs to it. The journeys of one lane run one after another and share it. */
export interface Lane {
  base: string;
  /** `GET ?email=…` answers a fresh one-time sign-in link as text. Of the tests alone, not of the product. */
  links: string;
  /** The demo people: owner, member, viewer. */
  people: Person[];
  /** The server's state folder, for what is done by a command on its machine. */
  state: string;
}

/** What journeys are given. */
export interface Provided {
  /** As many as files run beside each other: `maxWorkers` of the project. */
  lanes: Lane[];
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

/** Makes the demo once, on a server of its own that is ended before its state is copied. */
async function seed(state: string): Promise<void> {
  const server = await spawnServer({ state });
  const seeded = await run(process.execPath, [join(ROOT, "scripts/seed.ts"), server.url]);
  await server.stop();
  if (!seeded.ok) throw new Error(`The demo could not be made:\n${seeded.output}`);
}

/** Builds once, and serves the demo as often as journeys run beside each other, each on a copy of its state and a free port. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "aetheria-e2e-"));
  // Questions to Claude are answered by conversations of the tests.
  const claude = await serveAnthropic();
  const template = join(folder, "demo");
  const ends: (() => unknown)[] = [() => claude.close()];
  const end = async (): Promise<void> => {
    for (const one of ends.toReversed()) await one();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    mkdirSync(template);
    writeFileSync(join(template, ".dev.vars"), claude.vars);
    await seed(template);
    const lanes: Lane[] = [];
    for (let lane = 0; lane < project.config.maxWorkers; lane += 1) {
      const state = join(folder, `lane-${lane}`);
      cpSync(template, state, { recursive: true });
      const server = await spawnServer({ state });
      ends.push(() => server.stop());
      const desk = await serveLinks(server);
      ends.push(() => desk.close());
      lanes.push({ base: server.url, links: desk.url, state, people: await server.people() });
    }
    project.provide("lanes", lanes);
    project.provide("chromium", await needChromium(console.log));
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
