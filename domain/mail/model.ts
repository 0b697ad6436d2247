/** When and from where something was done to an account, as its mail tells it. */
export interface Occasion {
  /** UTC instant. */
  at: string;
  /** Browser and system, such as `Firefox · Linux`. */
  device: string;
  /** A place as `placeOf` tells it; null when nobody knows. */
  place: string | null;
  /** IANA zone of the network address, in which the instant is told; UTC when null. */
  timeZone: string | null;
}

/** What happened to a person's second factors. `left`: recovery codes that still work; `name`: of a passkey. */
export type FactorChange =
  | { kind: "totp_added" | "totp_removed" | "recovery_issued" }
  | { kind: "recovery_used"; left: number }
  | { kind: "passkey_added" | "passkey_removed"; name: string };

/** What somebody did to an organization. */
interface OrganizationNews {
  organizationId: string;
  organization: string;
  /** The name of whoever did it. */
  by: string;
}

/** What each kind of mail is filled with. Never a secret: this is stored. */
export interface MailParams {
  /** To an address without account, from which somebody wants to start an organization. */
  register: Record<string, never>;
  /** The same, to an address that has an account. */
  register_known: Record<string, never>;
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
  /** A second factor came, went or was used up. */
  factor_changed: Occasion & { change: FactorChange };
  /** A session ended since its refresh token came back after it was spent. */
  session_copied: Occasion;
  /** Somebody made a token that acts in the person's name. */
  token_created: Occasion & { organizationId: string; organization: string; name: string };
  /** To every owner. What names an organization carries its id, so that it goes with the organization. */
  support_opened: OrganizationNews & { until: string; reason: string };
  support_used: OrganizationNews & { until: string };
  /** `by`: null when its time was over; `used`: who of the support came in, null when nobody did. */
  support_ended: Omit<OrganizationNews, "by"> & { by: string | null; used: string | null };
  deletion_asked: OrganizationNews & { dueAt: string };
  deletion_cancelled: OrganizationNews;
  deletion_reminder: OrganizationNews & { dueAt: string };
  /** To both when the ownership is handed over. */
  ownership_given: OrganizationNews & { heir: string };
  ownership_received: OrganizationNews;
  /** To every owner: a webhook was paused by what its receiver does. */
  webhook_paused: {
    organizationId: string;
    organization: string;
    webhook: string;
    reason: "gone" | "failing";
  };
  /** The published figures of a dashboard: read when the mail is written out, never kept with it. */
  dashboard_figures: {
    organizationId: string;
    organization: string;
    dashboardId: string;
    workspaceId: string;
    title: string;
    /** Of whoever has no account here, what ends these mails; null for members. */
    outsider: string | null;
    /** Of a member on a schedule, what ends these mails; absent where they are sent once. */
    member?: { scheduleId: string; userId: string };
    /** Of when the figures are, and whether they are older than what was promised. */
    computedAt: string;
    old: boolean;
    timeZone: string;
    /** What narrows them, in words. */
    filters: readonly string[];
  };
  /** Somebody called a person by name in a comment on a dashboard. */
  dashboard_mention: OrganizationNews & {
    dashboardId: string;
    workspaceId: string;
    title: string;
    /** Absent in mails that were written before they led to the comment. */
    commentId?: string;
    /** The first words of the comment. */
    excerpt: string;
  };
  invitation: { invitationId: string; organization: string; inviter: string };
  /** To the address with which somebody wants to accept an invitation that they had by another way than mail. */
  invitation_continue: { invitationId: string; organization: string };
}
export type MailKind = keyof MailParams;

/** One mail by its kind and what it is filled with. */
export type MailContent = {
  [K in MailKind]: { kind: K; params: MailParams[K] };
}[MailKind];

/** What a mail says: plain sentences, facts under one another, a link, seldom a second one. */
export interface MailWords {
  subject: string;
  intro: readonly string[];
  facts?: readonly (readonly [name: string, value: string])[];
  /** The label of the link. */
  action: string;
  outro: readonly string[];
  /** The label of a further link, where the mail has one. */
  also?: string;
  /** Why it is there, where it is not for an account. */
  why?: string;
  /** What stands for a picture where none is shown. */
  picture?: string;
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
  /** Under a table: rows that are left out, and that more exist than were published. */
  rowsLeft: (count: number) => string;
  rowsFirst: string;
};

/** Hours or minutes for which a mailed link works. */
export const LINK_LIFE = {
  registerHours: 24,
  invitationHours: 24,
  verifyDays: 7,
  confirmHours: 24,
  resetMinutes: 30,
  undoDays: 7,
} as const;
