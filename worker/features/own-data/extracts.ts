import type { Extracted } from "#domain/own-data/extracted.ts";
import type { OwnDataName } from "#domain/own-data/registry.ts";
import { extractTasks } from "#worker/features/boards/extract-tasks.ts";
import { extractClients } from "#worker/features/clients/extract-clients.ts";
import { extractNotes } from "#worker/features/notes/extract-notes.ts";
import type { Ctx } from "#worker/platform/context.ts";

/** A page of records: those after one ("" at first), at most so many. One read of the database. */
type Extract = (ctx: Ctx, after: string, limit: number) => Promise<Extracted[]>;

/** How each entry of the registry is read; a missing one fails the type check. */
export const EXTRACTS: Record<OwnDataName, Extract> = {
  clients: extractClients,
  tasks: extractTasks,
  notes: extractNotes,
};
