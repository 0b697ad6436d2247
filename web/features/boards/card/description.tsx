import { createEffect, createResource, createSignal, on, onCleanup, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

const AUTOSAVE_MS = 800;

/** The description: read as text with links and lists, edited as Markdown, saved while one types. */
export function Description(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const [draft, setDraft] = createSignal<string | null>(null);
  const [render] = createResource(async () => (await import("./markdown.ts")).renderMarkdown);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = () => {
    clearTimeout(timer);
    const text = draft();
    if (text === null || text === props.card.description) return;
    void room.live.act({ kind: "card.update", card: props.card.id, set: { description: text } });
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
  // Another card in the same panel: what was typed belongs to the one before.
  createEffect(on(() => props.card.id, done, { defer: true }));
  onCleanup(save);

  const show = (element: HTMLElement) => {
    createEffect(() => {
      const make = render();
      if (make) element.replaceChildren(make(props.card.description));
    });
  };
  return (
    <section aria-label={t().boardScreen.card.description} class="py-4">
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
                  onClick={() => setDraft("")}
                >
                  {t().boardScreen.card.describe}
                </button>
              </Show>
            }
          >
            <div ref={show} class="prose-aetheria" />
            <Show when={room.may.write()}>
              <Button
                kind="ghost"
                size="sm"
                class="mt-2 -ml-2"
                onClick={() => setDraft(props.card.description)}
              >
                {t().boardScreen.card.edit}
              </Button>
            </Show>
          </Show>
        }
      >
        <textarea
          ref={(field) => queueMicrotask(() => field.focus())}
          rows={10}
          maxLength={50_000}
          aria-label={t().boardScreen.card.description}
          value={draft() ?? ""}
          class="w-full resize-y rounded-2 border border-line-control bg-surface px-2.5 py-2 outline-offset-[-1px]"
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (
              event.key !== "Escape" &&
              !(event.key === "Enter" && (event.metaKey || event.ctrlKey))
            )
              return;
            event.preventDefault();
            // The field goes; the focus stays in the panel, so that Escape closes it next.
            event.currentTarget.closest<HTMLElement>("[role=dialog]")?.focus();
            done();
          }}
        />
        <p class="mt-1 flex items-center justify-between gap-2 text-small text-ink-3">
          {t().boardScreen.card.markdown}
          <Button size="sm" onClick={done}>
            {t().boardScreen.card.done}
          </Button>
        </p>
      </Show>
    </section>
  );
}
