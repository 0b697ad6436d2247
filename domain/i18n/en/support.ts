import type { support as fr } from "../fr/support.ts";
import type { Texts } from "../texts.ts";

/** Words of the access of Aetheria's support. */
export const support = {
  title: "Aetheria support",
  lead: "Nobody of the support sees your data unless you let them. You open an access for some hours; everything that is opened or changed is in the audit log.",
  open: "Open an access…",
  dialog: "Open an access for support",
  hours: "For how long",
  hoursOf: (hours: number) => (hours === 1 ? "1 hour" : `${hours} hours`),
  reason: "Reason",
  reasonHint: "Support and your members read it in the audit log.",
  reasonAsked: "Give the reason",
  scope: "What support may do",
  scopes: { read: "Read only", more: "Choose rights" },
  replaces: (until: string) =>
    `An access is open already (until ${until}). The new one replaces it at once.`,
  never: "Never ownership, roles, exports, or tokens.",
  confirm: "Open the access",
  opened: (until: string) => `Support has access until ${until}`,
  standing: (until: string) => `Access open until ${until}`,
  by: (person: string, at: string) => `Opened by ${person}, ${at}`,
  used: (person: string, at: string) => `${person} came in: ${at}`,
  unused: "Nobody of the support has come in yet.",
  end: "End the access",
  ended: "Support’s access has ended",
  endedBy: (person: string) => `Ended by ${person}`,
  over: "Its time was over",
  rights: (count: number) => (count > 1 ? `${count} rights` : "1 right"),
  banner: (until: string) => `Aetheria support has access until ${until}.`,
  bannerBy: (person: string) => `Access opened by ${person}.`,
  here: (organization: string) => `You are in ${organization} as support.`,
  hereUntil: (until: string) => `Until ${until}. Everything you open is recorded.`,
  switcher: (until: string) => `support, until ${until}`,
} satisfies Texts<typeof fr>;
