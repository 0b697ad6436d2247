import { useQueryClient } from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import type { DashboardView } from "#domain/dashboards/model.ts";
import { api } from "#web/lib/api.ts";
import { saveState } from "#web/lib/save-state.ts";
import { dashboardQuery } from "./queries.ts";
import type { Step } from "./widgets.ts";

type Changes = Partial<Pick<DashboardView, "title" | "parameters">>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Changes the title or the filters of a dashboard, one after another, as a step that can be taken back. What is so already is not sent.
 * Rejects with what the server refused.
 */
export function useChangeDashboard(
  dashboard: Accessor<DashboardView>,
  on: {
    told: (after: DashboardView) => void;
    remember: (step: Step) => void;
    onError: (error: unknown) => void;
  },
) {
  const queries = useQueryClient();
  let before: Promise<unknown> = Promise.resolve();
  const send = (changes: Changes): Promise<void> => {
    const { id } = dashboard();
    const after = before;
    const work = async () => {
      await after;
      // As the cache has it this moment: what pages are told of it comes a task later.
      const { version } = queries.getQueryData(dashboardQuery(id).queryKey) ?? dashboard();
      const body = { version, changes };
      on.told(await saveState.track(api("patch /dashboards/{id}", { params: { id }, body })));
    };
    const sent = work();
    before = sent.catch(() => undefined);
    return sent;
  };
  return async (changes: Changes): Promise<void> => {
    const now = dashboard();
    const fields = (Object.keys(changes) as (keyof Changes)[]).filter(
      (field) => !same(now[field], changes[field]),
    );
    if (fields.length === 0) return;
    const was: Changes = Object.fromEntries(fields.map((field) => [field, now[field]]));
    await send(changes);
    const attempt = (next: Changes) => void send(next).catch(on.onError);
    on.remember({ undo: () => attempt(was), redo: () => attempt(changes) });
  };
}
