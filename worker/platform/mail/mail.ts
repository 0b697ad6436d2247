import type { Language } from "#domain/i18n/texts.ts";
import { newId } from "#domain/ids.ts";
import type { MailContent } from "#domain/mail/model.ts";
import type { SqlValue } from "#worker/platform/auth/control-db.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { hmac, sha256 } from "#worker/platform/bytes.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";

/** What a mailed link is good for. */
export type MailTokenKind = "verify" | "confirm" | "undo" | "reset" | "register" | "invitation";

/**
 * To an address, under a condition if there is one, or to whoever `users u` holds under one. It is asked when the batch
 * runs: where it does not hold there is no mail.
 */
export type Addressee =
  | { email: string; language: Language; userId: string | null; when?: Condition }
  | { where: string; params: readonly SqlValue[] };

/** A condition in SQL. */
export interface Condition {
  sql: string;
  params: readonly SqlValue[];
}

/** A mail to be written in the batch of what it tells. `newMail` makes one. */
export type Mail = MailContent & {
  id: string;
  to: Addressee;
  /** Its link carries a token that proves the address, for so long. */
  token?: { kind: MailTokenKind; lifeMs: number; sessionId?: string; invitationId?: string };
};

/** Gives a mail its id, from which the token of its link is derived. */
export function newMail(clock: Clock, mail: MailContent & Pick<Mail, "to" | "token">): Mail {
  return { ...mail, id: newId("mal", clock.now()) };
}

/** The token of a mail's link. Never stored; without the secret nobody can derive it from the id. */
export function mailToken(env: Env, mailId: string): Promise<string> {
  return hmac(env.AUTH_SECRET, `mail ${mailId}`);
}

/** The rows of a mail and its token. `origin` is where its link leads, `at` the instant of the batch. */
export async function mailRows(
  { env, clock, origin }: { env: Env; clock: Clock; origin: string },
  mail: Mail,
): Promise<ControlWrite[]> {
  const now = clock.now();
  const at = new Date(now).toISOString();
  const end = mail.token ? new Date(now + mail.token.lifeMs).toISOString() : null;
  const params = JSON.stringify(mail.params);
  const { to } = mail;
  const person = "email" in to ? "?, ?, ?" : "u.id, u.email, u.language";
  const source =
    "email" in to ? `WHERE ${to.when?.sql ?? "true"}` : `FROM users u WHERE ${to.where}`;
  const [first, last] =
    "email" in to
      ? [[to.userId, to.email, to.language], [...(to.when?.params ?? [])]]
      : [[], [...to.params]];
  const values = [...first, mail.kind, params, origin, at, end, at, ...last];
  const row = write(
    `INSERT INTO mails (id, user_id, recipient, language, kind, params, origin, created_at, useless_after, next_attempt_at)
     SELECT ?, ${person}, ?, ?, ?, ?, ?, ? ${source}`,
    mail.id,
    ...values,
  );
  if (!mail.token || !end) return [row];
  return [
    row,
    write(
      `INSERT INTO mail_tokens (hash, kind, user_id, email, session_id, invitation_id, created_at, expires_at)
       SELECT ?, ?, user_id, recipient, ?, ?, ?, ? FROM mails WHERE id = ?`,
      await sha256(await mailToken(env, mail.id)),
      mail.token.kind,
      mail.token.sessionId ?? null,
      mail.token.invitationId ?? null,
      at,
      end,
      mail.id,
    ),
  ];
}
