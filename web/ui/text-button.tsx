import { splitProps, type JSX } from "solid-js";
import { cx } from "./cx.ts";

/** A button that reads as a link inside a sentence or a head: "See all", "Restore". */
export function TextButton(
  props: Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "class"> & { class?: string },
) {
  const [own, rest] = splitProps(props, ["class"]);
  return (
    <button
      type="button"
      {...rest}
      class={cx(
        "touch-target rounded-1 font-medium text-accent-ink underline-offset-2 hover:underline disabled:text-ink-off",
        own.class,
      )}
    />
  );
}
