import type { Language } from "#domain/i18n/texts.ts";
import { LINK_LIFE } from "#domain/mail/model.ts";
import type { Clock } from "#worker/platform/clock.ts";
import { newMail, type Condition, type Mail } from "#worker/platform/mail/mail.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One link in this time: whoever asks again has one in the mailbox that is not older. */
const EVERY_MS = 5 * MINUTE;
/** Links in a day, whoever asks. They work as long, so that nobody is kept from one by whoever asks too often. */
const MOST_A_DAY = 5;

const KINDS = "('register', 'register_known')";

/** That an address is not written to too often. An account that was just made does not keep the other kind from arriving. */
function seldom(clock: Clock, email: string, kind: "register" | "register_known"): Condition {
  const since = (ms: number) => new Date(clock.now() - ms).toISOString();
  return {
    sql: `NOT EXISTS (SELECT 1 FROM mails m
        WHERE m.recipient = ? AND m.kind = '${kind}' AND m.created_at > ?)
      AND (SELECT count(*) FROM mails m
        WHERE m.recipient = ? AND m.kind IN ${KINDS} AND m.created_at > ?) < ${MOST_A_DAY}`,
    params: [email, since(EVERY_MS), email, since(DAY)],
  };
}

/**
 * The mails of somebody who wants to start an organization: one to an address without account, one to an address that has
 * one. The database alone finds out which of them there is.
 */
export function registrationMails(clock: Clock, to: { email: string; language: Language }): Mail[] {
  const { email } = to;
  const first = seldom(clock, email, "register");
  const again = seldom(clock, email, "register_known");
  const token = { kind: "register" as const, lifeMs: LINK_LIFE.registerHours * HOUR };
  const unknown = {
    sql: `NOT EXISTS (SELECT 1 FROM users u WHERE u.email = ?) AND ${first.sql}`,
    params: [email, ...first.params],
  };
  const known = { where: `u.email = ? AND ${again.sql}`, params: [email, ...again.params] };
  return [
    newMail(clock, {
      kind: "register",
      params: {},
      to: { ...to, userId: null, when: unknown },
      token,
    }),
    newMail(clock, { kind: "register_known", params: {}, to: known, token }),
  ];
}
