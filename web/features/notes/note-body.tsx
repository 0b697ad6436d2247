import { createEffect, createMemo, createSignal, on, onCleanup, Show, untrack } from "solid-js";
import type { NoteView } from "#domain/notes/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Editor } from "#web/ui/editor/editor.tsx";
import { Rendered } from "#web/ui/editor/rendered.tsx";
import { TextClash } from "./text-clash.tsx";

/** The text of a note: read as it will look, written as Markdown, saved while one types. */
export function NoteBody(props: {
  note: NoteView;
  /** One's own text, where somebody else wrote the same lines. */
  clash: string | undefined;
  onWrite: (body: string) => void;
  onDone: () => void;
  onSettle: (keep: "mine" | "theirs") => void;
}) {
  const t = useTexts();
  const [writing, setWriting] = createSignal(untrack(() => props.note.body === ""));
  /** Whether the person asked for the field: a new note begins with its title. */
  const [asked, setAsked] = createSignal(false);
  let section!: HTMLElement;
  const done = () => {
    setWriting(false);
    props.onDone();
    section.querySelector("button")?.focus();
  };
  // The note, not each word that is written in it.
  const id = createMemo(() => props.note.id);
  createEffect(on(id, () => setWriting(props.note.body === ""), { defer: true }));
  // What is typed is on its way already: it goes now instead of a moment later.
  onCleanup(() => props.onDone());
  return (
    <section ref={section} aria-label={t().notes.fields.body}>
      <Show
        when={props.clash === undefined}
        fallback={
          <TextClash
            mine={props.clash ?? ""}
            theirs={props.note.body}
            onSettle={(keep) => {
              setWriting(false);
              props.onSettle(keep);
            }}
          />
        }
      >
        <Show
          when={props.note.can.write && writing()}
          fallback={
            <>
              <div class="rounded-3 border border-line bg-surface px-4 py-3">
                <Show
                  when={props.note.body.trim() !== ""}
                  fallback={<p class="text-ink-3">{t().notes.noText}</p>}
                >
                  <Rendered text={props.note.body} />
                </Show>
              </div>
              <Show when={props.note.can.write}>
                <Button
                  class="mt-2"
                  onClick={() => {
                    setAsked(true);
                    setWriting(true);
                  }}
                >
                  {t().notes.edit}
                </Button>
              </Show>
            </>
          }
        >
          <Editor
            label={t().notes.fields.body}
            value={props.note.body}
            onInput={props.onWrite}
            onSubmit={done}
            onEscape={done}
            people={[]}
            rows={12}
            tall
            autofocus={asked()}
            most={50_000}
            placeholder={t().notes.write}
            actions={
              <Button size="sm" onClick={done}>
                {t().notes.done}
              </Button>
            }
          />
        </Show>
      </Show>
    </section>
  );
}
