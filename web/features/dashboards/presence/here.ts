import { createMemo, type Accessor } from "solid-js";
import { dashboardPath } from "#domain/dashboards/events.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import type { LivePerson } from "#web/lib/live-feed.ts";
import { useLive } from "#web/lib/live.tsx";
import { othersOnline } from "#web/lib/others-online.ts";
import { session } from "#web/lib/session.ts";

/** Who else has the open dashboard open. What they edit stands in their place, behind #. */
export function useOthersHere(): Accessor<readonly LivePerson[]> {
  const live = useLive();
  const { dashboard } = useDashboard();
  return createMemo(() => {
    const at = dashboardPath(dashboard());
    const people = live.people().filter(({ place }) => place === at || place.startsWith(`${at}#`));
    return othersOnline(people, session.me()?.person.id);
  });
}

/** What the form of a dashboard's filters is called in a place. */
export const FILTERS_FORM = "filters";

/** The names of those who have a form of the open dashboard open: that of a widget, by its id, or of the filters. */
export function useOthersEditing(form: Accessor<string>): Accessor<readonly string[]> {
  const here = useOthersHere();
  return () => here().flatMap(({ name, place }) => (place.split("#")[1] === form() ? [name] : []));
}
