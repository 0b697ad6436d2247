import type { FactorChange, Occasion } from "#domain/mail/model.ts";
import type { Clock } from "#worker/platform/clock.ts";
import { newMail, type Mail } from "#worker/platform/mail/mail.ts";

/** Tells a verified address what happened to the account's second factors. An unverified one may be somebody else's. */
export function factorMail(
  clock: Clock,
  userId: string,
  occasion: Occasion,
  change: FactorChange,
): Mail {
  return newMail(clock, {
    kind: "factor_changed",
    params: { ...occasion, change },
    to: { where: "u.id = ? AND u.email_verified_at IS NOT NULL", params: [userId] },
  });
}
