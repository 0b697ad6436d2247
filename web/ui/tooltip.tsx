import { Tooltip as Root } from "@kobalte/core/tooltip";
import { Show, type JSX } from "solid-js";
import { Kbd } from "./kbd.tsx";

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
  return (
    <Root
      disabled={isTaken()}
      openDelay={500}
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
