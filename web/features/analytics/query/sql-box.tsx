import IconPlay from "~icons/lucide/play";
import IconStop from "~icons/lucide/square";
import { createEffect, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import type { SqlEditor } from "./editor.ts";
import type { Query } from "./query-state.ts";

/** The person's SQL and the button that runs it. The editor arrives when it is first shown. */
export function SqlBox(props: {
  dataSet: Pick<DataSet, "table" | "profiles">;
  /** Columns of other tables to complete as well, by table. */
  schema?: Record<string, string[]> | undefined;
  query: Query;
  text: string;
  onText: (text: string) => void;
  /** Text to put at the cursor, each time another one is given. */
  insertion: { text: string } | undefined;
}) {
  const t = useTexts();
  const words = () => t().analytics.query;
  const [editor, setEditor] = createSignal<SqlEditor>();
  let host!: HTMLDivElement;
  let gone = false;
  const run = () => void props.query.run(editor()?.text() ?? props.text);
  const mount = async () => {
    const { mountEditor } = await import("./editor.ts");
    if (gone) return;
    setEditor(
      mountEditor(host, {
        text: props.text,
        label: words().editor,
        hint: `SELECT … FROM ${props.dataSet.table}`,
        schema: {
          ...props.schema,
          [props.dataSet.table]: props.dataSet.profiles.map(({ name }) => name),
        },
        table: props.dataSet.table,
        onRun: run,
        onChange: (text) => props.onText(text),
      }),
    );
  };
  onMount(() => void mount());
  onCleanup(() => {
    gone = true;
    editor()?.destroy();
  });
  createEffect(
    on(
      () => props.insertion,
      (insertion) => insertion && editor()?.insert(insertion.text),
      { defer: true },
    ),
  );
  // Another question was taken over: what the person types comes back as it is.
  createEffect(() => {
    const own = editor();
    if (own !== undefined && own.text() !== props.text) own.setText(props.text);
  });
  return (
    <section
      class="overflow-hidden rounded-card border border-line bg-canvas focus-within:border-accent"
      aria-label={words().sql}
    >
      <div ref={host} class="min-h-10">
        <Show when={!editor()}>
          <pre class="whitespace-pre-wrap px-3 py-2.5 font-mono text-small leading-5 text-ink-2">
            {props.text}
          </pre>
        </Show>
      </div>
      <div class="flex items-center gap-2 border-t border-line px-2 py-1.5">
        <span class="px-1 text-small font-semibold">{words().sql}</span>
        <span class="truncate font-mono text-small text-ink-3">{props.dataSet.table}</span>
        <span class="ml-auto flex gap-2">
          <Show
            when={props.query.running()}
            fallback={
              <Button kind="secondary" icon={IconPlay} kbd="⌘↵" onClick={run}>
                {words().run}
              </Button>
            }
          >
            <Button kind="secondary" icon={IconStop} onClick={() => props.query.stop()}>
              {words().stop}
            </Button>
          </Show>
        </span>
      </div>
    </section>
  );
}
