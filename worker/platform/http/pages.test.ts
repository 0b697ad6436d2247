import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { servePage } from "./pages.ts";
import type { AppEnv } from "./vars.ts";

async function ask(path: string): Promise<{ status: number; asked: string[] }> {
  const asked: string[] = [];
  const assets = {
    fetch: (request: Request) => {
      asked.push(new URL(request.url).pathname);
      return Promise.resolve(new Response("<!doctype html>"));
    },
  };
  const app = new Hono<AppEnv>().get("*", servePage);
  const response = await app.request(path, {}, { ASSETS: assets });
  return { status: response.status, asked };
}

describe("servePage", () => {
  it.each(["/clients", "/boards/brd_01?card=crd_01", "/settings/members", "/v1.2/notes"])(
    "answers %s with the one page",
    async (path) => {
      expect(await ask(path)).toEqual({ status: 200, asked: ["/"] });
    },
  );

  it.each(["/assets/gone-abc123.js", "/icons/none.png", "/sw.js"])(
    "answers %s with 404, not with a page",
    async (path) => {
      expect(await ask(path)).toEqual({ status: 404, asked: [] });
    },
  );
});
