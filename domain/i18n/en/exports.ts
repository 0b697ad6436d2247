import type { exports as fr } from "../fr/exports.ts";
import type { Texts } from "../texts.ts";

export const exports = {
  title: "Data",
  section: {
    title: "Export the whole organization",
    lead: "A ZIP archive of everything the organization has here, to keep or to restore into a new organization.",
  },
} satisfies Texts<typeof fr>;
