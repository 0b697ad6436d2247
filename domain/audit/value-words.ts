import type { audit } from "#domain/i18n/fr/audit.ts";
import type { boards } from "#domain/i18n/fr/boards.ts";
import type { clients } from "#domain/i18n/fr/clients.ts";
import type { identity } from "#domain/i18n/fr/identity.ts";
import type { Texts } from "#domain/i18n/texts.ts";

type Words = Readonly<Record<string, string>>;

/** The texts that name stored values, of one language: those of the page, or of an export. */
export interface ValueTexts {
  audit: Texts<typeof audit>;
  boards: Texts<typeof boards>;
  clients: Texts<typeof clients>;
  identity: Texts<typeof identity>;
}

/** A word that the texts hold themselves: a role may be called `constructor`, which every object knows. */
function wordOf(words: Words | undefined, key: string): string | undefined {
  return words && Object.hasOwn(words, key) ? words[key] : undefined;
}

/** A record's name as the log keeps it, in words: a role of the start is kept under its slug, which no language speaks. */
export function labelWords(texts: ValueTexts, entity: string, label: string): string {
  const roles: Words = texts.identity.roles.names;
  return (entity === "role" ? wordOf(roles, label) : undefined) ?? label;
}

/** A stored text of a field in words: of a list of values, or the name of the record whose id it is; undefined where it is its own word. */
export function valueWords(
  texts: ValueTexts,
  name: (id: string) => string | null | undefined,
): (field: string, value: string) => string | undefined {
  const { audit, boards, clients, identity } = texts;
  const { status, stage, size, priority } = clients;
  const words: Readonly<Record<string, Words>> = {
    status,
    stage,
    size,
    priority: { ...boards.priorities, ...priority },
    category: audit.categories,
    color: boards.colors,
    cover: boards.colors,
    links: boards.relations,
    permissions: identity.rights,
    entity: audit.entities,
    action: audit.actions,
  };
  return (field, value) => {
    const known = wordOf(words[field], value);
    if (known !== undefined) return known;
    // Files have no names of their own in the log: the card's difference of files has them.
    if (field === "cover" && value.startsWith("fil_")) return boards.picture;
    const called = name(value) ?? undefined;
    return called && labelWords(texts, value.startsWith("rol_") ? "role" : "", called);
  };
}
