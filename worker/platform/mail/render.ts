import { mail as en } from "#domain/i18n/en/mail.ts";
import { mail as fr } from "#domain/i18n/fr/mail.ts";
import { LOCALES, type Language } from "#domain/i18n/texts.ts";
import { setAround } from "#domain/i18n/typography.ts";
import type { MailPicture } from "#domain/mail/sending.ts";
import type { MailKind, MailParams, MailTexts, MailWords } from "#domain/mail/model.ts";
import { invitationMailToken } from "#worker/platform/auth/invitation-token.ts";
import { recipientToken, shareToken } from "#worker/platform/auth/share-token.ts";
import type { Env } from "#worker/platform/env.ts";
import { mailFigures } from "./figures.ts";
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
  pictures: MailPicture[];
  unsubscribe: string | null;
}

const TEXTS: Record<Language, MailTexts> = { fr, en };

/** Where each mail leads. `#` goes before the token, which no server sees there. */
const PATHS: Record<Exclude<MailKind, `dashboard_${string}`>, string> = {
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
/** Where people end mails, and where their mailbox does it for them. */
const [STOP, STOP_AT_ONCE] = ["/unsubscribe#", "/mail/unsubscribe/"];
/** The picture of a mail, in its HTML. */
const SHOWN = "figures";

/** The token that ends such mails, for whoever gets them by a schedule. */
async function stopOf(env: Env, row: MailRow): Promise<string | null> {
  if (row.kind !== "dashboard_figures") return null;
  const { organizationId, outsider, member } = paramsOf(row) as MailParams["dashboard_figures"];
  if (outsider !== null) return shareToken(env, { organizationId }, "unsubscribe", outsider);
  return member ? recipientToken(env, { organizationId }, member) : null;
}

/** Where a mail leads, with the token of its link. */
async function addressOf(env: Env, row: MailRow, stop: string | null): Promise<string> {
  if (row.kind === "dashboard_figures" || row.kind === "dashboard_mention") {
    const params = paramsOf(row) as MailParams["dashboard_figures" | "dashboard_mention"];
    if ("outsider" in params && params.outsider !== null) return STOP + stop;
    const said = "commentId" in params ? `?comment=${params.commentId}` : "";
    return `/analytics/w/${params.workspaceId}/d/${params.dashboardId}${said}`;
  }
  const path = PATHS[row.kind];
  return path.endsWith("#") ? path + (await tokenOf(env, row)) : path;
}

const paramsOf = (row: MailRow) => JSON.parse(row.params) as unknown;

/** A mail of figures with those that are published now, and of when they are. */
async function withFigures(env: Env, row: MailRow) {
  if (row.kind !== "dashboard_figures") return { row, tables: [], pictures: [] };
  const params = paramsOf(row) as MailParams["dashboard_figures"];
  const { rowsLeft, rowsFirst } = TEXTS[row.language];
  const found = await mailFigures(env, params, row.language);
  if (!found) return { row, tables: [], pictures: [] };
  const { computedAt, filters, picture: bytes } = found;
  const picture = { id: SHOWN, name: "figures.png", type: "image/png" } as const;
  const pictures: MailPicture[] = bytes ? [{ ...picture, bytes }] : [];
  const tables = found.tables.map(({ left, more, title, text, columns, rows }) => ({
    title: unlinked(title),
    text: unlinked(text),
    columns: columns.map(({ name, figures }) => ({ name: unlinked(name), figures })),
    rows: rows.map((cells) => cells.map(unlinked)),
    notes: [...(left > 0 ? [rowsLeft(left)] : []), ...(more ? [rowsFirst] : [])],
  }));
  const told = { ...row, params: JSON.stringify({ ...params, computedAt, filters }) };
  return { row: told, tables, pictures };
}

/** Writes a mail in its language, with the link that its token goes into. */
export async function renderMail(env: Env, stored: MailRow): Promise<Rendered> {
  const [{ row, tables, pictures }, stop] = await Promise.all([
    withFigures(env, stored),
    stopOf(env, stored),
  ]);
  const origin = env.APP_ORIGIN ?? row.origin;
  const link = origin + (await addressOf(env, row, stop));
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
    tables,
    facts: (words.facts ?? []).map(([name, value]) => [set(name), value]),
    action: set(words.action),
    link,
    copyLink: set(copyLink),
    picture: pictures.length > 0 ? { id: SHOWN, alt: set(words.picture ?? "") } : null,
    also:
      words.also === undefined
        ? null
        : { label: set(words.also), link: origin + (stop === null ? ALSO : STOP + stop) },
    outro: words.outro.map(set),
    signature,
    why: set(words.why ?? why),
  };
  const unsubscribe = stop !== null && origin !== "" ? origin + STOP_AT_ONCE + stop : null;
  const [text, html] = [textMail(page), htmlMail(page)];
  return { subject: page.subject, text, html, link, pictures, unsubscribe };
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
