import type { LivePerson } from "./live-feed.ts";

/** Everybody else who is here, each once, by name: one person may have several pages open. */
export function othersOnline(
  people: readonly LivePerson[],
  self: string | undefined,
): readonly LivePerson[] {
  const byId = new Map(people.map((person) => [person.userId, person]));
  if (self) byId.delete(self);
  return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
