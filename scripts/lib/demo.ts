import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoPeople, hasOrganizations } from "./control.ts";
import { ROOT } from "./paths.ts";
import { run } from "./run.ts";
import type { Server } from "./server.ts";

/** Marks a state folder whose demo is half made. */
const HALF = "seeding";

/** Clears a state folder in which an earlier first start was interrupted before its demo was whole. */
export function clearHalfSeeded(state: string): void {
  if (existsSync(join(state, HALF))) rmSync(state, { recursive: true, force: true });
}

/** Fills a state that has no organization with the demo firm; answers whether it did. @throws when the seed fails. */
export async function seedOnce(server: Server, state: string): Promise<boolean> {
  const seed = join(ROOT, "scripts/seed.ts");
  if (!existsSync(seed) || (await hasOrganizations(server.control))) return false;
  writeFileSync(join(state, HALF), "");
  // A few people make the whole firm at once: what they ask for is not held against who signs in as them a moment later.
  await server.reload({ REQUESTS_PER_MINUTE: "uncounted" });
  const outcome = await run(process.execPath, [seed, server.url]);
  await server.reload();
  if (!outcome.ok) throw new Error(`The demo could not be made:\n${outcome.output.trim()}`);
  rmSync(join(state, HALF));
  return true;
}

/** Lines that tell where the server is and how each demo person signs in, once. `base` is the page's address. */
export async function welcome(server: Server, base = server.url): Promise<string[]> {
  const people = await demoPeople(server.control);
  const width = Math.max(0, ...people.map((one) => one.name.length));
  const links = people.map(async (one) => {
    const link = await server.link(one.email, base);
    return `  ${one.role.padEnd(7)} ${one.name.padEnd(width)}  ${link}`;
  });
  return [
    `Aetheria: ${base}`,
    ...(links.length > 0 ? ["Sign in with a link, once each, within the hour:"] : []),
    ...(await Promise.all(links)),
    `Mail is not sent but shown: ${base}/dev/outbox`,
    "Ctrl+C stops. Data stays in .state; npm run reset starts anew.",
  ];
}
