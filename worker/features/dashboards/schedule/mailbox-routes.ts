import { Hono } from "hono";
import { publicCtx } from "#worker/platform/bind.ts";
import { apiHeaders, encryptedOnly, outerLimit, requestLog } from "#worker/platform/http/guards.ts";
import { problemOf } from "#worker/platform/http/problem.ts";
import type { AppEnv } from "#worker/platform/http/vars.ts";
import { unsubscribe } from "./unsubscribe.ts";

/**
 * What a mailbox asks for by itself, at the addresses in the headers of mails: `/mail/unsubscribe/{token}` ends a mail by one POST
 * (RFC 8058), whatever its body; who opens it is led to the page with the button, since programs open every link.
 */
export function mailboxRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(problemOf);
  app.use(requestLog, apiHeaders, encryptedOnly, outerLimit);
  app.post("/unsubscribe/:token", async (c) => {
    await unsubscribe(publicCtx(c), { token: c.req.param("token") });
    return c.body(null, 204);
  });
  app.get("/unsubscribe/:token", (c) => c.redirect(`/unsubscribe#${c.req.param("token")}`, 303));
  app.all("*", (c) => c.body(null, 404));
  return app;
}
