/** Somebody who can be called by name. */
export interface Mentionable {
  id: string;
  name: string;
}

const CALL = /(?:^|[\s([])@([^\s@](?:[^\n@]{0,40})|)$/u;
const MOST_SHOWN = 6;

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The name that is being typed behind an `@` before the caret, and where the `@` stands; null when none is. */
export function callAt(text: string, caret: number): { at: number; typed: string } | null {
  const before = text.slice(Math.max(0, caret - 60), caret);
  const typed = CALL.exec(before)?.[1];
  return typed === undefined ? null : { at: caret - typed.length - 1, typed };
}

/** Whom the typed name may mean: each of its words begins one of theirs, whatever the accents. */
export function matching(people: readonly Mentionable[], typed: string): readonly Mentionable[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return people
    .filter(({ name }) => {
      const parts = plain(name).split(/[\s-]+/);
      return words.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .slice(0, MOST_SHOWN);
}

/** Whom a text calls: of those who were picked, whose names still stand in it, each once. */
export function mentionsIn(text: string, people: readonly Mentionable[]): Mentionable[] {
  const found = people.filter(({ name }) => text.includes(`@${name}`));
  return [...new Map(found.map(({ id, name }) => [id, { id, name }])).values()].slice(0, 20);
}
