import { Popover as Root } from "@kobalte/core/popover";
import { untrack, type JSX } from "solid-js";
import { cx } from "./cx.ts";

/**
 * Focuses what asks for it with `data-autofocus`; the first control otherwise. Called inside an effect of the library, which
 * must not depend on what hears of the focus.
 */
function focusWanted(event: Event) {
  const panel = event.target instanceof HTMLElement ? event.target : null;
  const wanted = panel?.querySelector<HTMLElement>("[data-autofocus]");
  if (!wanted) return;
  event.preventDefault();
  untrack(() => wanted.focus({ preventScroll: true }));
}

/**
 * A dialog hides from screen readers all that comes beside it; what opened out of it bears this mark, which the library looks for, and
 * stays readable.
 */
const exposed = (host: HTMLElement | SVGElement): void => {
  host.dataset["reactAriaTopLayer"] = "true";
};

/**
 * A panel anchored to a control. Focus moves in, Tab stays in, Esc and a click outside close it, focus returns.
 * `label` names it to screen readers. Without `trigger` pass `anchor` and control `open` yourself; with both it stands at the anchor, or
 * at the trigger while that gives none.
 */
export function Popover(props: {
  label: string;
  trigger?: (attributes: JSX.ButtonHTMLAttributes<HTMLButtonElement>) => JSX.Element;
  anchor?: () => HTMLElement | undefined;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  placement?: "bottom-start" | "bottom-end" | "bottom" | "right-start" | "left-start" | "top-start";
  children: JSX.Element;
  class?: string;
}) {
  return (
    <Root
      gutter={4}
      placement={props.placement ?? "bottom-start"}
      {...(props.open === undefined ? {} : { open: props.open })}
      {...(props.anchor === undefined ? {} : { anchorRef: props.anchor })}
      onOpenChange={(open) => props.onOpenChange?.(open)}
    >
      {props.trigger && <Root.Trigger as={props.trigger} />}
      <Root.Portal ref={exposed}>
        <Root.Content
          aria-label={props.label}
          onOpenAutoFocus={focusWanted}
          class={cx(
            "z-popover max-w-[calc(100vw-16px)] rounded-3 border border-line-2 bg-raised shadow-3 outline-none animate-pop",
            props.class ?? "w-62 p-3",
          )}
        >
          {props.children}
        </Root.Content>
      </Root.Portal>
    </Root>
  );
}
