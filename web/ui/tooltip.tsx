import { Tooltip as Root } from "@kobalte/core/tooltip";
import { createEffect, createSignal, onCleanup, Show, type JSX } from "solid-js";
import { Kbd } from "./kbd.tsx";

const OPEN_MS = 500;

/** When somebody last pressed: a name that was on its way then is not wanted any more. */
const press = { at: -OPEN_MS * 2 };
addEventListener("pointerdown", () => (press.at = performance.now()), true);

/**
 * Names a control on hover and on focus. `trigger` receives the attributes to spread on the control. The label is
 * never the only carrier of information.
 */
export function Tooltip(props: {
  label: string;
  kbd?: string | undefined;
  placement?: "top" | "bottom" | "left" | "right";
  trigger: (attributes: JSX.ButtonHTMLAttributes<HTMLButtonElement>) => JSX.Element;
  /** Attributes that a menu or popover around it wants on the same control; handlers and refs are joined. */
  attributes?: JSX.ButtonHTMLAttributes<HTMLButtonElement>;
}) {
  /** What the control opened stands where the name would be drawn. */
  const isTaken = () => String(props.attributes?.["aria-expanded"]) === "true";
  const [open, setOpen] = createSignal(false);
  const close = () => setOpen(false);
  // A press or a key goes on to something else: the name would stand over it for as long as the pointer rests.
  createEffect(() => {
    if (!open()) return;
    const events = ["pointerdown", "keydown"] as const;
    for (const event of events) document.addEventListener(event, close, true);
    onCleanup(() => {
      for (const event of events) document.removeEventListener(event, close, true);
    });
  });
  return (
    <Root
      disabled={isTaken()}
      open={open()}
      onOpenChange={(next) => setOpen(next && performance.now() - press.at > OPEN_MS + 100)}
      openDelay={OPEN_MS}
      closeDelay={0}
      skipDelayDuration={300}
      gutter={6}
      placement={props.placement ?? "bottom"}
    >
      <Root.Trigger {...(props.attributes as object)} as={props.trigger} />
      <Root.Portal>
        <Show when={!isTaken()}>
          <Root.Content class="z-tooltip flex max-w-64 items-center gap-2 rounded-2 border border-line-2 bg-raised px-2 py-1 text-small font-medium text-ink shadow-2 animate-fade">
            {props.label}
            <Show when={props.kbd}>{(keys) => <Kbd keys={keys()} />}</Show>
          </Root.Content>
        </Show>
      </Root.Portal>
    </Root>
  );
}
