import type { Component, JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import { cx } from "./cx.ts";

/** An icon module: `import IconPlus from "~icons/lucide/plus"`. */
export type IconComponent = Component<JSX.SvgSVGAttributes<SVGSVGElement>>;

const SIZES = {
  12: "size-3",
  14: "size-3.5",
  16: "size-4 icon-fine",
  20: "size-5 icon-fine",
  24: "size-6 icon-fine",
};
export type IconSize = keyof typeof SIZES;

/** A Lucide icon at our sizes and strokes. Decorative unless `label` says what it means. */
export function Icon(props: {
  of: IconComponent;
  size?: IconSize;
  class?: string | undefined;
  label?: string | undefined;
}) {
  return (
    <Dynamic
      component={props.of}
      class={cx("icon", SIZES[props.size ?? 16], props.class)}
      aria-hidden={props.label === undefined ? "true" : undefined}
      role={props.label === undefined ? undefined : "img"}
      aria-label={props.label}
    />
  );
}
