import IconCheck from "~icons/lucide/circle-check";
import IconBad from "~icons/lucide/octagon-alert";
import IconWarn from "~icons/lucide/triangle-alert";
import IconUndo from "~icons/lucide/undo-2";
import IconX from "~icons/lucide/x";
import { useTexts } from "#web/lib/i18n.tsx";
import { createEffect, createSignal, For, onCleanup, onMount, Show, type JSX } from "solid-js";
import { Portal } from "solid-js/web";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";
import { createToasts, ToastContext, useToasts, type Toast } from "./toast-store.ts";
import { inkTone } from "./tone.ts";

const SHAPES = { neutral: IconCheck, ok: IconCheck, warn: IconWarn, bad: IconBad };

function ToastCard(props: { toast: Toast }) {
  const t = useTexts();
  const toasts = useToasts();
  const lasts = () => props.toast.lasts ?? (props.toast.onUndo ? 10_000 : 6_000);
  const [held, setHeld] = createSignal(false);
  let left = 0;

  onMount(() => {
    left = lasts();
    // Counts only while nobody points at it or is focused in it (WCAG 2.2.1).
    const tick = setInterval(() => {
      if (held() || document.hidden) return;
      left -= 250;
      if (left <= 0) toasts.dismiss(props.toast.id);
    }, 250);
    onCleanup(() => clearInterval(tick));
  });

  createEffect<boolean>((before) => {
    const holds = props.toast.holds?.() ?? true;
    if (before && !holds) toasts.dismiss(props.toast.id);
    return holds;
  }, false);

  const act = (action: () => void) => {
    action();
    toasts.dismiss(props.toast.id);
  };
  return (
    <li
      class="pointer-events-auto flex min-h-10 w-fit max-w-[min(27.5rem,100%)] items-center phone:w-full gap-2.5 rounded-3 border border-line-2 bg-raised py-1.5 pl-3 pr-1.5 shadow-3 animate-rise"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <Icon
        of={SHAPES[props.toast.tone ?? "neutral"]}
        class={inkTone[props.toast.tone ?? "neutral"]}
      />
      <span class="min-w-0 flex-1">{props.toast.text}</span>
      <Show when={props.toast.action}>
        {(action) => (
          <Button size="sm" onClick={() => act(action().onSelect)}>
            {action().label}
          </Button>
        )}
      </Show>
      <Show when={props.toast.onUndo}>
        {(undo) => (
          <Button size="sm" icon={IconUndo} onClick={() => act(undo())}>
            {t().ui.undo}
          </Button>
        )}
      </Show>
      <IconButton
        icon={IconX}
        size="sm"
        quiet
        label={t().ui.close}
        onClick={() => toasts.dismiss(props.toast.id)}
      />
    </li>
  );
}

/**
 * Room for toasts, at the foot of the page; announced politely, reachable by Tab as a region. On a phone they stand
 * above its bar and its floating buttons, and at the top while a dialog or a record has the foot, as everywhere while
 * one writes there. Elsewhere a record that is open beside its list is left free, and so is the rail. Pressing one leaves
 * the dialog under it open.
 */
export function ToastProvider(props: { children: JSX.Element }) {
  const t = useTexts();
  const toasts = createToasts();
  return (
    <ToastContext.Provider value={toasts}>
      {props.children}
      <Portal>
        <section
          aria-label={t().ui.notifications}
          data-kb-top-layer
          class={cx(
            "pointer-events-none fixed inset-x-0 bottom-0 z-toast flex justify-center p-4 pb-[max(1rem,env(safe-area-inset-bottom))]",
            "not-phone:beside-record:right-[min(38rem,calc(100vw-30rem))] not-phone:beside-record:left-rail",
            "not-phone:over-writing:top-24 not-phone:over-writing:bottom-auto!",
            "phone:over-writing:top-[calc(6rem+env(safe-area-inset-top))] phone:over-writing:bottom-auto!",
            "phone:beside-record:top-[calc(3.5rem+env(safe-area-inset-top))] phone:beside-record:bottom-auto!",
            "phone:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] phone:p-2 phone:over-actions:bottom-[calc(7.75rem+env(safe-area-inset-bottom))]",
            "phone:under-dialog:top-[env(safe-area-inset-top)] phone:under-dialog:bottom-auto!",
          )}
        >
          <div role="status" aria-live="polite" aria-relevant="additions" class="w-full">
            <ol class="flex flex-col items-center gap-2">
              <For each={toasts.toasts()}>{(toast) => <ToastCard toast={toast} />}</For>
            </ol>
          </div>
        </section>
      </Portal>
    </ToastContext.Provider>
  );
}
