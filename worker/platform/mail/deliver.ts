import { MOST_ATTEMPTS, mailWait } from "#domain/mail/back-off.ts";
import type { MailSender, SendOutcome } from "#domain/mail/sending.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { renderMail, type MailRow } from "./render.ts";
import { senderOf } from "./sender.ts";

interface Delivery {
  env: Env;
  clock: Clock;
}

interface Claimed extends MailRow {
  attempts: number;
  useless_after: string | null;
}

/** While a mail is on its way nobody else takes it; after a crash somebody does, and its id keeps it from arriving twice. */
const LEASE_MS = 60_000;
/** Mails of one sweep: the rest waits for the next minute. */
const MOST_AT_ONCE = 50;

const iso = (ms: number) => new Date(ms).toISOString();

/** Takes one mail that is due, of these ids if any are given. Null when none is. */
function claim({ env, clock }: Delivery, ids: readonly string[] | null): Promise<Claimed | null> {
  const now = clock.now();
  return env.CONTROL_DB.prepare(
    `UPDATE mails SET attempts = attempts + 1, next_attempt_at = ?1 WHERE id = (
       SELECT id FROM mails WHERE next_attempt_at <= ?2
         AND (?3 IS NULL OR id IN (SELECT value FROM json_each(?3))) ORDER BY next_attempt_at LIMIT 1)
     RETURNING id, recipient, language, kind, params, origin, attempts, useless_after`,
  )
    .bind(iso(now + LEASE_MS), iso(now), ids && JSON.stringify(ids))
    .first<Claimed>();
}

async function settle({ env, clock }: Delivery, mail: Claimed, outcome: SendOutcome) {
  const now = clock.now();
  const set = (sql: string, ...values: (string | null)[]) =>
    env.CONTROL_DB.prepare(`UPDATE mails SET ${sql} WHERE id = ?`)
      .bind(...values, mail.id)
      .run();
  if (outcome.sent) {
    await set("sent_at = ?, next_attempt_at = NULL, last_error = NULL", iso(now));
    return;
  }
  const next = now + Math.max(mailWait(mail.attempts), outcome.afterMs ?? 0);
  const late = mail.useless_after !== null && iso(next) > mail.useless_after;
  const over = !outcome.again || late || mail.attempts >= MOST_ATTEMPTS;
  await set("last_error = ?, next_attempt_at = ?", outcome.error, over ? null : iso(next));
  const { id: mailId, kind, attempts } = mail;
  log(over ? "error" : "warn", over ? "mail.given_up" : "mail.delayed", {
    mailId,
    kind,
    attempts,
    error: outcome.error,
  });
}

async function send(delivery: Delivery, sender: MailSender, mail: Claimed): Promise<SendOutcome> {
  if (mail.useless_after !== null && iso(delivery.clock.now()) >= mail.useless_after) {
    return { sent: false, error: "link over", again: false };
  }
  const { link: _link, ...rendered } = await renderMail(delivery.env, mail);
  return sender({ id: mail.id, to: mail.recipient, ...rendered });
}

/**
 * Sends the mails that are due, of these ids when given: beside the answer that they belong to, and by cron for whatever
 * was not sent then. One that fails waits with back-off and is given up, and told in the log, when it can't succeed.
 */
export async function deliverMails(
  delivery: Delivery,
  ids: readonly string[] | null = null,
): Promise<void> {
  const sender = senderOf(delivery.env);
  if (!sender) {
    if (ids) log("error", "mail.not_configured");
    return;
  }
  try {
    for (let count = 0; count < MOST_AT_ONCE; count += 1) {
      const mail = await claim(delivery, ids);
      if (!mail) return;
      const outcome = await send(delivery, sender, mail);
      await settle(delivery, mail, outcome);
      // Whoever asks for patience gets it for the whole sweep.
      if (!outcome.sent && outcome.afterMs) return;
    }
  } catch (error) {
    log("error", "mail.delivery_failed", { error: String(error) });
  }
}
