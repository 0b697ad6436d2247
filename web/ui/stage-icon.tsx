import IconCheckDone from "~icons/lucide/circle-check-big";
import IconCheck from "~icons/lucide/circle-check";
import IconDashed from "~icons/lucide/circle-dashed";
import IconDot from "~icons/lucide/circle-dot";
import IconDotted from "~icons/lucide/circle-dot-dashed";
import IconEmpty from "~icons/lucide/circle";
import IconLost from "~icons/lucide/circle-x";
import { cx } from "./cx.ts";
import { Icon, type IconComponent, type IconSize } from "./icon.tsx";
import { inkTone, type Tone } from "./tone.ts";

/** The shapes a pipeline stage or a board column can have, from nothing done to done. */
export const STAGE_SHAPES = ["dashed", "empty", "dotted", "dot", "check", "done", "lost"] as const;
export type StageShape = (typeof STAGE_SHAPES)[number];

/** Icon of each shape: pass it to StatusChip for a stage in a table. */
export const stageIcons: Record<StageShape, IconComponent> = {
  dashed: IconDashed,
  empty: IconEmpty,
  dotted: IconDotted,
  dot: IconDot,
  check: IconCheck,
  done: IconCheckDone,
  lost: IconLost,
};

/** A stage's shape in its colour. The stage's name always stands beside it. */
export function StageIcon(props: {
  shape: StageShape;
  tone?: Tone;
  size?: IconSize;
  class?: string;
}) {
  return (
    <Icon
      of={stageIcons[props.shape]}
      size={props.size ?? 14}
      class={cx(inkTone[props.tone ?? "neutral"], props.class)}
    />
  );
}
