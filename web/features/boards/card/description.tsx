import { createEffect, createSignal, on, onCleanup, Show, untrack } from "solid-js";
import { mergeText } from "#domain/boards/merge.ts";
import type { Card } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Editor } from "#web/ui/editor/editor.tsx";
import { Rendered } from "#web/ui/editor/rendered.tsx";

const AUTOSAVE_MS = 800;

/** The description: read as text with links and lists, edited as Markdown, saved while one types. */
export function Description(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const [draft, setDraft] = createSignal<string | null>(null);
  /** The card that is written: still there when the panel has gone on to another one, or is taken down. */
  let card = untrack(() => props.card);
  /** The description that the draft began with, or was last saved as. */
  let base = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let section: HTMLElement | undefined;

  const save = () => {
    clearTimeout(timer);
    const text = draft();
    if (text === null || text === base || text === card.description) return;
    const held = card.description;
    // Somebody wrote it meanwhile: it came to this page, so the object could not tell that the draft is of before.
    const merged = held === base ? text : mergeText(base, text, held);
    const write = (description: string): Op => ({
      kind: "card.update",
      card: card.id,
      set: { description },
    });
    if (merged === null) {
      void room.live.keepConflict(write(text));
      setDraft(null);
      return;
    }
    base = merged;
    if (merged !== text) setDraft(merged);
    void room.live.act(write(merged));
  };
  const begin = () => {
    base = props.card.description;
    setDraft(base);
  };
  const type = (text: string) => {
    setDraft(text);
    clearTimeout(timer);
    timer = setTimeout(save, AUTOSAVE_MS);
  };
  const done = () => {
    save();
    setDraft(null);
  };
  // The field goes; the focus stays in the panel, so that Escape closes it next.
  const leave = () => {
    section?.closest<HTMLElement>("[role=dialog]")?.focus();
    done();
  };
  // Another card in the same panel: what was typed belongs to the one before.
  createEffect(on(() => props.card.id, done, { defer: true }));
  createEffect(() => {
    card = props.card;
  });
  onCleanup(save);

  return (
    <section
      ref={(element) => (section = element)}
      aria-label={t().boardScreen.card.description}
      class="py-4"
    >
      <Show
        when={draft() !== null}
        fallback={
          <Show
            when={props.card.description !== ""}
            fallback={
              <Show when={room.may.write()}>
                <button
                  type="button"
                  class="w-full rounded-2 py-1 text-left text-ink-3 hover:text-ink"
                  onClick={begin}
                >
                  {t().boardScreen.card.describe}
                </button>
              </Show>
            }
          >
            <Rendered text={props.card.description} />
            <Show when={room.may.write()}>
              <Button kind="ghost" size="sm" class="mt-2 -ml-2" onClick={begin}>
                {t().boardScreen.card.edit}
              </Button>
            </Show>
          </Show>
        }
      >
        <Editor
          label={t().boardScreen.card.description}
          value={draft() ?? ""}
          onInput={type}
          onSubmit={leave}
          onEscape={leave}
          people={[]}
          rows={8}
          wholePreview
          most={50_000}
          autofocus
          actions={
            <Button size="sm" onClick={leave}>
              {t().boardScreen.card.done}
            </Button>
          }
        />
      </Show>
    </section>
  );
}
