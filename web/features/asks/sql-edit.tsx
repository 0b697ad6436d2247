import IconPlay from "~icons/lucide/play";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { AskSource } from "#domain/asks/source.ts";
import { QueryError } from "#web/features/analytics/query/query-error.tsx";
import type { SqlEditor } from "#web/features/analytics/query/editor.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";

/** The editor for the SQL of an answer, with the columns of every source to complete. */
export function SqlEdit(props: {
  sql: string;
  sources: readonly AskSource[];
  onRun: (sql: string) => Promise<void>;
  onCancel: () => void;
}) {
  const t = useTexts();
  const words = () => t().asks.sql;
  const [failure, setFailure] = createSignal<{ sql: string; error: unknown }>();
  const [running, setRunning] = createSignal(false);
  let editor: SqlEditor | undefined;
  let host!: HTMLDivElement;
  let gone = false;
  const run = async () => {
    const sql = editor?.text() ?? props.sql;
    setFailure(undefined);
    setRunning(true);
    await props.onRun(sql).catch((error: unknown) => setFailure({ sql, error }));
    setRunning(false);
  };
  const mount = async () => {
    const { mountEditor } = await import("#web/features/analytics/query/editor.ts");
    if (gone) return;
    editor = mountEditor(host, {
      text: props.sql,
      label: words().title,
      hint: "SELECT …",
      schema: Object.fromEntries(
        props.sources.map(({ table, columns }) => [table, columns.map(({ name }) => name)]),
      ),
      table: props.sources[0]?.table ?? "",
      onRun: () => void run(),
      onChange: () => setFailure(undefined),
    });
    editor.insert("");
  };
  onMount(() => void mount());
  onCleanup(() => {
    gone = true;
    editor?.destroy();
  });
  const first = () => props.sources[0];
  return (
    <div class="border-t border-line">
      <div ref={host} class="min-h-20" />
      <Show when={failure()}>
        {(failed) => (
          <div class="p-2">
            <QueryError
              failure={failed()}
              dataSet={{
                table: first()?.table ?? "",
                profiles: (first()?.columns ?? []).map((column) => ({
                  ...column,
                  count: 0,
                  mean: null,
                  histogram: [],
                })),
              }}
            />
          </div>
        )}
      </Show>
      <div class="flex justify-end gap-2 px-3 py-2">
        <Button kind="ghost" onClick={() => props.onCancel()}>
          {words().cancel}
        </Button>
        <Button icon={IconPlay} kbd="⌘↵" loading={running()} onClick={() => void run()}>
          {words().run}
        </Button>
      </div>
    </div>
  );
}
