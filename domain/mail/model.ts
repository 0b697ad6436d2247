/** When and from where something was done to an account, as its mail tells it. */
export interface Occasion {
  /** UTC instant. */
  at: string;
  /** Browser and system, such as `Firefox · Linux`. */
  device: string;
  /** ISO 3166 code of the country of the network address; null when nobody knows. */
  country: string | null;
  /** IANA zone of the network address, in which the instant is told; UTC when null. */
  timeZone: string | null;
}

/** What each kind of mail is filled with. Never a secret: this is stored. */
export interface MailParams {
  email_verify: Record<string, never>;
  /** To the new address, before it takes effect. */
  email_confirm: Record<string, never>;
  /** To an address that somebody wanted for their account and that has one. */
  email_taken: Record<string, never>;
  /** To the old address, once another one took its place. */
  email_changed: Occasion;
  password_reset: Occasion;
  password_changed: Occasion;
  new_device: Occasion;
  invitation: { invitationId: string; organization: string; inviter: string };
}
export type MailKind = keyof MailParams;

/** One mail by its kind and what it is filled with. */
export type MailContent = {
  [K in MailKind]: { kind: K; params: MailParams[K] };
}[MailKind];

/** What a mail says: plain sentences, facts under one another, at most one link. */
export interface MailWords {
  subject: string;
  intro: readonly string[];
  facts?: readonly (readonly [name: string, value: string])[];
  /** The label of the link. */
  action: string;
  outro: readonly string[];
}

/** The mails of one language. */
export type MailTexts = {
  [K in MailKind]: (params: MailParams[K]) => MailWords;
} & {
  greeting: string;
  signature: string;
  /** Why the mail is there, at its foot. */
  why: string;
  copyLink: string;
};

/** Hours or minutes for which a mailed link works. */
export const LINK_LIFE = {
  verifyDays: 7,
  confirmHours: 24,
  resetMinutes: 30,
  undoDays: 7,
} as const;
