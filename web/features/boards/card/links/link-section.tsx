import { type Component, createEffect, type JSX, on, Show } from "solid-js";
import { Button } from "#web/ui/button.tsx";
import { Popover } from "#web/ui/popover.tsx";

/** A part of a card's panel: how much the card is linked with, a way to add to it, and the rows. Not there without either. */
export function LinkSection(props: {
  title: string;
  count: number;
  /** Where one may add: what the button and its popover are called, and what stands in it. */
  add: { text: string; label: string; icon: Component; picker: () => JSX.Element } | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  popover: string;
  children: JSX.Element;
}) {
  let list: HTMLUListElement | undefined;
  /** The rows that stood there when one began to add; null when nothing is being added. */
  let before: ReadonlySet<Element> | null = null;
  createEffect(() => {
    if (props.open) before = new Set(list?.children);
  });
  // What one has just added may stand below the fold.
  createEffect(
    on(
      () => props.count,
      () =>
        queueMicrotask(() => {
          const added = before && [...(list?.children ?? [])].find((row) => !before?.has(row));
          if (!added) return;
          before = null;
          added.scrollIntoView?.({ block: "nearest" });
        }),
      { defer: true },
    ),
  );
  return (
    <Show when={props.count > 0 || props.add}>
      <section aria-label={props.title} class="py-2">
        <div class="flex min-h-7 items-center gap-2 phone:min-h-11">
          <h3 class="font-semibold">{props.title}</h3>
          <Show when={props.count > 0}>
            <span class="num text-small text-ink-3">{props.count}</span>
          </Show>
          <span class="flex-1" />
          <Show when={props.add}>
            {(add) => (
              <Popover
                label={add().label}
                open={props.open}
                onOpenChange={props.onOpenChange}
                placement="bottom-end"
                class={props.popover}
                trigger={(attributes) => (
                  <Button
                    {...attributes}
                    class={undefined}
                    kind="ghost"
                    size="sm"
                    icon={add().icon}
                  >
                    {add().text}
                  </Button>
                )}
              >
                {add().picker()}
              </Popover>
            )}
          </Show>
        </div>
        <ul ref={list}>{props.children}</ul>
      </section>
    </Show>
  );
}
