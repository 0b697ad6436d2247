import IconCheck from "~icons/lucide/check";
import IconPlus from "~icons/lucide/plus";
import IconSearch from "~icons/lucide/search";
import { useTexts } from "#web/lib/i18n.tsx";
import { createMemo, createSignal, For, onMount, Show, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Highlight } from "./highlight.tsx";
import { findMatch } from "./match.ts";
import { Icon, type IconComponent } from "./icon.tsx";
import { createListNavigation } from "./list-navigation.ts";
import { typedText } from "./typed-text.ts";

export type ComboboxOption = {
  value: string;
  label: string;
  icon?: IconComponent | undefined;
  /** Instead of an icon: a face, a coloured dot. */
  mark?: (() => JSX.Element) | undefined;
  note?: string | undefined;
  /** Other words that find it. */
  keywords?: readonly string[] | undefined;
};

export type ComboboxListProps = {
  label: string;
  options: readonly ComboboxOption[];
  /** The chosen values: they carry a check. */
  chosen: readonly string[];
  onToggle: (value: string) => void;
  /** Searching is done elsewhere (a server): `options` are then what matches. */
  onSearch?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
  /** Offers to make what is typed. */
  onCreate?: ((text: string) => void) | undefined;
  /** Why what is typed can't be made. It is told under the field, which keeps it. */
  refuse?: ((text: string) => string | undefined) | undefined;
};

/** A search field over its list: the inside of Combobox, usable in any popover ("Move to…", "Assign"). */
export function ComboboxList(props: ComboboxListProps) {
  const t = useTexts();
  const [query, setQuery] = createSignal("");
  let input!: HTMLInputElement;
  const matches = createMemo(() =>
    props.onSearch || !query().trim()
      ? props.options
      : props.options.filter(({ label, keywords = [] }) =>
          [label, ...keywords].some((word) => findMatch(word, query())),
        ),
  );
  const isNew = () => {
    const text = query().trim();
    return text !== "" && !props.options.some((option) => option.label === text);
  };
  const refused = () => (props.onCreate && isNew() ? props.refuse?.(query().trim()) : undefined);
  const creatable = () => Boolean(props.onCreate && isNew() && !refused());
  const choose = (index: number) => {
    const option = matches()[index];
    if (option) props.onToggle(option.value);
    else if (creatable()) props.onCreate?.(query().trim());
  };
  const nav = createListNavigation({
    count: () => matches().length + (creatable() ? 1 : 0),
    onChoose: choose,
  });
  onMount(() => queueMicrotask(() => input.focus({ preventScroll: true })));
  const row = (index: number) =>
    cx(
      "flex h-8 cursor-default items-center gap-2 rounded-2 px-2 phone:h-11",
      index === nav.active() && "bg-hover",
    );
  return (
    <div class="flex w-full min-w-0 flex-col">
      <div class="flex h-9 items-center gap-2 border-b border-line px-3 phone:h-12">
        <Icon of={IconSearch} size={14} class="text-ink-3" />
        <input
          ref={input}
          data-autofocus
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${nav.optionId(0)}-list`}
          aria-activedescendant={nav.optionId(nav.active())}
          aria-label={props.label}
          aria-invalid={refused() ? "true" : undefined}
          aria-describedby={refused() ? `${nav.optionId(0)}-refused` : undefined}
          placeholder={t().ui.search}
          autocomplete="off"
          value={query()}
          onInput={(event) => {
            const text = typedText(event);
            setQuery(text);
            nav.setActive(0);
            props.onSearch?.(text);
          }}
          onKeyDown={(event) => nav.onKeyDown(event)}
          class="h-full min-w-0 flex-1 bg-transparent outline-none focus-visible:outline-none"
        />
      </div>
      {/* Always there, so that what comes into it is read out. */}
      <p
        id={`${nav.optionId(0)}-refused`}
        role="status"
        class="px-3 pt-2 text-small text-bad empty:hidden"
      >
        {refused()}
      </p>
      <div
        role="listbox"
        id={`${nav.optionId(0)}-list`}
        aria-label={props.label}
        aria-multiselectable={props.chosen.length > 1 ? "true" : undefined}
        aria-busy={props.loading ? "true" : undefined}
        tabIndex={-1}
        class="max-h-72 min-h-0 overflow-y-auto p-1 outline-none"
      >
        <For each={matches()}>
          {(option, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              role="option"
              id={nav.optionId(index())}
              aria-selected={props.chosen.includes(option.value)}
              tabIndex={-1}
              onPointerMove={() => nav.setActive(index())}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(index())}
              class={row(index())}
            >
              <Show when={option.icon}>
                {(icon) => <Icon of={icon()} size={14} class="text-ink-3" />}
              </Show>
              {option.mark?.()}
              <span class="min-w-0 flex-1 truncate">
                <Highlight text={option.label} query={query()} />
              </span>
              <Show when={option.note}>
                {(note) => (
                  <span class="max-w-1/2 shrink-0 truncate text-small text-ink-3">{note()}</span>
                )}
              </Show>
              <Show when={props.chosen.includes(option.value)}>
                <Icon of={IconCheck} size={14} class="text-accent-ink" />
              </Show>
            </div>
          )}
        </For>
        <Show when={creatable()}>
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
          <div
            role="option"
            id={nav.optionId(matches().length)}
            aria-selected="false"
            tabIndex={-1}
            onPointerMove={() => nav.setActive(matches().length)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(matches().length)}
            class={row(matches().length)}
          >
            <Icon of={IconPlus} size={14} class="text-ink-3" />
            <span class="truncate">{t().ui.combobox.create(query().trim())}</span>
          </div>
        </Show>
      </div>
      <Show when={matches().length === 0 && !creatable() && !refused()}>
        <p role="status" class="px-3 pb-3 pt-1 text-ink-3">
          {props.loading ? t().ui.loading : t().ui.noResult}
        </p>
      </Show>
    </div>
  );
}
