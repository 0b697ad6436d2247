import IconAsk from "~icons/lucide/message-circle-question";
import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { JoinKey } from "#domain/analytics/builder/join-keys.ts";
import type { SuggestSource } from "#domain/analytics/suggest/source.ts";
import type { Suggestion } from "#domain/analytics/suggest/suggest.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { createListNavigation } from "#web/ui/list-navigation.ts";
import { typedText } from "#web/ui/typed-text.ts";
import { createSuggestions } from "./suggest-state.ts";

/** A field in which a question is typed; those it may mean are offered below, ready to run. Arrows, Enter and Esc; touch. */
export function SuggestBox(props: {
  keeper: EngineKeeper;
  sources: readonly SuggestSource[];
  /** Ways between them that somebody vouches for. */
  joins?: readonly JoinKey[] | undefined;
  onChoose: (suggestion: Suggestion) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { language } = useLocale();
  const words = () => t().analyticsSuggest;
  const id = createUniqueId();
  const [text, setText] = createSignal("");
  const [open, setOpen] = createSignal(false);
  const { found, nearest, fresh, searching } = createSuggestions({
    // One engine serves the page for as long as it is shown.
    // oxlint-disable-next-line solid/reactivity
    keeper: props.keeper,
    sources: () => props.sources,
    joins: () => props.joins ?? [],
    language,
    text,
    open,
    today,
  });
  const choose = (at: number): void => {
    const chosen = found()[at];
    // What is offered for another text than the one in the field is not what Enter means.
    if (chosen === undefined || !fresh()) return;
    setText(chosen.question);
    setOpen(false);
    props.onChoose(chosen);
  };
  const nav = createListNavigation({ count: () => found().length, onChoose: choose });
  /** What is offered in the place of another question is chosen on purpose, never by the Enter that ends a text. */
  const [picking, setPicking] = createSignal(false);
  const active = () => (nearest() && !picking() ? -1 : nav.active());
  const told = () =>
    nearest() ? words().none : words().found(found().length, f().number(found().length));
  const shown = () => open() && (found().length > 0 || text().trim() !== "");
  return (
    <div class="relative">
      <div class="flex h-10 items-center gap-2 rounded-card border border-line-control bg-surface px-3 focus-within:border-accent phone:h-12">
        <Icon of={IconAsk} class="shrink-0 text-ink-3" />
        <input
          type="text"
          role="combobox"
          aria-expanded={shown()}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={
            shown() && found().length > 0 && active() >= 0 ? nav.optionId(active()) : undefined
          }
          aria-label={words().label}
          placeholder={words().placeholder}
          autocomplete="off"
          enterkeyhint="search"
          value={text()}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onInput={(event) => {
            setText(typedText(event));
            nav.setActive(0);
            setPicking(false);
            setOpen(true);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape" && open()) {
              event.preventDefault();
              event.stopPropagation();
              setOpen(false);
            } else if (!open() && (event.key === "ArrowDown" || event.key === "Enter")) {
              event.preventDefault();
              setOpen(true);
            } else if (active() < 0) {
              if (event.key !== "Enter" && event.key !== "ArrowDown") return;
              event.preventDefault();
              setPicking(event.key === "ArrowDown");
            } else nav.onKeyDown(event);
          }}
          class="h-full min-w-0 flex-1 bg-transparent outline-none focus-visible:outline-none"
        />
      </div>
      <p class="sr-only" role="status">
        {shown() && !searching() ? told() : ""}
      </p>
      <Show when={shown()}>
        <div class="absolute inset-x-0 top-full z-popover mt-1 rounded-3 border border-line-2 bg-raised p-1 shadow-3">
          <Show when={nearest() && found().length > 0}>
            <p class="px-2 pt-1.5 pb-1 text-small text-ink-2">
              {words().none} {words().instead}
            </p>
          </Show>
          <div
            role="listbox"
            id={`${id}-list`}
            aria-label={words().list}
            aria-busy={searching() ? "true" : undefined}
            class="max-h-80 overflow-y-auto"
          >
            <For each={found()}>
              {(one, index) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  role="option"
                  id={nav.optionId(index())}
                  aria-selected={index() === active()}
                  tabIndex={-1}
                  onPointerMove={() => {
                    nav.setActive(index());
                    setPicking(true);
                  }}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(index())}
                  class={cx(
                    "flex min-h-9 cursor-default flex-col justify-center rounded-2 px-2 py-1 phone:min-h-11",
                    index() === active() && "bg-hover",
                  )}
                >
                  <span>{one.question}</span>
                  <Show when={one.ignored.length > 0 && !nearest()}>
                    <span class="text-small text-warn">
                      {words().ignored(one.ignored.join(", "))}
                    </span>
                  </Show>
                </div>
              )}
            </For>
          </div>
          <Show
            when={found().length > 0}
            fallback={
              <p class="px-2 py-2 text-small text-ink-3">
                {searching() ? words().searching : `${words().none} ${words().try}`}
              </p>
            }
          >
            <p class="border-t border-line px-2 pb-1 pt-1.5 text-small text-ink-3">
              {words().hint}
            </p>
          </Show>
        </div>
      </Show>
    </div>
  );
}
