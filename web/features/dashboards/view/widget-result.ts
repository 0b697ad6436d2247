import {
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
  type Accessor,
} from "solid-js";
import { bindParameters } from "#domain/dashboards/bind.ts";
import { cubeOf } from "#domain/dashboards/cube.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { narrowed, tablesIn } from "#domain/dashboards/narrow.ts";
import { EngineLost } from "#web/features/analytics/engine/keeper.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { schemaOf } from "#web/features/sources/workspace-keeper.ts";
import { today } from "#web/lib/today.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { untouchedBy } from "#web/features/dashboards/filters/untouched.ts";
import { sameText } from "#web/features/dashboards/tables.ts";

/** What a widget shows of its query. The last result stays while the next one is computed. */
export type Shown =
  /** `reading` are the titles of the sources that are being read; empty while the query itself runs. */
  | { kind: "loading"; share: number | undefined; reading: readonly string[] }
  | { kind: "absent"; tables: readonly string[] }
  /** What it reads could not be read, for `error` or as somebody stopped it: nothing was asked. */
  | { kind: "unread"; tables: readonly string[]; error: unknown }
  | { kind: "failed"; error: unknown; sql: string }
  | { kind: "ready"; result: ReadResult; busy: boolean };

const isAbort = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** Loads what the widget reads and runs its query, narrowed by filters and by what was clicked elsewhere. */
export function createWidgetResult(widget: Accessor<WidgetView>) {
  const { dashboard, sources, tables, filters, runner, results } = useDashboard();
  const [result, setResult] = createSignal<ReadResult>();
  const [failure, setFailure] = createSignal<{ error: unknown; sql: string }>();
  const [busy, setBusy] = createSignal(false);
  const bound = createMemo(() =>
    bindParameters(widget().sql, dashboard().parameters, filters.chosen(), today()),
  );
  const read = createMemo(() => tablesIn(bound().sql, tables()));
  const wanted = createMemo(
    () => {
      const names = new Set(read().map(({ name }) => name));
      return sources.all().filter(({ table }) => names.has(table));
    },
    [],
    sameText,
  );
  const states = () => wanted().map((source) => ({ source, state: sources.state(source.id) }));
  const load = () => {
    for (const source of wanted()) void sources.load(source).catch(() => undefined);
  };
  createEffect(on(wanted, load));
  /** The list itself is missing: what the widget reads is not known. */
  const unlisted = () => (sources.all().length === 0 ? sources.query.error : null);
  const ready = createMemo(
    () =>
      !sources.query.isPending &&
      !unlisted() &&
      states().every(({ state }) => state.kind === "ready"),
  );
  const schema = () => schemaOf(dashboard().workspaceId);
  const conditions = createMemo(() => filters.conditionsFor(widget().id, bound().used));
  const sql = createMemo(() => narrowed(bound().sql, read(), conditions(), schema()));
  /** The query taken apart, while another widget is brushed. */
  const cube = () => {
    const brush = filters
      .selections()
      .findLast(({ widgetId, picks }) => widgetId !== widget().id && "from" in picks)?.condition;
    return brush ? cubeOf(bound().sql, read(), conditions(), brush, schema()) : null;
  };

  async function run(text: string, id: string): Promise<void> {
    setBusy(true);
    try {
      const answer = await runner.run(id, text, untrack(cube));
      results.set(id, answer);
      setResult(answer);
      setFailure(undefined);
    } catch (error) {
      if (isAbort(error)) return;
      results.delete(id);
      setFailure({ error, sql: text });
    }
    setBusy(false);
  }
  createEffect(() => {
    const text = sql();
    const { id, kind } = widget();
    if (kind === "text" || text.trim() === "" || !ready()) return;
    // What ran out of memory would again, as soon as the tables are back: it waits for another text.
    const last = untrack(failure);
    if (last?.error instanceof EngineLost && last.sql === text) return;
    void run(text, id);
  });
  /** What a brush that may begin soon would be answered from. */
  const soon = createMemo(
    () => {
      const near = filters.near();
      if (!near || near.widgetId === widget().id || widget().kind === "text" || !ready())
        return null;
      const all = filters.conditionsFor(widget().id, bound().used, near);
      const apart = cubeOf(bound().sql, read(), all, near.condition, schema());
      return apart && { cube: apart, sql: narrowed(bound().sql, read(), all, schema()) };
    },
    null,
    { equals: (a, b) => a?.cube.key === b?.cube.key },
  );
  createEffect(() => runner.prepare(widget().id, soon()));
  /** Asks once more: reads what could not be read, or runs the query again. */
  function again(): void {
    setFailure(undefined);
    if (unlisted()) void sources.query.refetch();
    else if (ready()) void run(sql(), widget().id);
    else load();
  }
  onCleanup(() => {
    runner.drop(widget().id);
    results.delete(widget().id);
  });

  const shown = createMemo((): Shown => {
    const all = states();
    const absent = all.filter(({ state }) => state.kind === "absent");
    if (absent.length > 0) {
      return { kind: "absent", tables: absent.map(({ source }) => source.title) };
    }
    const missing = unlisted();
    if (missing) return { kind: "unread", tables: [], error: missing };
    const unread = all.filter(({ state }) => ["failed", "stopped"].includes(state.kind));
    if (unread.length > 0) {
      const error = unread.flatMap(({ state }) =>
        state.kind === "failed" ? [state.error] : [],
      )[0];
      return { kind: "unread", tables: unread.map(({ source }) => source.title), error };
    }
    // While something is read anew, a refusal of before says nothing: the query is asked again then.
    const broken = ready() ? failure() : undefined;
    if (broken) return { kind: "failed", ...broken };
    const found = result();
    if (found) return { kind: "ready", result: found, busy: busy() || !ready() };
    const loading = all.filter(({ state }) => state.kind !== "ready");
    const [first] = loading.flatMap(({ state }) => (state.kind === "loading" ? [state.share] : []));
    return { kind: "loading", share: first, reading: loading.map(({ source }) => source.title) };
  });
  const untouched = createMemo(() => {
    if (widget().kind === "text" || read().every(({ columns }) => columns.length === 0)) return [];
    return untouchedBy(filters, { id: widget().id, used: bound().used, read: read() });
  });
  return {
    /** The filters that say nothing of this widget, as no table that it reads has their column. */
    untouched,
    /** The tables that the widget reads, with their columns. */
    tables: read,
    shown,
    again,
    /** The widget's question with its parameters put in, and what narrows it: the filters, what was clicked elsewhere, and its own choice. */
    question: () => {
      const own = filters.selectionOf(widget().id)?.condition;
      const initialAll = own ? [...conditions(), own] : conditions();
      const [initialTables, initialSchema] = [read(), schema()];
      return {
        sql: bound().sql,
        narrow: (text: string) => narrowed(text, initialTables, initialAll, initialSchema),
      };
    },
  };
}

export type WidgetResult = ReturnType<typeof createWidgetResult>;
