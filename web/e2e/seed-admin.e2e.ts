import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "#scripts/lib/paths.ts";
import { run } from "#scripts/lib/run.ts";
import { spawnServer, type SpawnedServer } from "#scripts/lib/spawned.ts";
import { launch } from "./journey.ts";

// On a state of its own, on which nobody has been.
const state = mkdtempSync(join(tmpdir(), "aetheria-admin-"));
const email = "claire@atelier.example";
const words = ["--email", email, "--name", "Claire Morvan", "--organization", "Atelier Morvan"];
const seedAdmin = (...args: string[]) =>
  run(process.execPath, [join(ROOT, "scripts/seed-admin.ts"), "--state", state, ...args]);

let browser: Browser;
let server: SpawnedServer | undefined;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await server?.stop();
  rmSync(state, { recursive: true, force: true });
});

it("the first owner is made on the command line and chooses a password by the link that it prints, once", async () => {
  expect((await seedAdmin()).output).toContain("Tell whom");
  const refused = await seedAdmin(...words.with(1, "personne"));
  expect([refused.ok, refused.output]).toEqual([
    false,
    expect.stringContaining("personne is no email address"),
  ]);
  const made = await seedAdmin(...words);
  expect([made.ok, made.output]).toEqual([true, expect.stringContaining("owned by Claire Morvan")]);
  const path = /\/reset#[\w-]{43}/.exec(made.output)?.[0] ?? "";
  const again = await seedAdmin(...words.with(1, "autre@atelier.example"));
  expect([again.ok, again.output]).toEqual([
    false,
    expect.stringContaining("There is an organization already"),
  ]);

  server = await spawnServer({ state });
  const running = await seedAdmin(...words);
  expect([running.ok, running.output]).toEqual([false, expect.stringContaining("running already")]);
  const page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await page.goto(server.url + path);
  await page.getByLabel("Nouveau mot de passe").fill("quatre zèbres lents dansent");
  await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill("quatre zèbres lents dansent");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL(`${server.url}/`);
  await page.getByRole("button", { name: /^Entreprise Atelier Morvan/ }).waitFor();
  const token = path.split("#")[1];
  const second = await fetch(`${server.url}/api/v1/auth/password/reset`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ token, password: "cinq otaries polies nagent" }),
  });
  expect(second.status).toBe(410);
}, 240_000);
