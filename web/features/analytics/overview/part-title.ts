import type { OverviewPart } from "#domain/analytics/overview/plan.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** What a part of the overview is called. `more` says that its rows are not all. */
export function partTitle(
  part: OverviewPart,
  t: Dictionary["analyticsOverview"],
  more = false,
): string {
  const { titles } = t;
  switch (part.kind) {
    case "trend":
      return titles.by(part.measure ?? titles.rows, titles.periods[part.period]);
    case "top": {
      const title = titles.top(part.column, part.measure ?? titles.rows);
      return more ? titles.first(title, String(part.most)) : title;
    }
    case "spread":
      return titles.spread(part.column);
    case "figures":
    case "flags":
    case "missing":
    case "keys":
    case "doubles":
      return titles[part.kind];
    default:
      return part satisfies never;
  }
}
