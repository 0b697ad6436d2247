import type { MailKind, MailTexts } from "../../mail/model.ts";
import { mailMoment } from "../../mail/occasion.ts";

/** Kinds of these mails. */
type OrganizationMail = Extract<
  MailKind,
  `${"support" | "deletion" | "webhook" | "ownership"}_${string}`
>;

/** Mails of what happens to an organization. */
export const organizationMails = {
  support_opened: ({ organization, by, until, reason }) => ({
    subject: `Support may access ${organization}`,
    intro: [`${by} let Aetheria’s support team into ${organization}, for a limited time.`],
    facts: [
      ["Until", mailMoment("en", until, null)],
      ["Reason", reason],
    ],
    action: "See or end the access",
    outro: [
      "Everything that support opens or changes is in the audit log.",
      "Any owner can end this access at any time.",
    ],
  }),
  support_used: ({ organization, by, until }) => ({
    subject: `Support came into ${organization}`,
    intro: [`${by}, of Aetheria’s support, is using the access to ${organization}.`],
    facts: [["Access until", mailMoment("en", until, null)]],
    action: "See what support reads",
    outro: ["Any owner can end this access at any time, in Settings, Company."],
  }),
  support_ended: ({ organization, by, used }) => ({
    subject: `Support’s access to ${organization} has ended`,
    intro: [
      by === null
        ? `The time of the access of Aetheria’s support to ${organization} is over.`
        : `${by} ended the access of Aetheria’s support to ${organization}.`,
      used === null ? "Nobody of the support came in." : `${used}, of the support, came in.`,
    ],
    action: "See what was read",
    outro: ["There is nothing to do."],
  }),
  deletion_asked: ({ organization, by, dueAt }) => ({
    subject: `The deletion of ${organization} was asked for`,
    intro: [
      `${by} asked for the deletion of ${organization} in Aetheria. Nothing is deleted for now: everything works as before until this date.`,
    ],
    facts: [["Planned for", mailMoment("en", dueAt, null)]],
    action: "See or cancel the deletion",
    outro: [
      "Until then, any owner can cancel it with one click, or export the data.",
      "Afterwards clients, boards, files, logs, and access are gone for everyone, with no way back.",
    ],
  }),
  deletion_cancelled: ({ organization, by }) => ({
    subject: `The deletion of ${organization} was cancelled`,
    intro: [`${by} cancelled the deletion of ${organization}. Nothing was deleted.`],
    action: "See the company’s data",
    outro: ["There is nothing to do."],
  }),
  deletion_reminder: ({ organization, by, dueAt }) => ({
    subject: `${organization} will be deleted soon`,
    intro: [
      `${by} asked for the deletion of ${organization} in Aetheria. The waiting period is about to end.`,
    ],
    facts: [["Planned for", mailMoment("en", dueAt, null)]],
    action: "See or cancel the deletion",
    outro: [
      "This is the last reminder: afterwards everything is deleted, with no way back.",
      "To keep a copy, export the data before that date.",
    ],
  }),
  webhook_paused: ({ organization, webhook, reason }) => ({
    subject: `A webhook of ${organization} is paused`,
    intro: [
      reason === "gone"
        ? `The address of the webhook “${webhook}” answers that it no longer exists: Aetheria has stopped calling it.`
        : `Nothing arrived at the address of the webhook “${webhook}” for five days: Aetheria has stopped calling it.`,
    ],
    action: "See the webhook",
    outro: [
      "What was waiting is kept and goes out when you resume the webhook. What happens during the pause is not sent to it.",
    ],
  }),
  ownership_given: ({ organization, by, heir }) => ({
    subject: `${organization} has another owner`,
    intro: [
      `${by} handed ${organization} over to ${heir} in Aetheria. Rights changed at once; the Members page shows the new roles.`,
    ],
    action: "See the members",
    outro: [
      "If this wasn’t you, somebody used your session: change your password and tell the person who owns the company now without delay.",
    ],
  }),
  ownership_received: ({ organization, by }) => ({
    subject: `You now own ${organization}`,
    intro: [
      `${by} handed ${organization} over to you in Aetheria. You now have every right in it.`,
    ],
    action: "See the members",
    outro: ["If you didn’t expect this, talk to the person who did it."],
  }),
} satisfies Pick<MailTexts, OrganizationMail>;
