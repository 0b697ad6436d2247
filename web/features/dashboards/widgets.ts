import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, on, onCleanup, type Accessor } from "solid-js";
import { arranged, atFoot, topRank } from "#domain/dashboards/arrange.ts";
import type { WidgetChanges, WidgetInput, WidgetView } from "#domain/dashboards/model.ts";
import { api } from "#web/lib/api.ts";
import { onLive } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { createLiveMarks } from "#web/ui/live-marks.ts";
import { saveState } from "#web/lib/save-state.ts";
import { widgetsQuery } from "./queries.ts";
import { clashing, newerOf, same, turned } from "./merge.ts";
import { createSaver, type Clash } from "./saver.ts";
import { createSteps, type Step } from "./steps.ts";

/** What the page says when something happens to its widgets. */
export interface WidgetNews {
  onClash(clash: Clash): void;
  onError(error: unknown): void;
  /** A step was not taken, or not whole: somebody else has changed the same of `title` since, or taken it off. */
  onOvertaken(title: string, gone: boolean): void;
}

type Draft = Omit<WidgetInput, "dashboardId" | "layout"> & { layout?: WidgetInput["layout"] };
/** Tries to save what somebody else keeps being faster than. */
const MOST_TRIES = 5;
const FIELDS = ["title", "kind", "sql", "text", "sourceIds", "chart", "layout"] as const;
const pick = (widget: WidgetView, fields: readonly string[]): WidgetChanges =>
  Object.fromEntries(fields.map((field) => [field, widget[field as keyof WidgetView]]));

/**
 * The widgets of a dashboard: changed on the screen at once, each saved by itself, live, with undo. `all` is what the query answered.
 */
export function createWidgets(
  dashboardId: Accessor<string>,
  all: Accessor<readonly WidgetView[]>,
  news: WidgetNews,
) {
  const queries = useQueryClient();
  const steps = createSteps();
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
  /** Takes fields from one state to another, where they still hold the first. */
  const turn =
    (widget: WidgetView, from: WidgetChanges, to: WidgetChanges): Step =>
    () => {
      const now = standing(widget.id);
      if (!now) {
        news.onOvertaken(widget.title, true);
        return undefined;
      }
      const { changes, overtaken } = turned(now, from, to);
      if (overtaken) news.onOvertaken(now.title, false);
      const fields = Object.keys(changes);
      if (fields.length === 0) return undefined;
      const before = pick(now, fields);
      change(now, changes);
      return turn(now, changes, before);
    };
  /** Takes off a widget that is as it was, with nobody else's work in it. */
  const goes =
    (widget: WidgetView): Step =>
    () => {
      const now = standing(widget.id);
      if (now && !same(pick(now, FIELDS), pick(widget, FIELDS))) {
        news.onOvertaken(now.title, false);
        return undefined;
      }
      if (now) attempt(takeAway(now));
      return comes(widget);
    };
  const comes =
    (widget: WidgetView): Step =>
    () => {
      attempt(bringBack(widget.id));
      return goes(widget);
    };
  function update(widget: WidgetView, changes: WidgetChanges): void {
    const current = standing(widget.id);
    if (!current) return;
    const before = pick(current, Object.keys(changes));
    change(current, changes);
    steps.done(turn(current, changes, before));
  }
  async function remove(widget: WidgetView): Promise<() => void> {
    await takeAway(widget);
    const step = comes(widget);
    steps.done(step);
    return () => {
      steps.drop(step);
      step();
    };
  }
  /** Puts what a form changed of `base`, the widget as it was opened, on top of what stands there. */
  async function save(base: WidgetView, changes: WidgetChanges): Promise<boolean> {
    if (Object.keys(changes).length === 0) return true;
    await saver.flushAll();
    for (let tries = 1; ; tries++) {
      const current = standing(base.id) ?? base;
      if (clashing(base, changes, current).length > 0) return false;
      const { id, version } = current;
      const body = { version, changes };
      try {
        // Each try goes on what the one before was told.
        put(await saveState.track(api("patch /widgets/{id}", { params: { id }, body })));
        steps.done(turn(current, changes, pick(current, Object.keys(changes))));
        return true;
      } catch (error) {
        const newer = newerOf(error) as WidgetView | undefined;
        if (!newer || tries === MOST_TRIES) throw error;
        put(newer);
      }
    }
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
  createEffect(on(opened, steps.clear, { defer: true }));
  onCleanup(() => void saver.flushAll());

  return {
    all,
    find,
    /** Where each is drawn. */
    places,
    /** Steps that were made: those of other places go among them. */
    steps,
    /** Changes a widget, and remembers how to take it back. */
    update,
    /** Saves what a form changed of `base`. False, and nothing is sent, where somebody else has changed the same since. */
    save,
    /** Decides a clash for one's own change. */
    insist: (clash: Clash) => update(clash.current, clash.mine),
    async add(draft: Draft): Promise<WidgetView> {
      const { layout, ...rest } = draft;
      const place = layout
        ? { ...layout, rank: topRank(all()) }
        : atFoot(all(), draft.kind === "number" ? { w: 3, h: 2 } : { w: 6, h: 5 });
      const body = { ...rest, dashboardId: dashboardId(), layout: place };
      const made = await saveState.track(api("post /widgets", { body }));
      put(made);
      steps.done(goes(made));
      return made;
    },
    remove,
    /** Sends what is on its way. */
    settled: () => saver.flushAll(),
    /** Who else changed a widget within the last seconds. */
    changedBy: (id: string) => marks.of(id)?.by,
  };
}

export type Widgets = ReturnType<typeof createWidgets>;
