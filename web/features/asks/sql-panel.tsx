import IconChevron from "~icons/lucide/chevron-right";
import { createSignal, onCleanup, Show } from "solid-js";
import type { AskSource } from "#domain/asks/source.ts";
import { readEvents } from "#domain/asks/stream.ts";
import type { AskBody } from "#domain/asks/model.ts";
import type { Unread } from "#web/features/analytics/query/refusal-text.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { Icon } from "#web/ui/icon.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { SqlEdit } from "./sql-edit.tsx";

/** The SQL of an answer: always there, to be read, explained and changed. */
export function SqlPanel(props: {
  workspaceId: string;
  sql: string;
  sources: readonly AskSource[];
  /** Those that can't be read here. */
  unread?: readonly Unread[] | undefined;
  editing: boolean;
  canSave: boolean;
  post: (body: AskBody, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  onRun: (sql: string) => Promise<void>;
  /** What is saved of its question already, and where. */
  kept?: { href: string; sql: string } | undefined;
  onSave: () => void | Promise<void>;
  onEdited: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { language } = useLocale();
  const say = useProblemText();
  const words = () => t().asks.sql;
  const [open, setOpen] = createSignal(false);
  const [explanation, setExplanation] = createSignal("");
  const [explaining, setExplaining] = createSignal(false);
  const abort = new AbortController();
  onCleanup(() => abort.abort());
  const lines = () => props.sql.trim().split("\n").length;
  const explain = async () => {
    setOpen(true);
    setExplanation("");
    setExplaining(true);
    const { workspaceId, sql } = props;
    try {
      const body = { kind: "explain" as const, workspaceId, sql, language: language() };
      for await (const event of readEvents(await props.post(body, abort.signal))) {
        if (event.type === "text") setExplanation((text) => text + event.text);
        if (event.type === "fault" && event.fault !== "limited")
          setExplanation(t().asks.trouble[event.fault]);
      }
    } catch (error) {
      if (!abort.signal.aborted) setExplanation(say(error));
    } finally {
      setExplaining(false);
    }
  };
  return (
    <section class="rounded-card border border-line bg-canvas" aria-label={words().title}>
      <div class="flex min-h-9 items-center gap-2 px-3 phone:min-h-11">
        <button
          type="button"
          class="flex min-w-0 flex-1 items-center gap-2 py-1.5 text-left"
          aria-expanded={open() || props.editing}
          onClick={() => setOpen((now) => !now)}
        >
          <Icon
            of={IconChevron}
            size={14}
            class={`shrink-0 text-ink-3 transition-transform ${open() || props.editing ? "rotate-90" : ""}`}
          />
          <b class="text-small font-semibold">{words().title}</b>
          <code class="min-w-0 flex-1 truncate font-mono text-small text-ink-3 phone:hidden">
            {props.sql.replace(/\s+/g, " ")}
          </code>
          <span class="num shrink-0 text-small text-ink-3">
            {words().lines(lines(), f().number(lines()))}
          </span>
        </button>
        <Show when={session.can("analytics.ask")}>
          <TextButton onClick={() => void explain()}>{words().explain}</TextButton>
        </Show>
      </div>
      <Show when={explanation() !== "" || explaining()}>
        <p class="border-t border-line px-3 py-2.5 wrap-anywhere" role="status">
          {explanation() || words().explaining}
        </p>
      </Show>
      <Show
        when={props.editing}
        fallback={
          <Show when={open()}>
            <pre
              class="overflow-x-auto border-t border-line px-3 py-2.5 font-mono text-small leading-5"
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
              tabindex={0}
              role="region"
              aria-label={words().title}
            >
              {props.sql}
            </pre>
          </Show>
        }
      >
        <SqlEdit
          sql={props.sql}
          sources={props.sources}
          unread={props.unread}
          onRun={props.onRun}
          onCancel={() => props.onEdited()}
          kept={props.kept}
          onSave={props.canSave ? () => props.onSave() : undefined}
        />
      </Show>
    </section>
  );
}
