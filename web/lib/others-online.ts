import type { LivePerson } from "./live-feed.ts";

/** How many of the team are here. Support is in the list of who is, and no part of the team. */
export function teamOnline(
  people: readonly LivePerson[],
  self: string | undefined,
  team: readonly { userId: string }[],
): number {
  const here = new Set(people.map(({ userId }) => userId)).add(self ?? "");
  return team.filter(({ userId }) => here.has(userId)).length;
}

/** Everybody else who is here, each once, by name: one person may have several pages open. */
export function othersOnline(
  people: readonly LivePerson[],
  self: string | undefined,
): readonly LivePerson[] {
  const byId = new Map(people.map((person) => [person.userId, person]));
  if (self) byId.delete(self);
  return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
