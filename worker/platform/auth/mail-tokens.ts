import type { MailTokenKind } from "#worker/platform/mail/mail.ts";
import { guarded, write, type ControlWrite } from "./control-writes.ts";

/** Uses a mailed token up, or aborts the batch with `auth.link_invalid`. `now`: ISO UTC instant. */
export function useMailToken(hash: string, now: string): ControlWrite {
  return guarded(
    "link",
    "UPDATE mail_tokens SET used_at = ?1 WHERE hash = ?2 AND used_at IS NULL AND expires_at > ?1",
    now,
    hash,
  );
}

/** Makes a person's other open links of these kinds worthless. `since`: only those made at or after that instant. */
export function closeMailTokens(
  userId: string,
  kinds: readonly MailTokenKind[],
  now: string,
  since = "",
): ControlWrite {
  return write(
    `UPDATE mail_tokens SET used_at = ? WHERE user_id = ? AND used_at IS NULL AND created_at >= ?
       AND kind IN (SELECT value FROM json_each(?))`,
    now,
    userId,
    since,
    JSON.stringify(kinds),
  );
}

/** Makes the open links that start an account with an address worthless: it has one. */
export function closeRegistrations(email: string, now: string): ControlWrite {
  return write(
    "UPDATE mail_tokens SET used_at = ? WHERE email = ? AND kind = 'register' AND used_at IS NULL",
    now,
    email,
  );
}

/** Ends a person's sessions, all but one if it is given. */
export function endSessions(userId: string, now: string, except: string | null = null) {
  return write(
    "UPDATE sessions SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL AND id IS NOT ?",
    now,
    userId,
    except,
  );
}
