import type { CardChange } from "#domain/boards/comments-api.ts";

/** Who only watches a card, or what its comments became, is told elsewhere. */
const QUIET = new Set(["card.watch"]);

/** What comes with a card from another board is written in the same breath, or brought by the server. */
const ALONG_MS = 2_000;
const ALONG = new Set(["card.update", "card.link"]);

const cameFrom = ({ action, changes }: CardChange) =>
  action === "card.create" && changes.some(({ field, after }) => field === "cameFrom" && after);

/** What the history tells, last first: a card that came from another board is told in one line, with all that it brought. */
export function toldEntries(entries: readonly CardChange[]): CardChange[] {
  const came = entries.find(cameFrom);
  const along = ({ action, at }: CardChange) =>
    came !== undefined && ALONG.has(action) && Date.parse(at) - Date.parse(came.at) < ALONG_MS;
  return entries.filter((entry, at) => {
    if (QUIET.has(entry.action) || along(entry)) return false;
    if (entry.action !== "card.bring") return true;
    // Comments come some at a time: one line says it.
    return came === undefined && entries[at + 1]?.action !== "card.bring";
  });
}
