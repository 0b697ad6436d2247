import { useQueryClient } from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import type { DashboardView } from "#domain/dashboards/model.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import { api } from "#web/lib/api.ts";
import { saveState } from "#web/lib/save-state.ts";
import { newerOf, same } from "./merge.ts";
import { mergeFilters } from "./merge-filters.ts";
import { dashboardQuery } from "./queries.ts";
import type { Step } from "./steps.ts";

type Changes = Partial<Pick<DashboardView, "title" | "parameters">>;
type Filters = readonly Parameter[];
/** What a change makes of the dashboard as it stands. `refused`: somebody else has changed the same, which `changes` leaves alone. */
type Change = (now: DashboardView) => { changes: Changes; refused: boolean };

const MOST_TRIES = 5;

const titled =
  (from: string, to: string): Change =>
  ({ title }) => ({
    changes: title === from ? { title: to } : {},
    refused: title !== from && title !== to,
  });
const filtered =
  (from: Filters, to: Filters): Change =>
  ({ parameters }) => {
    const { merged, clashes } = mergeFilters(from, to, parameters);
    return { changes: { parameters: merged }, refused: clashes.length > 0 };
  };

/**
 * Changes the title or the filters of a dashboard, one after another, each on top of what stands there, as a step that can be taken back.
 */
export function useChangeDashboard(
  dashboard: Accessor<DashboardView>,
  on: {
    told: (after: DashboardView) => void;
    steps: { done: (step: Step) => void; drop: (step: Step) => void };
    onError: (error: unknown) => void;
    /** A step was not taken, or not whole, since somebody else has changed the same. */
    onOvertaken: () => void;
  },
) {
  const queries = useQueryClient();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const sent = last.then(work);
    last = sent.catch(() => undefined);
    return sent;
  };
  /** What is so already is not sent. `whole` sends nothing where a part is refused. */
  async function write(change: Change, whole: boolean) {
    const { id } = dashboard();
    for (let tries = 1; ; tries++) {
      // As the cache has it this moment: what pages are told of it comes a task later.
      const now = queries.getQueryData(dashboardQuery(id).queryKey) ?? dashboard();
      const { changes, refused } = change(now);
      const fields = (Object.keys(changes) as (keyof Changes)[]).filter(
        (field) => !same(now[field], changes[field]),
      );
      if (fields.length === 0 || (refused && whole)) return { sent: false, refused };
      const body = { version: now.version, changes };
      try {
        // Each try goes on what the one before was told.
        on.told(await saveState.track(api("patch /dashboards/{id}", { params: { id }, body })));
        return { sent: true, refused };
      } catch (error) {
        const newer = newerOf(error) as DashboardView | undefined;
        if (!newer || tries === MOST_TRIES) throw error;
        on.told(newer);
      }
    }
  }
  const stepOf =
    (back: Change, forth: Change): Step =>
    () => {
      const again = stepOf(forth, back);
      const work = async () => {
        try {
          const { sent, refused } = await inTurn(() => write(back, false));
          if (!sent) on.steps.drop(again);
          if (refused) on.onOvertaken();
        } catch (error) {
          on.steps.drop(again);
          on.onError(error);
        }
      };
      void work();
      return again;
    };
  const make = async (forth: Change, back: Change): Promise<boolean> => {
    const { sent, refused } = await inTurn(() => write(forth, true));
    if (sent) on.steps.done(stepOf(back, forth));
    return !refused;
  };
  return {
    /** From the title that stood there when it was begun to another. False, and nothing is sent, where it is a third by now. */
    title: (from: string, to: string) => make(titled(from, to), titled(to, from)),
    /** From the filters that were opened to others. False, and nothing is sent, where one of them was changed otherwise meanwhile. */
    filters: (from: Filters, to: Filters) => make(filtered(from, to), filtered(to, from)),
  };
}
