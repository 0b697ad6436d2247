import { createSignal } from "solid-js";
import type { ClientChanges, ClientFields } from "#domain/clients/model.ts";

/** What was typed in a field and could not be taken, and why. */
export interface Refusal {
  text: string;
  why: string;
}

/** The fields in which people write words of their own. */
const WRITTEN: ReadonlySet<string> = new Set<keyof ClientFields>([
  "company",
  "contact",
  "sector",
  "phone",
  "email",
  "nextAction",
  "notes",
]);

const keyOf = (id: string, field: keyof ClientFields) => `${id} ${field}`;

/** Texts that were not taken: each stays in its field, to be mended there, until another value is saved or it is dropped. */
export function createRefusals() {
  const [all, setAll] = createSignal<ReadonlyMap<string, Refusal>>(new Map());
  const keep = (id: string, field: keyof ClientFields, refusal: Refusal) =>
    setAll((now) => new Map(now).set(keyOf(id, field), refusal));
  return {
    /** The clients on which something was not taken. */
    ids: () => [...all().keys()].map((key) => key.slice(0, key.indexOf(" "))),
    of: (id: string, field: keyof ClientFields) => all().get(keyOf(id, field)),
    keep,
    /** Keeps the texts of a change that the server refused. A choice from a list is no text: it is only told. */
    keepTexts(id: string, changes: ClientChanges, why: string): void {
      for (const [field, text] of Object.entries(changes))
        if (WRITTEN.has(field)) keep(id, field as keyof ClientFields, { text: String(text), why });
    },
    drop(id: string, field: keyof ClientFields): void {
      if (!all().has(keyOf(id, field))) return;
      setAll((now) => new Map([...now].filter(([key]) => key !== keyOf(id, field))));
    },
  };
}
