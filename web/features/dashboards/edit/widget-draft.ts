import { createMemo, createSignal } from "solid-js";
import type { WidgetChanges, WidgetView } from "#domain/dashboards/model.ts";
import { clashing, differing } from "#web/features/dashboards/merge.ts";

/** What the form says of a widget. */
type WidgetDraft = Pick<WidgetView, "title" | "kind" | "sql" | "text" | "chart">;
export type DraftField = keyof WidgetDraft;

/**
 * What a form makes of a widget: what it was opened with, what was written since, and the fields that somebody else has changed to something
 * else meanwhile. `current` is the widget as it stands now; undefined once it is gone.
 */
export function createWidgetDraft(opened: WidgetView, current: () => WidgetView | undefined) {
  const [base, setBase] = createSignal(opened);
  const [draft, setDraft] = createSignal(opened);
  const written = (): WidgetDraft => {
    const { title, kind, sql, text, chart } = draft();
    return { title: title.trim(), kind, sql, text, chart };
  };
  const changes = createMemo((): WidgetChanges => differing(base(), written()));
  const clashes = createMemo(() => {
    const now = current();
    return now ? (clashing(base(), changes(), now) as DraftField[]) : [];
  });
  return {
    base,
    draft,
    written,
    changes,
    clashes,
    set: (fields: Partial<WidgetView>) => void setDraft((now) => ({ ...now, ...fields })),
    /** Decides a clash: from then on one's own change is made on top of theirs, or theirs stands. */
    settle: (field: DraftField, keep: "mine" | "theirs"): void => {
      const now = current();
      if (!now) return;
      const theirs = { [field]: now[field] };
      setBase((before) => ({ ...before, ...theirs }));
      if (keep === "theirs") setDraft((before) => ({ ...before, ...theirs }));
    },
  };
}
