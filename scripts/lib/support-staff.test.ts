import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT } from "./paths.ts";
import { addStaff, listStaff, removeStaff } from "./support-staff.ts";

const AT = "2026-11-21T09:00:00.000Z";
let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "staff-"));
  mkdirSync(join(state, "d1/x"), { recursive: true });
  new DatabaseSync(join(state, "d1/x/a.sqlite")).close();
  const control = new DatabaseSync(join(state, "d1/x/b.sqlite"));
  const folder = join(ROOT, "migrations/control");
  for (const name of globSync("*.sql", { cwd: folder }).toSorted())
    for (const sql of readFileSync(join(folder, name), "utf8").split(/^--> statement$/m))
      control.exec(sql);
  control.exec(
    `INSERT INTO users (id, email, name, created_at) VALUES ('usr_1', 'nadia@example.com', 'Nadia Roux', '${AT}')`,
  );
  control.close();
});
afterEach(() => rmSync(state, { recursive: true }));

test("marks an account, once, and takes the mark away", () => {
  expect(addStaff(state, "NADIA@example.com", AT)).toContain("is of support now");
  expect(addStaff(state, "nadia@example.com", AT)).toContain("already");
  expect(listStaff(state)).toEqual([
    { email: "nadia@example.com", name: "Nadia Roux", factor: false },
  ]);
  expect(removeStaff(state, "nadia@example.com")).toContain("no more");
  expect(listStaff(state)).toEqual([]);
});

test("says so when nobody has the address, or when there are no accounts at all", () => {
  expect(() => addStaff(state, "personne@example.com", AT)).toThrow("Nobody here has the email");
  expect(() => listStaff(join(state, "d1"))).toThrow("start the server once first");
});
