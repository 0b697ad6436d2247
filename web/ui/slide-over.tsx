import IconX from "~icons/lucide/x";
import { useTexts } from "#web/lib/i18n.tsx";
import {
  createMemo,
  createSignal,
  createUniqueId,
  onCleanup,
  onMount,
  Show,
  type JSX,
} from "solid-js";
import { cx } from "./cx.ts";
import { IconButton } from "./icon-button.tsx";
import { Kbd } from "./kbd.tsx";
import { SlideOverEdge } from "./slide-over-edge.tsx";

/**
 * A record beside its list. Not modal: the list stays readable and usable, its place kept. Sits in the nearest
 * positioned ancestor; on a phone it takes the screen. Esc closes (unless something else takes it first), and focus
 * goes back to where it was. Its width is the person's: dragged or ← → on its edge, kept per `widthKey`.
 */
export function SlideOver(props: {
  title: string;
  onClose: () => void;
  /** Start of the head: position in the list, reference. */
  head?: JSX.Element;
  /** End of the head, before the close button: watchers, next, previous, more. */
  actions?: JSX.Element;
  /** Stays at the foot while the content scrolls. */
  foot?: JSX.Element;
  /** First width in px: 480 for a record, 600 for a card. */
  width?: number;
  widthKey?: string;
  /** Veils what is behind; a click on the veil closes. */
  scrim?: boolean;
  children: JSX.Element;
  class?: string;
}) {
  const t = useTexts();
  const id = createUniqueId();
  const kept = createMemo(() =>
    props.widthKey ? Number(localStorage.getItem(`aetheria.width.${props.widthKey}`)) : 0,
  );
  const [chosen, setChosen] = createSignal(0);
  const width = () => chosen() || kept() || (props.width ?? 480);
  let panel!: HTMLDivElement;

  onMount(() => {
    const before = document.activeElement;
    panel.focus({ preventScroll: true });
    onCleanup(() => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    });
  });
  const resize = (next: number) => {
    setChosen(next);
    if (props.widthKey) localStorage.setItem(`aetheria.width.${props.widthKey}`, String(next));
  };
  /** Esc in the panel, in the list beside it, or nowhere. Menus and dialogs stand elsewhere in the document. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    const at = event.target;
    if (!(at instanceof HTMLElement)) return;
    const typing = at.matches("input, textarea") && !panel.contains(at);
    if (typing || (at !== document.body && !panel.parentElement?.contains(at))) return;
    event.preventDefault();
    props.onClose();
  };
  document.addEventListener("keydown", onKeyDown);
  onCleanup(() => document.removeEventListener("keydown", onKeyDown));

  return (
    <>
      <Show when={props.scrim}>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          class="absolute inset-0 z-scrim cursor-default bg-scrim animate-fade"
          onClick={() => props.onClose()}
        />
      </Show>
      <div
        ref={panel}
        role="dialog"
        data-record
        aria-labelledby={id}
        tabIndex={-1}
        style={{ "--slide-width": `${width()}px` }}
        class={cx(
          "absolute inset-y-0 right-0 z-slide flex w-(--slide-width) max-w-full flex-col border-l border-line-2 bg-surface shadow-3 outline-none animate-slide-in",
          "phone:fixed phone:inset-0 phone:z-dialog phone:w-full phone:border-0",
          props.class,
        )}
      >
        <SlideOverEdge label={t().ui.slideOver.resize} width={width()} onResize={resize} />
        <header class="flex h-bar shrink-0 items-center gap-1 border-b border-line pl-4 pr-3 text-small text-ink-2">
          <h2 id={id} class="sr-only">
            {props.title}
          </h2>
          <div class="flex min-w-0 flex-1 items-center gap-2 truncate">{props.head}</div>
          {props.actions}
          <IconButton icon={IconX} label={t().ui.close} quiet onClick={() => props.onClose()} />
          <Kbd keys={t().ui.escapeKey} class="-ml-1" />
        </header>
        <div class="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 py-5 phone:px-4">
          {props.children}
        </div>
        <Show when={props.foot}>
          {(drawn) => (
            <footer class="shrink-0 border-t border-line px-6 py-3 phone:px-4">{drawn()}</footer>
          )}
        </Show>
      </div>
    </>
  );
}
