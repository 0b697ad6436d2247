import type { auditUpkeep as fr } from "../fr/audit-upkeep.ts";
import type { Texts } from "../texts.ts";

/** Words of verifying the audit log and of how long it is kept. */
export const auditUpkeep = {
  verify: {
    action: "Verify",
    running: (checked: string, all: string) => `Verifying: ${checked} of ${all} rows…`,
    stop: "Stop",
    intact: (rows: string, until: string) => `Chain intact: ${rows}, sealed up to ${until}.`,
    intactEmpty: "Chain intact: the log is empty.",
    rows: (count: number, shown: string) => (count === 1 ? "1 row" : `${shown} rows`),
    unsealed: (count: number) =>
      count === 1 ? "1 row awaits its seal." : `${count} rows await their seal.`,
    tampered: (count: number) =>
      count === 1
        ? "The log was tampered with in one place."
        : `The log was tampered with in ${count} places.`,
    tamperedBody: "Keep a copy of the database, tell your security officer, and purge nothing.",
    findings: {
      changed: (at, many) =>
        many
          ? `Rows ${at}: their content is not what was sealed`
          : `Row ${at}: its content is not what was sealed`,
      missing: (at, many) => (many ? `Rows ${at}: deleted` : `Row ${at}: deleted`),
      inserted: (at, many) =>
        many ? `Rows ${at}: added afterwards` : `Row ${at}: added afterwards`,
      reordered: (at) => `Rows ${at}: exchanged`,
      rewritten: (at, many) =>
        many
          ? `Rows ${at}: rewritten together with their seals`
          : `Row ${at}: rewritten together with its seal`,
    },
    pair: (one, other) => `${one} and ${other}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    failed: "Verification could not finish.",
    dismiss: "Hide the result",
  },
  retention: {
    title: "Retention",
    lead: "Older rows are erased every night. Erasing leaves a row of its own.",
    audit: "Changes",
    access: "Access log",
    save: "Save",
    saved: "Retention saved",
    shorter: "Older rows will be erased next night and can't be brought back.",
    period: (days: number) =>
      days === 90
        ? "90 days"
        : days === 180
          ? "6 months"
          : days === 365
            ? "1 year"
            : days < 700
              ? `${days} days`
              : `${Math.round(days / 365.25)} years`,
  },
} satisfies Texts<typeof fr>;
