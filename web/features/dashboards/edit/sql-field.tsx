import { createSignal, createUniqueId, onCleanup, onMount, Show } from "solid-js";
import type { Table } from "#domain/dashboards/narrow.ts";
import type { SqlEditor } from "#web/features/analytics/query/editor.ts";

/** SQL with completion of the workspace's tables. The editor arrives when it is first shown; its text is read from then on. */
export function SqlField(props: {
  label: string;
  hint: string;
  value: string;
  tables: readonly Table[];
  onInput: (text: string) => void;
  onRun: () => void;
}) {
  const id = createUniqueId();
  const [editor, setEditor] = createSignal<SqlEditor>();
  let host!: HTMLDivElement;
  let gone = false;
  onMount(() => {
    void (async () => {
      const { mountEditor } = await import("#web/features/analytics/query/editor.ts");
      if (gone) return;
      setEditor(
        mountEditor(host, {
          text: props.value,
          label: props.label,
          hint: "SELECT …",
          schema: Object.fromEntries(
            props.tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
          ),
          table: props.tables[0]?.name ?? "",
          onRun: () => props.onRun(),
          onChange: (text) => props.onInput(text),
        }),
      );
    })();
  });
  onCleanup(() => {
    gone = true;
    editor()?.destroy();
  });
  return (
    <div>
      <span id={id} class="mb-1.5 block font-medium">
        {props.label}
      </span>
      <div
        role="group"
        aria-labelledby={id}
        class="overflow-hidden rounded-2 border border-line-control bg-canvas focus-within:border-accent"
      >
        <div ref={host} class="min-h-24">
          <Show when={!editor()}>
            <pre class="whitespace-pre-wrap px-3 py-2.5 font-mono text-small">{props.value}</pre>
          </Show>
        </div>
      </div>
      <p class="mt-1.5 text-small text-ink-3">{props.hint}</p>
    </div>
  );
}
