/** A picture that the HTML of a mail shows as `cid:` and its id. */
export interface MailPicture {
  id: string;
  name: string;
  type: "image/png";
  bytes: ArrayBuffer;
}

/** A mail as it leaves. */
export interface OutgoingMail {
  /** The same mail sent twice under one id arrives once. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  pictures?: readonly MailPicture[];
  /** The address that ends such mails by one POST (RFC 8058), for whoever can end them. */
  unsubscribe?: string | null;
}

/** What became of it. `error` names the fault and holds neither address nor content. */
export type SendOutcome =
  | { sent: true }
  /** `afterMs`: what the other side asked to wait. */
  | { sent: false; error: string; again: boolean; afterMs?: number };

/** Whoever carries mails away. Never throws. */
export type MailSender = (mail: OutgoingMail) => Promise<SendOutcome>;
