import { occasionOf } from "#worker/platform/auth/occasion.ts";
import { write, type AuthEvent, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { newMail, type Mail } from "#worker/platform/mail/mail.ts";

/** What belongs in the batch that opens a session, so that a browser used for the first time is told. */
export interface Recognition {
  writes: ControlWrite[];
  event: AuthEvent;
  mails: Mail[];
}

// Holds once the batch has noted this browser: it is new, and the person has used another one before.
const IS_NEW = `EXISTS (SELECT 1 FROM known_devices d
    WHERE d.user_id = u.id AND d.hash = ? AND d.first_seen_at = ?)
  AND EXISTS (SELECT 1 FROM known_devices d WHERE d.user_id = u.id AND d.hash <> ?)`;

/**
 * Notes the browser of a sign-in, and tells the person when it is not one of theirs: an event of the account, and a mail
 * if the address is verified. The first browser of an account is nobody's news.
 */
export async function recognizeDevice(
  ctx: PublicCtx,
  userId: string,
  device: string,
): Promise<Recognition> {
  const occasion = occasionOf(ctx);
  const hash = await sha256(device);
  const isNew = [hash, occasion.at, hash];
  const person = `u.id = ? AND ${IS_NEW}`;
  return {
    writes: [
      write(
        `INSERT INTO known_devices (user_id, hash, first_seen_at, seen_at) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT DO UPDATE SET seen_at = ?3, first_seen_at = iif(first_seen_at = '', ?3, first_seen_at)`,
        userId,
        hash,
        occasion.at,
      ),
    ],
    event: {
      kind: "sign_in.new_device",
      userId,
      when: { sql: `EXISTS (SELECT 1 FROM users u WHERE ${person})`, params: [userId, ...isNew] },
    },
    mails: [
      newMail(ctx.clock, {
        kind: "new_device",
        params: occasion,
        to: {
          where: `${person} AND u.email_verified_at IS NOT NULL`,
          params: [userId, ...isNew],
        },
      }),
    ],
  };
}

/**
 * Notes the browser of whoever has just opened a mailed link: it counts as the person's where attempts are counted, and is
 * still told as new when it signs in (`first_seen_at` is empty until then). `device`: as `readDevice` gives it.
 */
export async function trustDevice(
  userId: string,
  device: string,
  now: string,
): Promise<ControlWrite> {
  return write(
    `INSERT INTO known_devices (user_id, hash, first_seen_at, seen_at) VALUES (?1, ?2, '', ?3)
     ON CONFLICT DO UPDATE SET seen_at = ?3`,
    userId,
    await sha256(device),
    now,
  );
}
