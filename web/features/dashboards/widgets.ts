import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from "solid-js";
import { arranged, atFoot } from "#domain/dashboards/arrange.ts";
import type { WidgetChanges, WidgetInput, WidgetView } from "#domain/dashboards/model.ts";
import { api } from "#web/lib/api.ts";
import { onLive } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { createLiveMarks } from "#web/ui/live-marks.ts";
import { saveState } from "#web/lib/save-state.ts";
import { widgetsQuery } from "./queries.ts";
import { createSaver, type Clash } from "./saver.ts";

/** What the page says when something happens to its widgets. */
export interface WidgetNews {
  onClash(clash: Clash): void;
  onError(error: unknown): void;
}

type Draft = Omit<WidgetInput, "dashboardId" | "layout"> & { layout?: WidgetInput["layout"] };
const MOST_UNDO = 50;

/** A change by hand: how it is taken back, and made again. */
export interface Step {
  undo: () => void;
  redo: () => void;
}
type Steps = Record<"undo" | "redo", readonly Step[]>;

/**
 * The widgets of a dashboard: changed on the screen at once, each saved by itself, live, with undo. `all` is what the query answered.
 */
export function createWidgets(
  dashboardId: Accessor<string>,
  all: Accessor<readonly WidgetView[]>,
  news: WidgetNews,
) {
  const queries = useQueryClient();
  const [steps, setSteps] = createSignal<Steps>({ undo: [], redo: [] });
  const marks = createLiveMarks();
  const key = () => widgetsQuery(dashboardId()).queryKey;
  const write = (next: (widgets: readonly WidgetView[]) => readonly WidgetView[]) =>
    queries.setQueryData(key(), (known) => next(known ?? []));
  const put = (widget: WidgetView) =>
    write((known) => [
      ...known.filter(({ id }) => id !== widget.id),
      { ...widget, ...saver.changesOf(widget.id) } as WidgetView,
    ]);
  const takeOff = (id: string) => write((known) => known.filter((one) => one.id !== id));
  const saver = createSaver({
    send: (id, version, changes) =>
      api("patch /widgets/{id}", { params: { id }, body: { version, changes } }),
    onServer: put,
    onClash: (clash) => news.onClash(clash),
    onError: (error, widget) => {
      put(widget);
      news.onError(error);
    },
  });
  const places = createMemo(() => arranged(all()));
  /** Remembers a step that was just made; what was taken back before cannot be made again after it. */
  const done = (step: Step) =>
    setSteps(({ undo }) => ({ undo: [...undo, step].slice(-MOST_UNDO), redo: [] }));
  const take = (from: "undo" | "redo", to: "undo" | "redo") => {
    const step = steps()[from].at(-1);
    if (!step) return;
    setSteps((now) => ({ ...now, [from]: now[from].slice(0, -1), [to]: [...now[to], step] }));
    step[from]();
  };
  const find = (id: string) => all().find((widget) => widget.id === id);
  /** As the cache has it this moment: what pages are told of it comes a task later. */
  const standing = (id: string) =>
    queries.getQueryData(key())?.find((widget: WidgetView) => widget.id === id);

  function change(widget: WidgetView, changes: WidgetChanges): void {
    const current = standing(widget.id);
    if (!current) return;
    saver.save(current, changes);
    const updatedAt = new Date().toISOString();
    put({ ...current, ...changes, updatedAt } as WidgetView);
  }
  async function bringBack(id: string): Promise<void> {
    put(await api("post /widgets/{id}/restore", { params: { id } }));
  }
  async function takeAway(widget: WidgetView): Promise<void> {
    takeOff(widget.id);
    try {
      await api("delete /widgets/{id}", { params: { id: widget.id } });
    } catch (error) {
      put(widget);
      throw error;
    }
  }
  const attempt = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => news.onError(error));
  async function remove(widget: WidgetView): Promise<() => void> {
    await takeAway(widget);
    const undo = () => attempt(bringBack(widget.id));
    done({ undo, redo: () => attempt(takeAway(widget)) });
    return undo;
  }

  onLive("dashboards", ({ entity, entityId, after, actorId, actorName }) => {
    if (entity !== "widget") return;
    const mine = actorId === session.me()?.person.id;
    if (!mine && standing(entityId)) marks.mark(entityId, { id: actorId, name: actorName });
    const told = after as unknown as Omit<WidgetView, "can"> | null;
    const known = standing(entityId);
    if (!told) takeOff(entityId);
    else if (told.dashboardId === dashboardId() && (known?.version ?? 0) < told.version) {
      put({ ...told, can: known?.can ?? all()[0]?.can ?? { write: false } });
    }
  });
  // The dashboard is told anew with each change of it: only another one has other steps.
  const opened = createMemo(dashboardId);
  createEffect(on(opened, () => setSteps({ undo: [], redo: [] }), { defer: true }));
  onCleanup(() => void saver.flushAll());

  return {
    all,
    find,
    /** Where each is drawn. */
    places,
    /** Takes a step that was made elsewhere among those that can be taken back. */
    remember: done,
    /** Changes a widget, and remembers how to take it back. */
    update(widget: WidgetView, changes: WidgetChanges): void {
      const current = standing(widget.id);
      if (!current) return;
      const before = Object.fromEntries(
        Object.keys(changes).map((field) => [field, current[field as keyof WidgetView]]),
      ) as WidgetChanges;
      change(widget, changes);
      done({ undo: () => change(widget, before), redo: () => change(widget, changes) });
    },
    /** Decides a clash for one's own change. */
    insist: (clash: Clash) => change(clash.current, clash.mine),
    async add(draft: Draft): Promise<WidgetView> {
      const { layout, ...rest } = draft;
      const place =
        layout ?? atFoot(all(), draft.kind === "number" ? { w: 3, h: 2 } : { w: 6, h: 5 });
      const body = { ...rest, dashboardId: dashboardId(), layout: place };
      const made = await saveState.track(api("post /widgets", { body }));
      put(made);
      done({
        undo: () => attempt(takeAway(made)),
        redo: () => attempt(bringBack(made.id)),
      });
      return made;
    },
    remove,
    /** Sends what is on its way. */
    settled: () => saver.flushAll(),
    canUndo: () => steps().undo.length > 0,
    canRedo: () => steps().redo.length > 0,
    undo: () => take("undo", "redo"),
    redo: () => take("redo", "undo"),
    /** Who else changed a widget within the last seconds. */
    changedBy: (id: string) => marks.of(id)?.by,
  };
}

export type Widgets = ReturnType<typeof createWidgets>;
