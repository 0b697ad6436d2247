/** A mail's parts, typeset. */
export interface MailPage {
  locale: string;
  subject: string;
  greeting: string;
  intro: readonly string[];
  /** Between the name of a fact and its value, as the language spaces it. */
  colon: string;
  facts: readonly (readonly [name: string, value: string])[];
  /** A picture that lies in the mail, above the figures, with what stands for it where none is shown. */
  picture?: { id: string; alt: string } | null;
  /** Figures under their titles, in the order in which they stand. */
  tables?: readonly MailTable[];
  action: string;
  link: string;
  copyLink: string;
  /** A further link below the sentences. */
  also: { label: string; link: string } | null;
  outro: readonly string[];
  signature: string;
  why: string;
}

/** A table of a mail, all of it in words. `figures`: a column that is set to the right. */
export interface MailTable {
  title: string;
  text: string;
  columns: readonly { name: string; figures: boolean }[];
  rows: readonly (readonly string[])[];
  /** Under the table. */
  notes: readonly string[];
}

/** The mail for readers without HTML, and for those who don't trust it. */
export function textMail(page: MailPage): string {
  const facts = page.facts.map(([name, value]) => `${name}${page.colon}${value}`);
  const parts = [
    page.greeting,
    ...page.intro,
    ...(facts.length > 0 ? [facts.join("\n")] : []),
    ...(page.tables ?? []).map(textTable),
    `${page.action}\n${page.link}`,
    ...page.outro,
    ...(page.also ? [`${page.also.label}\n${page.also.link}`] : []),
    `${page.signature}\n${page.why}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function textTable({ title, text, columns, rows, notes }: MailTable): string {
  const head = columns.length > 0 ? [columns.map(({ name }) => name).join(" | ")] : [];
  const lines = rows.map((row) => row.join(" | "));
  return [title, ...(text ? [text] : []), ...head, ...lines, ...notes].join("\n");
}

/** Px of a mail with a picture, without its edges: what programs on a desk leave it. */
const WIDE = 656;
const INK = "color:#2b2723";
const QUIET = "color:#6b645c;font-size:13px;line-height:20px";
const FONT = "font:15px/24px Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The same mail with a button: nothing remote, nothing hidden, legible without styles. */
export function htmlMail(page: MailPage): string {
  const line = (text: string, style = INK) =>
    `<p style="margin:0 0 16px;${style}">${escapeHtml(text)}</p>`;
  const facts = page.facts.map(
    ([name, value]) =>
      `<tr><td style="padding:2px 16px 2px 0;${QUIET}">${escapeHtml(name)}</td><td style="padding:2px 0;${INK}">${escapeHtml(value)}</td></tr>`,
  );
  const table = `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px">${facts.join("")}</table>`;
  const link = escapeHtml(page.link);
  return [
    `<!doctype html><html lang="${page.locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(page.subject)}</title></head>`,
    `<body style="margin:0;padding:24px 16px;background:#faf8f5;${FONT}">`,
    `<main style="max-width:${page.picture ? WIDE : 520}px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e6e1da;border-radius:10px">`,
    `<h1 style="margin:0 0 20px;font-size:20px;line-height:28px;${INK}">${escapeHtml(page.subject)}</h1>`,
    line(page.greeting),
    ...page.intro.map((text) => line(text)),
    facts.length > 0 ? table : "",
    page.picture ? htmlPicture(page.picture) : "",
    ...(page.tables ?? []).map(htmlTable),
    `<p style="margin:0 0 20px"><a href="${link}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#0b5a6b;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(page.action)}</a></p>`,
    ...page.outro.map((text) => line(text)),
    page.also ? furtherLink(page.also) : "",
    `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e6e1da;${QUIET}">${escapeHtml(page.copyLink)}<br><span style="overflow-wrap:anywhere">${link}</span></p>`,
    `<p style="margin:12px 0 0;${QUIET}">${escapeHtml(page.signature)} · ${escapeHtml(page.why)}</p>`,
    "</main></body></html>",
  ].join("\n");
}

function htmlPicture({ id, alt }: NonNullable<MailPage["picture"]>): string {
  return `<p style="margin:0 0 24px"><img src="cid:${escapeHtml(id)}" alt="${escapeHtml(alt)}" width="${WIDE}" style="display:block;width:100%;max-width:${WIDE}px;height:auto;border:1px solid #e6e1da;border-radius:6px"></p>`;
}

function htmlTable({ title, text, columns, rows, notes }: MailTable): string {
  const cell = (tag: "th" | "td", value: string, figures: boolean) =>
    `<${tag} style="padding:4px 8px;border-bottom:1px solid #e6e1da;text-align:${figures ? "right" : "left"};${tag === "th" ? QUIET : INK}">${escapeHtml(value)}</${tag}>`;
  const line = (tag: "th" | "td", values: readonly string[]) =>
    `<tr>${values.map((value, at) => cell(tag, value, columns[at]?.figures ?? false)).join("")}</tr>`;
  const head = columns.map(({ name }) => name);
  return [
    `<h2 style="margin:0 0 8px;font-size:15px;line-height:22px;${INK}">${escapeHtml(title)}</h2>`,
    text ? `<p style="margin:0 0 16px;white-space:pre-line;${INK}">${escapeHtml(text)}</p>` : "",
    rows.length > 0
      ? `<table cellpadding="0" cellspacing="0" style="width:100%;margin:0 0 8px;border-collapse:collapse;font-size:14px;line-height:20px;font-variant-numeric:tabular-nums"><thead>${line("th", head)}</thead><tbody>${rows.map((row) => line("td", row)).join("")}</tbody></table>`
      : "",
    ...notes.map((note) => `<p style="margin:0 0 8px;${QUIET}">${escapeHtml(note)}</p>`),
    '<div style="height:12px"></div>',
  ].join("\n");
}

function furtherLink({ label, link }: NonNullable<MailPage["also"]>): string {
  return `<p style="margin:0 0 16px"><a href="${escapeHtml(link)}" style="color:#0b5a6b;font-weight:600">${escapeHtml(label)}</a><br><span style="${QUIET};overflow-wrap:anywhere">${escapeHtml(link)}</span></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
