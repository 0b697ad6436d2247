import { matchStep } from "#domain/factors/totp.ts";
import type { AuthEventKind } from "#domain/identity/model.ts";
import { guarded, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { occasionOf } from "#worker/platform/auth/occasion.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Mail } from "#worker/platform/mail/mail.ts";
import { unseal } from "#worker/platform/secrets/seal.ts";
import { factorMail } from "./factor-mail.ts";
import { useRecoveryCode } from "./recovery-codes.ts";
import { totpPlace } from "./totp-secret.ts";

/** A person's authenticator app as it is stored. */
export interface StoredTotp {
  userId: string;
  /** Sealed; null without one. */
  secret: string | null;
  lastStep: number;
  /** Recovery codes that still work. */
  codes: number;
}

/** What a right code leads to: the write that uses it up, and how the account's events call it. */
export interface UsedCode {
  write: ControlWrite;
  kind: Extract<AuthEventKind, "sign_in.code" | "sign_in.recovery_code">;
  /** What is told by mail: a code that was kept for bad days was used. */
  mails: Mail[];
}

/** Uses up the step of a right code, or aborts the batch with `auth.code_invalid`: two requests can't share one. */
export function useStep(userId: string, step: number): ControlWrite {
  return guarded(
    "code",
    "UPDATE totp_factors SET last_step = ?1 WHERE user_id = ?2 AND last_step < ?1",
    step,
    userId,
  );
}

/** The step that a typed code of an app belongs to; null when it is wrong, used or too old. */
export async function stepOf(
  ctx: Pick<PublicCtx, "env" | "clock">,
  { userId, secret, lastStep }: Omit<StoredTotp, "codes">,
  typed: string,
): Promise<number | null> {
  if (secret === null) return null;
  const key = await unseal(ctx.env, totpPlace(userId), secret);
  return matchStep(key, typed, ctx.clock.now(), lastStep);
}

/** Looks at a typed code: of the app, or a recovery code. Null when it can be neither; count the attempt first. */
export async function checkCode(
  ctx: PublicCtx,
  stored: StoredTotp,
  typed: string,
): Promise<UsedCode | null> {
  const digits = typed.replaceAll(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    const step = await stepOf(ctx, stored, digits);
    if (step === null) return null;
    return { write: useStep(stored.userId, step), kind: "sign_in.code", mails: [] };
  }
  const use = await useRecoveryCode(ctx.env, stored.userId, typed, isoNow(ctx.clock));
  if (!use) return null;
  const change = { kind: "recovery_used", left: stored.codes - 1 } as const;
  const mail = factorMail(ctx.clock, stored.userId, occasionOf(ctx), change);
  return { write: use, kind: "sign_in.recovery_code", mails: [mail] };
}
