import { Hono, type Context } from "hono";
import { encodeBase64 } from "hono/utils/encode";
import type { MailPicture } from "#domain/mail/sending.ts";
import { apiHeaders } from "#worker/platform/http/guards.ts";
import type { AppEnv } from "#worker/platform/http/vars.ts";
import type { Env } from "#worker/platform/env.ts";
import { REFERENCE_STYLE } from "#worker/platform/reference/style.ts";
import { outboxPage, type ShownMail } from "./outbox-page.ts";
import { renderMail, type MailRow } from "./render.ts";

interface Row extends MailRow {
  created_at: string;
  sent_at: string | null;
  last_error: string | null;
}

const READ = `SELECT id, recipient, language, kind, params, origin, created_at, sent_at, last_error FROM mails`;

async function shown(env: Env, row: Row): Promise<ShownMail> {
  const { id, recipient: to, language, kind, created_at: createdAt, sent_at: sentAt } = row;
  const { subject, text, html, link } = await renderMail(env, row);
  const error = row.last_error;
  return { id, to, language, kind, createdAt, sentAt, error, subject, text, html, link };
}

async function lastMails(c: Context<AppEnv>): Promise<ShownMail[]> {
  const to = c.req.query("to") ?? null;
  const { results } = await c.env.CONTROL_DB.prepare(
    `${READ} WHERE ?1 IS NULL OR recipient = ?1 ORDER BY created_at DESC, id DESC LIMIT 100`,
  )
    .bind(to)
    .all<Row>();
  return Promise.all(results.map((row) => shown(c.env, linkedHere(c, row))));
}

/** A mail that no request led to knows no address of a local server: its link leads to this one. */
function linkedHere(c: Context<AppEnv>, row: Row): Row {
  return { ...row, origin: row.origin || new URL(c.req.url).origin };
}

/** A mail as programs show it: its pictures where it names them. */
function unpacked(html: string, { id, type, bytes }: MailPicture): string {
  const data = encodeBase64(bytes);
  return html.replaceAll(`"cid:${id}"`, `"data:${type};base64,${data}"`);
}

const PAGE = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const MAIL =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation allow-popups";

/**
 * The mails of a development server with their links, as a page without scripts: /dev/outbox, and /dev/outbox.json for
 * scripts, `?to=` narrows both. Anywhere but in development each of its addresses is a 404.
 */
export function localOutbox(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(apiHeaders, async (c, next) => {
    if (c.env.ENVIRONMENT !== "development") return c.body(null, 404);
    return next();
  });
  app.get("/outbox", async (c) => {
    c.header("content-security-policy", PAGE);
    const french = !(c.req.header("accept-language") ?? "fr").startsWith("en");
    return c.html(outboxPage(french ? "fr" : "en", await lastMails(c)));
  });
  app.get("/outbox.json", async (c) => c.json({ items: await lastMails(c) }));
  app.get("/outbox.css", (c) => c.body(REFERENCE_STYLE, 200, { "content-type": "text/css" }));
  app.get("/outbox/:id", async (c) => {
    const row = await c.env.CONTROL_DB.prepare(`${READ} WHERE id = ?`)
      .bind(c.req.param("id"))
      .first<Row>();
    if (!row) return c.body(null, 404);
    c.header("content-security-policy", MAIL);
    const { html, pictures } = await renderMail(c.env, linkedHere(c, row));
    return c.html(pictures.reduce(unpacked, html));
  });
  app.all("*", (c) => c.body(null, 404));
  return app;
}
