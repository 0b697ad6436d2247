import type { Context } from "hono";
import { closeHeaders } from "./guards.ts";
import type { AppEnv } from "./vars.ts";

/** The answer where there is nothing: no cache keeps it in place of what may come. */
export function missing(): Response {
  const answer = new Response(null, { status: 404 });
  closeHeaders(answer.headers);
  return answer;
}

/** Where public links lead: no search engine lists it, whoever gave the address away. */
const SHARED = "/shared";

/**
 * What no file answers. Addresses of the app are answered by its one page; a file that isn't there is a 404, never
 * a page in its place, which caches would keep for ever as that file.
 */
export async function servePage(c: Context<AppEnv>): Promise<Response> {
  const { pathname } = new URL(c.req.url);
  if (pathname.split("/").at(-1)?.includes(".")) return missing();
  const page = await c.env.ASSETS.fetch(new Request(new URL("/", c.req.url), c.req.raw));
  if (pathname !== SHARED) return page;
  const unlisted = new Response(page.body, page);
  unlisted.headers.set("x-robots-tag", "noindex, nofollow, noarchive");
  return unlisted;
}
