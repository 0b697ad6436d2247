import type { MailSender } from "#domain/mail/sending.ts";
import { resendSender } from "#worker/integrations/resend/resend.ts";
import type { Env } from "#worker/platform/env.ts";

/**
 * Who carries mails away: Resend where there is an account, the outbox page on one machine and in tests (the rows are
 * all there is to it), nobody in a production that is not set up yet: mails wait.
 */
export function senderOf(env: Env): MailSender | null {
  const { RESEND_API_KEY: apiKey, MAIL_FROM: from, RESEND_BASE_URL: baseUrl } = env;
  const production = env.ENVIRONMENT === "production";
  if (production && !env.APP_ORIGIN) return null;
  if (apiKey && from) return resendSender({ apiKey, from, ...(baseUrl ? { baseUrl } : {}) });
  if (production) return null;
  return () => Promise.resolve({ sent: true });
}

/**
 * Where the links of mails lead when `APP_ORIGIN` does not say it: to where the request came. Empty in production, where a
 * request's word for it could lead somewhere else.
 */
export function mailOrigin(env: Env, request: Request | null): string {
  if (env.ENVIRONMENT === "production" || !request) return "";
  return new URL(request.url).origin;
}
