import IconSearch from "~icons/lucide/search";
import { Dialog as Root } from "@kobalte/core/dialog";
import { useTexts } from "#web/lib/i18n.tsx";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { Icon } from "#web/ui/icon.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { createListNavigation } from "#web/ui/list-navigation.ts";
import { ProgressBar } from "#web/ui/progress.tsx";
import { createReturnFocus } from "#web/ui/return-focus.ts";
import type { PaletteContext, PaletteGroup, PaletteItem } from "./palette-item.ts";
import { PaletteFoot } from "./palette-foot.tsx";
import { PaletteRow } from "./palette-row.tsx";

export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  query: string;
  onQuery: (query: string) => void;
  /** What matches, best first; the shell searches, the palette only shows. */
  groups: readonly PaletteGroup[];
  placeholder: string;
  context?: PaletteContext | undefined;
  loading?: boolean | undefined;
  /** ⌘↵: asks the data instead of opening. */
  onAsk?: ((query: string) => void) | undefined;
};

/** Finds records and runs commands. ↑ ↓ move, ↵ opens, ⇥ shows what else a row can do, Esc goes back, then closes. */
export function CommandPalette(props: CommandPaletteProps) {
  const t = useTexts();
  const returnFocus = createReturnFocus(() => props.open);
  const [parent, setParent] = createSignal<PaletteItem>();
  const shown = createMemo<readonly PaletteGroup[]>(() => {
    const item = parent();
    if (item) return [{ id: item.id, label: item.label, items: item.actions ?? [] }];
    return props.groups.filter((group) => group.items.length > 0);
  });
  const items = createMemo(() => shown().flatMap((group) => group.items));
  const starts = createMemo(() => {
    let at = 0;
    return shown().map((group) => (at += group.items.length) - group.items.length);
  });
  const choose = (index: number) => {
    const item = items()[index];
    if (!item) return;
    props.onOpenChange(false);
    item.onSelect();
  };
  const nav = createListNavigation({ count: () => items().length, onChoose: choose });
  createEffect(
    on(
      () => [props.query, parent()],
      () => nav.setActive(0),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => props.open,
      () => setParent(undefined),
      { defer: true },
    ),
  );

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.isComposing) return;
    const active = items()[nav.active()];
    const command = event.metaKey || event.ctrlKey;
    if (event.key === "Enter" && command && props.onAsk) {
      props.onOpenChange(false);
      props.onAsk(props.query);
    } else if (event.key === "Tab" && !event.shiftKey && active?.actions?.length) setParent(active);
    else if (event.key === "Backspace" && event.currentTarget.value === "") {
      if (parent()) setParent(undefined);
      else props.context?.onRemove();
    } else return nav.onKeyDown(event);
    event.preventDefault();
  };
  return (
    <Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Root.Portal>
        <Root.Overlay class="fixed inset-0 z-dialog bg-scrim animate-fade" />
        <div class="pointer-events-none fixed inset-0 z-dialog flex justify-center px-4 pt-24 phone:p-0">
          <Root.Content
            onCloseAutoFocus={returnFocus}
            onEscapeKeyDown={(event) => {
              if (!parent()) return;
              event.preventDefault();
              setParent(undefined);
            }}
            class="pointer-events-auto flex h-fit max-h-[min(30rem,calc(100dvh-8rem))] w-full max-w-160 flex-col overflow-hidden rounded-3 border border-line-2 bg-raised shadow-3 outline-none animate-pop phone:h-dvh phone:max-h-dvh phone:rounded-none phone:border-0"
          >
            <Root.Title class="sr-only">{t().ui.palette.title}</Root.Title>
            <div class="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
              <Icon of={IconSearch} class="text-ink-3" />
              <Show when={parent()?.label ?? props.context?.label}>
                {(label) => (
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={t().ui.palette.removeContext(label())}
                    onClick={() => (parent() ? setParent(undefined) : props.context?.onRemove())}
                    class="touch-target h-5 max-w-48 truncate rounded-1 bg-accent-soft px-1.5 text-small font-medium text-accent-ink"
                  >
                    {label()}
                  </button>
                )}
              </Show>
              <input
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls={`${nav.optionId(0)}-list`}
                aria-activedescendant={items().length > 0 ? nav.optionId(nav.active()) : undefined}
                aria-label={t().ui.palette.title}
                placeholder={props.placeholder}
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                autofocus
                value={props.query}
                onInput={(event) => props.onQuery(event.currentTarget.value)}
                onKeyDown={onKeyDown}
                class="h-full min-w-0 flex-1 bg-transparent text-lead outline-none focus-visible:outline-none"
              />
              <Kbd keys={t().ui.escapeKey} />
            </div>
            <Show when={props.loading}>
              <ProgressBar label={t().ui.loading} class="-mt-px h-0.5 rounded-none" />
            </Show>
            <div
              role="listbox"
              id={`${nav.optionId(0)}-list`}
              aria-label={t().ui.palette.title}
              tabIndex={-1}
              class="min-h-0 flex-1 overflow-y-auto p-1.5 outline-none"
            >
              <For
                each={shown()}
                fallback={<p class="px-3 py-6 text-center text-ink-3">{t().ui.noResult}</p>}
              >
                {(group, groupIndex) => (
                  <div role="group" aria-label={group.label}>
                    <p class="px-3 pb-1 pt-2 text-micro text-ink-3" aria-hidden="true">
                      {group.label}
                    </p>
                    <For each={group.items}>
                      {(item, itemIndex) => {
                        const index = () => (starts()[groupIndex()] ?? 0) + itemIndex();
                        return (
                          <PaletteRow
                            item={item}
                            id={nav.optionId(index())}
                            query={parent() ? "" : props.query}
                            active={index() === nav.active()}
                            onPoint={() => nav.setActive(index())}
                            onChoose={() => choose(index())}
                          />
                        );
                      }}
                    </For>
                  </div>
                )}
              </For>
            </div>
            <p role="status" class="sr-only">
              {t().ui.palette.results(items().length)}
            </p>
            <PaletteFoot />
          </Root.Content>
        </div>
      </Root.Portal>
    </Root>
  );
}
