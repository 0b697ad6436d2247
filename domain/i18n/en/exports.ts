import type { exports as fr } from "../fr/exports.ts";
import type { Texts } from "../texts.ts";

/** Words of the page of an organization's data: its export, and what becomes of it. */
export const exports = {
  title: "Data",
  section: {
    title: "Export the whole organization",
    lead: "A ZIP archive of everything the organization has here, to keep or to restore into a new organization.",
    start: "Start an export",
    started: "The export has started",
    hint: "The export goes on even if you close this page. The archive is kept for 7 days.",
  },
  contents: {
    title: "What the archive holds",
    inside: "Inside",
    outside: "Never inside",
    items: {
      tables: "all data, row by row, as they are at one instant",
      boards: "each board with its cards, deleted ones too, and its history",
      files: "all files, with their checksums",
      logs: "the audit log with its seals, and the access log",
      people: "members, roles, divisions and invitations, with names and addresses",
      manifest: "a file manifest.json with the count and SHA-256 checksum of each part",
    },
    never: {
      passwords: "passwords, second factors, sessions",
      tokens: "tokens, webhooks, invitation links, connection secrets: to be made anew",
    },
    care: "The archive holds personal data: keep it in a safe place, and delete it when it is no longer needed.",
  },
  running: {
    title: "Export under way",
    by: (name, when) => `Started by ${name}, ${when}`,
    stages: {
      preparing: "Preparing: copying all tables at one instant",
      tables: "Writing tables",
      people: "Writing members and roles",
      boards: "Writing boards",
      files: "Writing files",
      closing: "Closing the archive",
    },
    cancel: "Cancel the export",
    cancelled: "The export is cancelled; nothing of it is kept",
  },
  list: {
    title: "Archives",
    empty: "No exports yet",
    emptyBody: "Start one: you can download it here for 7 days.",
    by: (name) => `by ${name}`,
    facts: (rows, files) => `${rows} rows, ${files} files`,
    until: (date) => `kept until ${date}`,
    download: "Download",
    downloadOf: (when) => `Download the archive of ${when}`,
    delete: "Delete…",
    deleteOf: (when) => `Delete the archive of ${when}`,
    states: {
      running: "running",
      ready: "ready",
      failed: "failed",
      cancelled: "cancelled",
      removed: "deleted",
    },
    faults: {
      storage:
        "A file changed, or storage did not answer. Start a new export, best when few files change.",
      database: "The database did not answer. Start a new export in a few minutes.",
      board: "A board did not answer. Open your boards to check, then start a new export.",
      unknown: "The export did not succeed. Start a new one; if this goes on, tell support.",
    },
  },
  remove: {
    title: "Delete this archive?",
    body: "It can no longer be downloaded. The organization’s data stay as they are.",
    confirm: "Delete",
    done: "The archive is deleted",
  },
} satisfies Texts<typeof fr>;
