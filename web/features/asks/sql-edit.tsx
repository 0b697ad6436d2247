import IconPlay from "~icons/lucide/play";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { AskSource } from "#domain/asks/source.ts";
import { QueryError } from "#web/features/analytics/query/query-error.tsx";
import type { Unread } from "#web/features/analytics/query/refusal-text.ts";
import type { SqlEditor } from "#web/features/analytics/query/editor.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { LeaveGuard } from "#web/lib/leave-guard.tsx";
import { Button } from "#web/ui/button.tsx";
import { KeptLink } from "./keep-button.tsx";

/**
 * The editor for the SQL of an answer, with the columns of every source to complete. What is saved is what is typed: it is run
 * before, and kept from being saved by whatever the engine says of it.
 */
export function SqlEdit(props: {
  sql: string;
  sources: readonly AskSource[];
  unread?: readonly Unread[] | undefined;
  onRun: (sql: string) => Promise<void>;
  onCancel: () => void;
  /** What is saved of its question already, and where. */
  kept: { href: string; sql: string } | undefined;
  /** Undefined where the person may not save it. */
  onSave: (() => void | Promise<void>) | undefined;
}) {
  const t = useTexts();
  const words = () => t().asks.sql;
  const [failure, setFailure] = createSignal<{ sql: string; error: unknown }>();
  const [running, setRunning] = createSignal(false);
  let editor: SqlEditor | undefined;
  let host!: HTMLDivElement;
  let gone = false;
  const [saving, setSaving] = createSignal(false);
  // The editor begins with what stands when it is opened.
  // oxlint-disable-next-line solid/reactivity
  const first = props.sql;
  const [text, setText] = createSignal(first);
  const isKept = () => text().trim() === props.kept?.sql.trim();
  const run = async () => {
    const sql = editor?.text() ?? props.sql;
    setFailure(undefined);
    setRunning(true);
    await props.onRun(sql).catch((error: unknown) => setFailure({ sql, error }));
    setRunning(false);
  };
  const save = async (keep: () => void | Promise<void>) => {
    setSaving(true);
    await run();
    if (failure() === undefined) await keep();
    setSaving(false);
  };
  const mount = async () => {
    const { mountEditor } = await import("#web/features/analytics/query/editor.ts");
    if (gone) return;
    editor = mountEditor(host, {
      text: first,
      label: words().title,
      hint: "SELECT …",
      schema: Object.fromEntries(
        props.sources.map(({ table, columns }) => [table, columns.map(({ name }) => name)]),
      ),
      table: props.sources[0]?.table ?? "",
      onRun: () => void run(),
      onChange: (now) => {
        setFailure(undefined);
        setText(now);
      },
    });
    editor.insert("");
  };
  onMount(() => void mount());
  onCleanup(() => {
    gone = true;
    editor?.destroy();
  });
  const source = () => props.sources[0];
  return (
    <div class="border-t border-line">
      <LeaveGuard unsaved={text() !== first && !isKept() && props.onSave !== undefined} />
      <div ref={host} class="min-h-20" />
      <Show when={failure()}>
        {(failed) => (
          <div class="p-2">
            <QueryError
              failure={failed()}
              tables={props.sources.map(({ table }) => table)}
              unread={props.unread}
              dataSet={{
                table: source()?.table ?? "",
                profiles: (source()?.columns ?? []).map((column) => ({
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
        <Button
          icon={IconPlay}
          kbd="⌘↵"
          loading={running() && !saving()}
          disabled={saving()}
          onClick={() => void run()}
        >
          {words().run}
        </Button>
      </div>
      <Show when={props.onSave}>
        {(keep) => (
          <div class="flex flex-wrap items-center gap-3 border-t border-line px-3 py-2">
            <Show
              when={isKept() && props.kept}
              fallback={
                <Button loading={saving()} onClick={() => void save(keep())}>
                  {props.kept ? t().asks.keepAnew : words().save}
                </Button>
              }
            >
              {(kept) => <KeptLink href={kept().href} />}
            </Show>
            <span class="text-small text-ink-3">{words().saveHint}</span>
          </div>
        )}
      </Show>
    </div>
  );
}
