import type { MailKind } from "#domain/mail/model.ts";
import { renderMail, type MailRow, type Rendered } from "./mail/render.ts";
import { rows } from "./testing-databases.ts";
import { testEnv } from "./testing.ts";

/** A mail as it would have arrived, with the token of its link. */
export interface ArrivedMail extends Rendered {
  id: string;
  kind: MailKind;
  language: "fr" | "en";
  token: string;
}

/** The mails to an address, newest first; of one kind if told. */
export async function mailsTo(email: string, kind: MailKind | null = null): Promise<ArrivedMail[]> {
  const found = await rows<MailRow>(
    `SELECT * FROM mails WHERE recipient = ?1 AND (?2 IS NULL OR kind = ?2) ORDER BY rowid DESC`,
    email,
    kind,
  );
  return Promise.all(
    found.map(async (row) => {
      const mail = await renderMail(testEnv, row);
      const { id, language } = row;
      return { ...mail, id, kind: row.kind, language, token: mail.link.split("#")[1] ?? "" };
    }),
  );
}

/** The newest of them. */
export async function lastMailTo(email: string, kind: MailKind | null = null) {
  const [mail] = await mailsTo(email, kind);
  if (!mail) throw new Error(`No mail to ${email}`);
  return mail;
}
