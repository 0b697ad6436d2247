import { LINK_LIFE, type Occasion } from "#domain/mail/model.ts";
import type { Clock } from "#worker/platform/clock.ts";
import { newMail, type Mail } from "#worker/platform/mail/mail.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One reset link a person in this time: whoever asks again has one in the mailbox that is not older. */
const RESET_EVERY_MS = 5 * MINUTE;

/** Asks a person to confirm the address that the account has. */
export function verifyMail(clock: Clock, userId: string): Mail {
  return newMail(clock, {
    kind: "email_verify",
    params: {},
    to: { where: "u.id = ? AND u.email_verified_at IS NULL", params: [userId] },
    token: { kind: "verify", lifeMs: LINK_LIFE.verifyDays * DAY },
  });
}

/** To whoever has this address, if anybody has and none was sent a moment ago. */
export function resetMail(clock: Clock, email: string, occasion: Occasion): Mail {
  const recently = new Date(clock.now() - RESET_EVERY_MS).toISOString();
  return newMail(clock, {
    kind: "password_reset",
    params: occasion,
    to: {
      where: `u.email = ? AND NOT EXISTS (SELECT 1 FROM mails m
        WHERE m.user_id = u.id AND m.recipient = u.email AND m.kind = 'password_reset'
          AND m.created_at > ?)`,
      params: [email, recently],
    },
    token: { kind: "reset", lifeMs: LINK_LIFE.resetMinutes * MINUTE },
  });
}

/** Tells a verified address that the password is another one. An unverified one may be somebody else's. */
export function passwordChangedMail(clock: Clock, userId: string, occasion: Occasion): Mail {
  return newMail(clock, {
    kind: "password_changed",
    params: occasion,
    to: { where: "u.id = ? AND u.email_verified_at IS NOT NULL", params: [userId] },
  });
}

/** Tells a verified address that a session ended for safety; once, by the request that ended it. */
export function sessionCopiedMail(
  clock: Clock,
  { userId, sessionId }: { userId: string; sessionId: string },
  occasion: Occasion,
): Mail {
  return newMail(clock, {
    kind: "session_copied",
    params: occasion,
    to: {
      where: `u.id = ? AND u.email_verified_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = ? AND s.revoked_at = ?)`,
      params: [userId, sessionId, occasion.at],
    },
  });
}

/** SQL: whether an address has an account. */
const HAS_ACCOUNT = "EXISTS (SELECT 1 FROM users u WHERE u.email = ?)";

/** To the new address of a person, if nobody has it, who then takes it by the link; the session that asked stays. */
export function confirmMail(
  clock: Clock,
  person: { userId: string; email: string; language: "fr" | "en"; sessionId: string },
): Mail {
  const { sessionId, ...to } = person;
  const free = { sql: `NOT ${HAS_ACCOUNT}`, params: [person.email] };
  return newMail(clock, {
    kind: "email_confirm",
    params: {},
    to: { ...to, when: free },
    token: { kind: "confirm", lifeMs: LINK_LIFE.confirmHours * HOUR, sessionId },
  });
}

/** To an address, if another account has it: whoever reads it learns why no link came. */
export function emailTakenMail(
  clock: Clock,
  to: { userId: string; email: string; language: "fr" | "en" },
): Mail {
  const when = { sql: HAS_ACCOUNT, params: [to.email] };
  return newMail(clock, { kind: "email_taken", params: {}, to: { ...to, when } });
}

/** To the address that was: what happened, and a link that takes it back. */
export function emailChangedMail(
  clock: Clock,
  to: { userId: string; email: string; language: "fr" | "en" },
  occasion: Occasion,
): Mail {
  return newMail(clock, {
    kind: "email_changed",
    params: occasion,
    to,
    token: { kind: "undo", lifeMs: LINK_LIFE.undoDays * DAY },
  });
}
