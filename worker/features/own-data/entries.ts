import { OWN_DATA, type OwnColumn, type OwnData } from "#domain/own-data/registry.ts";
import { allows, type Actor } from "#domain/permissions.ts";

const entries: readonly OwnData[] = OWN_DATA;

/** What a person may read of the registry. */
export const entriesFor = (actor: Actor): OwnData[] =>
  entries.filter(({ permission }) => allows(actor, permission));

/** The columns of an entry that a person may read. */
export const columnsFor = (actor: Actor, name: string): OwnColumn[] =>
  (entries.find((entry) => entry.name === name)?.columns ?? []).filter(
    ({ key }) => key === undefined || allows(actor, key),
  );
