import { mail as en } from "#domain/i18n/en/mail.ts";
import { mail as fr } from "#domain/i18n/fr/mail.ts";
import { LOCALES, type Language } from "#domain/i18n/texts.ts";
import { setAround } from "#domain/i18n/typography.ts";
import type { MailKind, MailParams, MailTexts, MailWords } from "#domain/mail/model.ts";
import { invitationMailToken } from "#worker/platform/auth/invitation-token.ts";
import type { Env } from "#worker/platform/env.ts";
import { htmlMail, textMail, type MailPage } from "./layout.ts";
import { mailToken } from "./mail.ts";

/** A mail as its row holds it. */
export interface MailRow {
  id: string;
  recipient: string;
  language: Language;
  kind: MailKind;
  params: string;
  origin: string;
}

/** A mail in words. */
export interface Rendered {
  subject: string;
  text: string;
  html: string;
  link: string;
}

const TEXTS: Record<Language, MailTexts> = { fr, en };

/** Where each mail leads. `#` goes before the token, which no server sees there. */
const PATHS: Record<MailKind, string> = {
  register: "/register#",
  register_known: "/register#",
  email_verify: "/verify#",
  email_confirm: "/confirm#",
  email_changed: "/restore#",
  email_taken: "/sign-in",
  password_reset: "/reset#",
  password_changed: "/forgot",
  new_device: "/settings/devices",
  factor_changed: "/settings/security",
  session_copied: "/settings/devices",
  token_created: "/settings/tokens",
  support_opened: "/settings/organization",
  support_used: "/audit?tab=access",
  support_ended: "/audit?tab=access",
  deletion_asked: "/settings/data",
  deletion_cancelled: "/settings/data",
  deletion_reminder: "/settings/data",
  ownership_given: "/settings/members",
  ownership_received: "/settings/members",
  webhook_paused: "/settings/webhooks",
  invitation: "/invitation#",
  invitation_continue: "/invitation#",
};

/** Where a second link of a mail leads, where it has one: to another password, whoever is signed in or not. */
const ALSO = "/forgot";

/** Writes a mail in its language, with the link that its token goes into. */
export async function renderMail(env: Env, row: MailRow): Promise<Rendered> {
  const path = PATHS[row.kind];
  const token = path.endsWith("#") ? await tokenOf(env, row) : "";
  const origin = env.APP_ORIGIN ?? row.origin;
  const link = origin + path + token;
  const { subject, ...words } = inWords(row);
  const { greeting, signature, why, copyLink } = TEXTS[row.language];
  // Names stay as they were written.
  const given = Object.values(JSON.parse(row.params) as Record<string, unknown>);
  const set = (text: string) => setAround(text, row.language, given);
  const page: MailPage = {
    locale: LOCALES[row.language],
    subject: set(subject),
    greeting: set(greeting),
    intro: words.intro.map(set),
    colon: row.language === "fr" ? "\u00A0: " : ": ",
    facts: (words.facts ?? []).map(([name, value]) => [set(name), value]),
    action: set(words.action),
    link,
    copyLink: set(copyLink),
    also: words.also === undefined ? null : { label: set(words.also), link: origin + ALSO },
    outro: words.outro.map(set),
    signature,
    why: set(why),
  };
  return { subject: page.subject, text: textMail(page), html: htmlMail(page), link };
}

function tokenOf(env: Env, row: MailRow): Promise<string> {
  if (row.kind !== "invitation") return mailToken(env, row.id);
  const { invitationId } = JSON.parse(row.params) as MailParams["invitation"];
  return invitationMailToken(env, invitationId);
}

function inWords(row: MailRow): MailWords {
  const params = JSON.parse(row.params, (_key, value: unknown) =>
    typeof value === "string" ? unlinked(value) : value,
  ) as never;
  return (TEXTS[row.language][row.kind] as (params: never) => MailWords)(params);
}

/**
 * A name that somebody else chose, so that no mail program makes a link out of it: an invisible space after what would
 * join the parts of an address.
 */
function unlinked(text: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return text;
  return text.replaceAll(/(?<=\S)([.:@])(?=\p{L})|(?<=:)(\/)/gu, "$&\u200B");
}
