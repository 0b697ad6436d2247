import type { WidgetChanges, WidgetView } from "#domain/dashboards/model.ts";
import { clashing, differing, newerOf } from "./merge.ts";

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

interface Pending {
  /** The widget on which it was changed. */
  base: WidgetView;
  changes: WidgetChanges;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Sends changes of widgets: several of one widget within `ms` as one, never two at a time for one widget. What others changed in other fields
 * is kept; in the same field it is a clash, and the other fields are sent.
 */
export function createSaver(deps: SaverDeps, ms = 400) {
  const pending = new Map<string, Pending>();
  const sending = new Map<string, WidgetChanges>();

  /** Somebody was faster: what they left alone goes on top of theirs. */
  function again({ base, changes }: Pending, current: WidgetView): void {
    const { id } = current;
    const later = pending.get(id);
    clearTimeout(later?.timer);
    pending.delete(id);
    const wanted = differing(base, { ...changes, ...later?.changes });
    const clashes = new Set<string>(clashing(base, wanted, current));
    // The sources go with the SQL that reads them.
    if (clashes.has("sql")) clashes.add("sourceIds");
    const part = (inside: boolean): WidgetChanges =>
      Object.fromEntries(Object.entries(wanted).filter(([field]) => clashes.has(field) === inside));
    const rest = part(false);
    if (Object.keys(rest).length > 0) {
      pending.set(id, { base: current, changes: rest, timer: undefined });
    }
    deps.onServer(current);
    if (clashes.size > 0) deps.onClash({ mine: part(true), current });
  }

  async function flush(id: string): Promise<void> {
    const one = pending.get(id);
    if (!one || sending.has(id)) return;
    clearTimeout(one.timer);
    pending.delete(id);
    sending.set(id, one.changes);
    try {
      const answer = await deps.send(id, one.base.version, one.changes);
      sending.delete(id);
      const later = pending.get(id);
      if (later) later.base = answer;
      deps.onServer(answer);
    } catch (error) {
      sending.delete(id);
      const current = newerOf(error) as WidgetView | undefined;
      if (current) again(one, current);
      else deps.onError(error, one.base);
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
    /** What is on its way of a widget, and not yet told by the server. */
    changesOf(id: string): WidgetChanges | undefined {
      const [sent, waits] = [sending.get(id), pending.get(id)?.changes];
      return sent || waits ? { ...sent, ...waits } : undefined;
    },
    /** Sends at once whatever waits. */
    flushAll: () => Promise.all([...pending.keys()].map(flush)),
  };
}
