import type { deletion as fr } from "../fr/deletion.ts";
import type { Texts } from "../texts.ts";

/** Words of the deletion of an organization: its section, its dialog, the banner that everyone sees. */
export const deletion = {
  title: "Delete the company",
  lead: (days: number) =>
    `Everything is deleted ${days} days after the request: clients, boards, files, logs, and access. Until then nothing changes, and any owner can cancel.`,
  exportFirst: "To keep a copy, export first: the section above makes the archive.",
  ask: "Delete the company…",
  dialog: (organization: string) => `Delete ${organization}?`,
  effect: (date: string) =>
    `The deletion happens on ${date}, for everyone, with no way back. All owners are told by email.`,
  name: "Company name",
  nameHint: (organization: string) => `Type: ${organization}`,
  nameWrong: "That is not the company’s name.",
  reason: "Reason (optional)",
  reasonHint: "Visible to all members and in the audit log.",
  confirm: "Request the deletion",
  asked: (date: string) => `The deletion is planned for ${date}`,
  pending: (date: string) => `Deletion planned for ${date}`,
  by: (person: string, date: string) => `Requested by ${person}, ${date}`,
  because: (reason: string) => `Reason: ${reason}`,
  banner: (organization: string, date: string) =>
    `${organization} and all its data will be deleted on ${date}`,
  bannerBy: (person: string) => `Requested by ${person}.`,
  cancel: "Cancel the deletion",
  cancelled: "The deletion is cancelled",
  moved: (organization: string, date: string, now: string) =>
    `${organization} was deleted (${date}). You are now in ${now}.`,
  goneLast: (date: string) => `Your company was deleted (${date}).`,
  gone: (organization: string, date: string) => `${organization} was deleted (${date}).`,
} satisfies Texts<typeof fr>;
