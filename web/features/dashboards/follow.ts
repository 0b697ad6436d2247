import { useQueryClient } from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import type { DashboardView } from "#domain/dashboards/model.ts";
import { onLive } from "#web/lib/live.tsx";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { dashboardQuery } from "./queries.ts";

/** Follows what others make of the dashboard; answers how to put down what one's own request was answered. */
export function useDashboardNews(dashboard: Accessor<DashboardView>) {
  const queries = useQueryClient();
  const told = (after: DashboardView): void =>
    void queries.setQueryData(dashboardQuery(after.id).queryKey, after);
  onLive("dashboards", ({ entity, entityId, after }) => {
    if (entity !== "dashboard" || entityId !== dashboard().id) return;
    const next = after as unknown as Omit<DashboardView, "can"> | null;
    if (!next) {
      void queries.invalidateQueries({ queryKey: dashboardQuery(entityId).queryKey });
    } else if (next.version > dashboard().version) told({ ...next, can: dashboard().can });
  });
  return told;
}

/** Keys of a dashboard, each while there is something for it to do. */
export function dashboardKeys(keys: {
  clear: Accessor<(() => void) | undefined>;
  edit: Accessor<(() => void) | undefined>;
  undo: Accessor<(() => void) | undefined>;
  redo: Accessor<(() => void) | undefined>;
}): void {
  onShortcuts(() => {
    const known = {
      Escape: keys.clear(),
      e: keys.edit(),
      "mod+z": keys.undo(),
      "mod+shift+z": keys.redo(),
      "mod+y": keys.redo(),
    };
    return Object.fromEntries(
      Object.entries(known).flatMap(([key, run]) => (run ? [[key, run]] : [])),
    );
  });
}
