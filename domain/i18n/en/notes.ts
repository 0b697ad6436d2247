import type { notes as fr } from "../fr/notes.ts";
import type { Texts } from "../texts.ts";

/** Words of notes. */
export const notes = {
  title: "Notes",
  name: "Name",
  add: "Add",
  empty: { title: "Nothing here yet", body: "Add the first one." },
} satisfies Texts<typeof fr>;
