import type { Language } from "#domain/i18n/texts.ts";
import { LINK_LIFE } from "#domain/mail/model.ts";
import { countAttempt } from "#worker/features/identity/attempts.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import type { Clock } from "#worker/platform/clock.ts";
import { newMail, type Mail } from "#worker/platform/mail/mail.ts";
import { findInvitation, type InvitationRow } from "./find-invitation.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** One link in this time for one invitation: whoever asks again has one in the mailbox that is not older. */
const EVERY_MS = 5 * MINUTE;
/** Links in a day for one invitation, whoever asks: they work as long, so that nobody is kept from one. */
const MOST_A_DAY = 5;
/** The same for all invitations together. */
const MOST_IN_ALL = 20;

/**
 * Mails a link that goes on with an invitation which came by another way than mail. Nobody is looked up: the answer, the
 * work and the mail are the same whether the address has an account or not, which the link then tells to its reader.
 * Errors: `request.rate_limited`, `identity.invitation_invalid`.
 */
export async function startInvitation(
  ctx: PublicCtx,
  input: { token: string; email: string; language: Language },
): Promise<undefined> {
  const { token, email, language } = input;
  const [, invitation] = await Promise.all([
    countAttempt(ctx, `invitation ${email}`),
    findInvitation(ctx, token, email),
  ]);
  await commitControl(publicScope(ctx), {
    writes: [],
    mails: [continueMail(ctx.clock, invitation, { email, language })],
    answer: null,
  });
  return undefined;
}

function continueMail(
  clock: Clock,
  { id: invitationId, organization }: InvitationRow,
  to: { email: string; language: Language },
): Mail {
  const since = (ms: number) => new Date(clock.now() - ms).toISOString();
  const sent = "m.recipient = ? AND m.kind = 'invitation_continue' AND m.created_at > ?";
  return newMail(clock, {
    kind: "invitation_continue",
    params: { invitationId, organization },
    to: {
      ...to,
      userId: null,
      when: {
        sql: `NOT EXISTS (SELECT 1 FROM mails m WHERE ${sent} AND m.params ->> 'invitationId' = ?)
          AND (SELECT count(*) FILTER (WHERE m.params ->> 'invitationId' = ?) < ${MOST_A_DAY}
            AND count(*) < ${MOST_IN_ALL} FROM mails m WHERE ${sent})`,
        params: [to.email, since(EVERY_MS), invitationId, invitationId, to.email, since(DAY)],
      },
    },
    token: { kind: "invitation", lifeMs: LINK_LIFE.invitationHours * HOUR, invitationId },
  });
}
