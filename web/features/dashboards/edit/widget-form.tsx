import IconPlay from "~icons/lucide/play";
import { A } from "@solidjs/router";
import { createEffect, createSignal, lazy, Show, Suspense, untrack } from "solid-js";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import type { WidgetChanges, WidgetInput, WidgetView } from "#domain/dashboards/model.ts";
import { questionsQuery } from "#web/features/questions/queries.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { chartOf } from "#web/features/dashboards/view/chart-of.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { WidgetBody } from "#web/features/dashboards/view/widget-body.tsx";
import { createWidgetResult } from "#web/features/dashboards/view/widget-result.ts";
import { tablesIn } from "#domain/dashboards/narrow.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ClashBox } from "./clash-box.tsx";
import { FormPresence } from "./form-presence.tsx";
import { SqlField } from "./sql-field.tsx";
import { createWidgetDraft, type DraftField } from "./widget-draft.ts";

/** What the form hands over: a new widget, or what was changed of the one on which that was begun. */
export type WidgetFormed =
  | { made: Omit<WidgetInput, "dashboardId" | "layout"> }
  | { base: WidgetView; changes: WidgetChanges };

const ChartEditor = lazy(async () => ({
  default: (await import("#web/features/analytics/chart/edit/chart-editor.tsx")).ChartEditor,
}));

const KINDS = ["chart", "number", "table", "text"] as const;

/** A new widget, or another title, kind, SQL or text of one: with its result before it is kept. */
export function WidgetForm(props: {
  /** A new one has no id. */
  widget: WidgetView;
  fresh: boolean;
  onClose: () => void;
  /** Settles once it is saved, or was refused. */
  onSave: (formed: WidgetFormed) => Promise<void>;
}) {
  const t = useTexts();
  const { dashboard, tables, sources, widgets } = useDashboard();
  const words = () => t().dashboards.form;
  // The form begins with what stood there when it was opened.
  const opened = untrack(() => props.widget);
  const { base, draft, written, changes, clashes, set, settle } = createWidgetDraft(opened, () =>
    widgets.find(opened.id),
  );
  /** What is drawn beside the widget itself has an id of its own. */
  const preview = () => setPreviewed({ ...draft(), id: `${opened.id}-preview` });
  const [begun, setBegun] = createSignal({ sql: opened.sql });
  const [previewed, setPreviewed] = createSignal<WidgetView>();
  const [result, setResult] = createSignal<ReadResult>();
  const [pending, setPending] = createSignal(false);
  const questions = useQuery(() => questionsQuery(dashboard().workspaceId));
  const isText = () => draft().kind === "text";
  const ready = () =>
    clashes().length === 0 &&
    draft().title.trim() !== "" &&
    (isText() ? draft().text : draft().sql).trim() !== "";
  const save = async () => {
    const read = new Set(tablesIn(draft().sql, tables()).map(({ name }) => name));
    const sourceIds = sources.all().flatMap(({ id, table }) => (read.has(table) ? [id] : []));
    setPending(true);
    await props.onSave(
      props.fresh
        ? { made: { ...written(), sourceIds } }
        : { base: base(), changes: { ...changes(), ...("sql" in changes() && { sourceIds }) } },
    );
    setPending(false);
  };
  const theirs = (field: DraftField): string => {
    const now = widgets.find(opened.id);
    if (!now) return "";
    if (field === "kind") return words().kinds[now.kind];
    return field === "chart" ? t().dashboards.together.chart : now[field];
  };
  const labelOf = (field: DraftField): string =>
    field === "chart" ? words().kinds.chart : words()[field];
  const decide = (field: DraftField, keep: "mine" | "theirs") => {
    settle(field, keep);
    if (field === "sql" && keep === "theirs") setBegun({ sql: draft().sql });
  };
  const fromQuestion = (id: string) => {
    const question = questions.data?.items.find((one) => one.id === id);
    if (!question) return;
    const { title, sql, chart } = question;
    set({ title, sql, chart, kind: chart?.type === "number" ? "number" : "chart" });
    setBegun({ sql });
    setPreviewed(undefined);
  };
  return (
    <FormDialog
      title={props.fresh ? words().add : words().edit}
      width="lg"
      submit={props.fresh ? words().addButton : words().save}
      pending={pending()}
      ready={ready()}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <FormPresence form={opened.id} />
      <SegmentedControl
        label={words().kind}
        value={draft().kind}
        onChange={(kind) => set({ kind })}
        options={KINDS.map((value) => ({ value, label: words().kinds[value] }))}
        class="self-start"
      />
      <Show when={props.fresh && !isText() && (questions.data?.items.length ?? 0) > 0}>
        <Select
          label={words().question}
          placeholder={words().noQuestion}
          value={undefined}
          options={(questions.data?.items ?? []).map(({ id, title }) => ({
            value: id,
            label: title,
          }))}
          onChange={fromQuestion}
        />
      </Show>
      <Show when={props.fresh && !isText()}>
        <p class="text-small text-ink-2">
          {words().noSql}{" "}
          <A
            href={`/analytics/w/${dashboard().workspaceId}/build?dashboard=${dashboard().id}`}
            class="touch-target text-accent-ink underline-offset-2 hover:underline"
          >
            {words().build}
          </A>
        </p>
      </Show>
      <TextField
        label={words().title}
        required
        maxLength={200}
        value={draft().title}
        onInput={(title) => set({ title })}
      />
      <Show
        when={!isText()}
        fallback={
          <TextArea
            label={words().text}
            hint={words().textHint}
            rows={6}
            maxLength={10_000}
            value={draft().text}
            onInput={(text) => set({ text })}
          />
        }
      >
        {/* Another question brings another text: the editor begins anew with it. */}
        <Show when={begun()} keyed>
          {(from) => (
            <SqlField
              label={words().sql}
              hint={words().sqlHint}
              value={from.sql}
              tables={tables()}
              onInput={(sql) => set({ sql })}
              onRun={preview}
            />
          )}
        </Show>
        <div class="flex flex-col gap-2">
          <Button
            icon={IconPlay}
            class="self-start"
            disabled={draft().sql.trim() === ""}
            onClick={preview}
          >
            {words().preview}
          </Button>
          <Show when={previewed()}>
            {(widget) => (
              <div class="h-64 overflow-hidden rounded-2 border border-line bg-surface p-4">
                <Preview
                  widget={{ ...widget(), kind: draft().kind, chart: draft().chart }}
                  onResult={setResult}
                />
              </div>
            )}
          </Show>
          <Show when={draft().kind === "chart" && result()}>
            {(shown) => (
              <Suspense>
                <ChartEditor
                  shape={shapeOf(shown())}
                  spec={chartOf(draft(), shown())}
                  onChange={(chart) => set(chart ? { chart } : { chart, kind: "table" })}
                />
              </Suspense>
            )}
          </Show>
        </div>
      </Show>
      <ClashBox
        parts={clashes().map((name) => ({ name, label: labelOf(name), theirs: theirs(name) }))}
        onSettle={decide}
      />
    </FormDialog>
  );
}

function Preview(props: { widget: WidgetView; onResult: (result: ReadResult) => void }) {
  const shown = createWidgetResult(() => props.widget);
  createEffect(() => {
    const now = shown.shown();
    if (now.kind === "ready") props.onResult(now.result);
  });
  return <WidgetBody widget={props.widget} result={shown} asTable={false} />;
}
