import type { Difference } from "#domain/dashboards/compare.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** What a return to a version would do, each thing in a sentence. */
export function differenceWords(
  difference: Difference,
  t: Dictionary["dashboards"]["versions"]["would"],
): string {
  switch (difference.kind) {
    case "title":
      return t.title(difference.to);
    case "renamed":
      return t.renamed(difference.from, difference.to);
    case "filters":
      return t.filters(difference.labels.join(", "));
    default:
      return t[difference.kind](difference.title);
  }
}
