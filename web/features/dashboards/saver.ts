import type { WidgetChanges, WidgetView } from "#domain/dashboards/model.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";

/** A widget that somebody else changed in the same fields meanwhile. */
export interface Clash {
  mine: WidgetChanges;
  current: WidgetView;
}

/** What saving needs of the world. */
export interface SaverDeps {
  send(id: string, version: number, changes: WidgetChanges): Promise<WidgetView>;
  /** The widget as the server has it. */
  onServer(widget: WidgetView): void;
  /** Two people changed the same thing: theirs stands until the person decides. */
  onClash(clash: Clash): void;
  onError(error: unknown, widget: WidgetView): void;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which `changes` and what others made of the widget differ. */
export function clashing(base: WidgetView, changes: WidgetChanges, current: WidgetView): string[] {
  return (Object.keys(changes) as (keyof WidgetChanges)[]).filter(
    (field) => !same(base[field], current[field]) && !same(changes[field], current[field]),
  );
}

interface Pending {
  /** The widget on which it was changed. */
  base: WidgetView;
  changes: WidgetChanges;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Sends changes of widgets: several of one widget within `ms` as one, never two at a time for one widget. What others changed in other fields
 * is kept; in the same field it is a clash.
 */
export function createSaver(deps: SaverDeps, ms = 400) {
  const pending = new Map<string, Pending>();
  const sending = new Set<string>();

  async function flush(id: string): Promise<void> {
    const one = pending.get(id);
    if (!one || sending.has(id)) return;
    clearTimeout(one.timer);
    pending.delete(id);
    sending.add(id);
    try {
      const answer = await deps.send(id, one.base.version, one.changes);
      const later = pending.get(id);
      if (later) later.base = answer;
      deps.onServer(answer);
    } catch (error) {
      const current =
        error instanceof ApiProblem && error.code === "conflict.version"
          ? (error.params["current"] as WidgetView | undefined)
          : undefined;
      if (!current) deps.onError(error, one.base);
      else if (clashing(one.base, one.changes, current).length > 0) {
        deps.onServer(current);
        deps.onClash({ mine: one.changes, current });
      } else {
        const later = pending.get(id)?.changes ?? {};
        clearTimeout(pending.get(id)?.timer);
        pending.set(id, { base: current, changes: { ...one.changes, ...later }, timer: undefined });
      }
    } finally {
      sending.delete(id);
    }
    if (pending.has(id)) await flush(id);
  }

  return {
    /** Takes a change on its way. */
    save(widget: WidgetView, changes: WidgetChanges): void {
      const known = pending.get(widget.id);
      clearTimeout(known?.timer);
      pending.set(widget.id, {
        base: known?.base ?? widget,
        changes: { ...known?.changes, ...changes },
        timer: setTimeout(() => void flush(widget.id), ms),
      });
    },
    /** What is on its way of a widget, and not yet at the server. */
    changesOf: (id: string): WidgetChanges | undefined => pending.get(id)?.changes,
    /** Sends at once whatever waits. */
    flushAll: () => Promise.all([...pending.keys()].map(flush)),
  };
}
