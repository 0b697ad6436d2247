import { Resend } from "resend";
import type { MailSender, OutgoingMail, SendOutcome } from "#domain/mail/sending.ts";

/** How Resend is reached. `baseUrl` is its own unless told. */
export interface ResendAccount {
  apiKey: string;
  /** `Aetheria <bonjour@exemple.fr>`, of a domain that Resend has verified. */
  from: string;
  baseUrl?: string;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/** Asks for no automatic reply (RFC 3834). */
const AUTOMATIC = { "Auto-Submitted": "auto-generated" };

/** Faults that the same mail will meet again, whatever is waited. */
const LASTING = new Set([
  "invalid_attachment",
  "invalid_from_address",
  "invalid_idempotency_key",
  "invalid_parameter",
  "missing_required_field",
  "validation_error",
]);

/**
 * Sends through Resend's HTTP API (https://resend.com/docs/api-reference/emails/send-email). The mail's id is its
 * Idempotency-Key, so a mail whose answer was lost and that is sent again arrives once.
 */
export function resendSender(account: ResendAccount): MailSender {
  const { apiKey, from, baseUrl, timeoutMs = TIMEOUT_MS } = account;
  const client = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return async ({ id, pictures = [], unsubscribe, ...mail }) => {
    const { error, headers } = await client.emails
      .send(
        { from, ...mail, ...carried(pictures), headers: headersOf(unsubscribe) },
        { idempotencyKey: id, signal: AbortSignal.timeout(timeoutMs) },
      )
      // The client throws when the deadline passes while it reads the answer.
      .catch(() => ({ error: { name: "application_error", statusCode: null }, headers: null }));
    return error ? outcome(error, headers) : { sent: true };
  };
}

function headersOf(unsubscribe: OutgoingMail["unsubscribe"]): Record<string, string> {
  if (!unsubscribe) return AUTOMATIC;
  return {
    ...AUTOMATIC,
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** Pictures in the mail itself, which programs show where its HTML names them. */
function carried(pictures: NonNullable<OutgoingMail["pictures"]>) {
  if (pictures.length === 0) return {};
  const attachments = pictures.map(({ id, name, type, bytes }) => ({
    content: bytes,
    filename: name,
    contentType: type,
    contentId: id,
  }));
  return { attachments };
}

function outcome(
  { name, statusCode }: { name: string; statusCode: number | null },
  headers: Record<string, string> | null,
): SendOutcome {
  // The key has carried another wording of this mail, of before a deployment: that one was taken.
  if (name === "invalid_idempotent_request") return { sent: true };
  const error = statusCode === null ? "no answer" : `${statusCode} ${name}`;
  const seconds = Number(headers?.["retry-after"]);
  return {
    sent: false,
    error,
    // A 403 validation_error is a domain that is not verified yet: the account's fault, not the mail's.
    again: !LASTING.has(name) || statusCode === 403,
    ...(seconds > 0 ? { afterMs: seconds * 1000 } : {}),
  };
}
