import { expect, it } from "vitest";
import { PERMISSIONS } from "#domain/permissions.ts";
import * as api from "./api.ts";
import { OWN_DATA, type OwnData } from "./registry.ts";

const all: readonly OwnData[] = OWN_DATA;

it("asks for keys that exist, and names each column once", () => {
  for (const { permission, columns } of all) {
    const names = columns.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    const keys = [permission, ...columns.flatMap(({ key }) => key ?? [])];
    expect(PERMISSIONS).toEqual(expect.arrayContaining(keys));
  }
});

it("has a route for each entry, which asks for the entry's key", () => {
  const routes = Object.values(api).map(({ path, permission }) => `${path} ${permission}`);
  expect(routes).toEqual(
    expect.arrayContaining(
      all.map(({ name, permission }) => `/own-data/${name}/rows ${permission}`),
    ),
  );
});

it("hands out what reaches people outside the organization to those who may export it alone", () => {
  const clients = all.find(({ name }) => name === "clients");
  const guarded = clients?.columns.filter(({ key }) => key === "clients.export");
  expect(guarded?.map(({ name }) => name)).toEqual(["email", "phone"]);
});
