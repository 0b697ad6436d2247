import type { Difference } from "#domain/dashboards/compare.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** What a return to a version would do, each thing in a sentence. */
export function differenceWords(
  difference: Difference,
  t: Dictionary["dashboards"]["versions"]["would"],
): string {
  if (difference.kind === "title") return t.title(difference.to);
  if (difference.kind === "renamed") return t.renamed(difference.from, difference.to);
  if (difference.kind === "filters") return t.filters(difference.labels.join(", "));
  return t[difference.kind](difference.title);
}
