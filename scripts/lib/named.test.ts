import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { named } from "./named.ts";

let ours: Server;
let url: string;
beforeAll(async () => {
  ours = createServer((_request, response) => response.end("ours")).listen(0, "127.0.0.1");
  await once(ours, "listening");
  url = `http://127.0.0.1:${(ours.address() as AddressInfo).port}`;
});
afterAll(() => void ours.close());

const both = async () => ["127.0.0.2", "127.0.0.1"];
const withPort = (host: string) => `http://${host}:${new URL(url).port}`;

test("a server is told by the name that browsers make passkeys for, and answers there", async () => {
  const address = await named(url);
  expect(address).toBe(withPort("localhost"));
  expect(await (await fetch(address)).text()).toBe("ours");
});

test("not where the name leads elsewhere, or nowhere", async () => {
  expect(await named(url, async () => ["10.1.2.3"])).toBe(url);
  expect(await named(url, () => Promise.reject(new Error("ENOTFOUND")))).toBe(url);
});

test("not where another program answers the name on another address", async () => {
  expect(await named(url, both)).toBe(withPort("localhost"));
  const other = createServer().listen(Number(new URL(url).port), "127.0.0.2");
  await once(other, "listening");
  expect(await named(url, both)).toBe(url);
  other.close();
});
