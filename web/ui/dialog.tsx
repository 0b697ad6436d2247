import IconX from "~icons/lucide/x";
import { Dialog as Root } from "@kobalte/core/dialog";
import { useTexts } from "#web/lib/i18n.tsx";
import { createEffect, createSignal, Show, untrack, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { IconButton } from "./icon-button.tsx";
import { createReturnFocus } from "./return-focus.ts";

const WIDTHS = { sm: "max-w-100", md: "max-w-140", lg: "max-w-200" };

/** What one came to fill in takes the first focus; without a field, the first button does. */
const FIRST_FIELD = "form :is(input, textarea, select, button):not([disabled], [type=hidden])";

/**
 * A question that must be answered before anything else. Prefer undo to "are you sure". Focus moves in and
 * returns; Esc closes, after something was typed the second time only. On a phone it rises from the bottom edge.
 */
export function Dialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: JSX.Element;
  /** Buttons at the foot, the main one last. */
  actions?: JSX.Element;
  width?: keyof typeof WIDTHS;
  /** What it shows can't be had again: only its own buttons close it, neither Esc nor a click beside it. */
  firm?: boolean;
  /** What was typed is there again when it is opened: closing loses nothing. */
  keeps?: boolean;
  children?: JSX.Element;
}) {
  const t = useTexts();
  const returnFocus = createReturnFocus(() => props.open);
  const [typed, setTyped] = createSignal(false);
  const [warned, setWarned] = createSignal(false);
  createEffect(() => {
    if (props.open) return;
    setTyped(false);
    setWarned(false);
  });
  /** Esc and a click beside it are easily done by mistake; the cross and "Cancel" are meant. */
  const slip = () => {
    if (props.firm) return;
    if (typed() && !warned() && !props.keeps) setWarned(true);
    else props.onOpenChange(false);
  };
  let content!: HTMLElement;
  // Called inside an effect of the library: what hears of the focus would be read there, and its next change would take the
  // focus out of the open dialog again.
  const takeFocus = (event: Event) => {
    const field = content.querySelector<HTMLElement>(FIRST_FIELD);
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  return (
    <Root open={props.open} onOpenChange={(open) => (open ? props.onOpenChange(true) : slip())}>
      <Root.Portal>
        <Root.Overlay class="fixed inset-0 z-dialog bg-scrim animate-fade" />
        <div
          data-dialog
          class="pointer-events-none fixed inset-0 z-dialog flex items-start justify-center px-4 pt-24 phone:items-end phone:p-0"
        >
          <Root.Content
            ref={content}
            onOpenAutoFocus={(event) => untrack(() => takeFocus(event))}
            onCloseAutoFocus={returnFocus}
            onInput={() => {
              setTyped(true);
              setWarned(false);
            }}
            class={cx(
              "pointer-events-auto flex max-h-[calc(100dvh-8rem)] w-full flex-col rounded-3 border border-line-2 bg-raised shadow-3 outline-none animate-pop",
              "phone:max-h-[92dvh] phone:rounded-b-none phone:animate-rise",
              WIDTHS[props.width ?? "md"],
            )}
          >
            <div class="flex items-start gap-3 px-5 pb-2 pt-4">
              <div class="min-w-0 flex-1">
                <Root.Title class="text-lead font-semibold">{props.title}</Root.Title>
                <Show when={props.description}>
                  {(drawn) => (
                    <Root.Description class="mt-1 text-ink-2">{drawn()}</Root.Description>
                  )}
                </Show>
              </div>
              <Show when={!props.firm}>
                <IconButton
                  icon={IconX}
                  label={t().ui.close}
                  quiet
                  class="-mr-2 -mt-1 phone:-mt-2.75"
                  onClick={() => props.onOpenChange(false)}
                />
              </Show>
            </div>
            <Show when={props.children}>
              {(drawn) => <div class="min-h-0 flex-1 overflow-y-auto px-5 py-2">{drawn()}</div>}
            </Show>
            <p role="status" class="px-5 text-warn empty:hidden">
              {warned() ? t().ui.closeAgain : ""}
            </p>
            <Show when={props.actions}>
              {(drawn) => (
                <div class="flex flex-wrap justify-end gap-2 px-5 pb-4 pt-3 phone:flex-col-reverse phone:pb-[max(1rem,env(safe-area-inset-bottom))]">
                  {drawn()}
                </div>
              )}
            </Show>
          </Root.Content>
        </div>
      </Root.Portal>
    </Root>
  );
}
