import { html, raw } from "hono/html";
import { outbox as en } from "#domain/i18n/en/mail.ts";
import { outbox as fr } from "#domain/i18n/fr/mail.ts";
import type { Language } from "#domain/i18n/texts.ts";

/** A mail of the outbox page, as it would have arrived. */
export interface ShownMail {
  id: string;
  to: string;
  language: Language;
  kind: string;
  createdAt: string;
  sentAt: string | null;
  error: string | null;
  subject: string;
  text: string;
  html: string;
  link: string;
}

const TEXTS = { fr, en };

/** The outbox as one page; each mail in the language in which it was written. */
export function outboxPage(language: Language, mails: readonly ShownMail[]) {
  const t = TEXTS[language];
  return html`${raw("<!doctype html>")}
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${t.title} – Aetheria</title>
        <link rel="stylesheet" href="/dev/outbox.css" />
      </head>
      <body class="alone">
        <main>
          <h1>${t.title}</h1>
          <p>${mails.length > 0 ? t.lead : t.empty}</p>
          ${mails.map(
            (mail) =>
              html`<section lang="${mail.language}">
                <h2>${mail.subject}</h2>
                <p lang="${language}">
                  ${t.to} <strong>${mail.to}</strong> ·
                  <time datetime="${mail.createdAt}">${mail.createdAt}</time> ·
                  ${mail.sentAt ? t.sent : (mail.error ?? t.waiting)} ·
                  <a href="/dev/outbox/${mail.id}">${t.seeHtml}</a>
                </p>
                <pre tabindex="0">${linked(mail)}</pre>
              </section>`,
          )}
        </main>
      </body>
    </html>`;
}

/** The text of a mail whose links can be followed: each stands on a line of its own. */
function linked({ text, link }: ShownMail) {
  const { origin } = new URL(link);
  return text.split(/(?<=\n)/u).map((line) => {
    const address = line.trimEnd();
    if (address !== link && !address.startsWith(`${origin}/`)) return line;
    return html`<a href="${address}">${address}</a>${line.slice(address.length)}`;
  });
}
