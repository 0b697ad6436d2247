import type { Column } from "#domain/boards/model.ts";
import { StageIcon } from "#web/ui/stage-icon.tsx";

const LOOKS = {
  backlog: { shape: "dashed", tone: "neutral" },
  todo: { shape: "empty", tone: "neutral" },
  doing: { shape: "dotted", tone: "accent" },
  review: { shape: "dot", tone: "neutral" },
  done: { shape: "check", tone: "ok" },
} as const;

/** What a column means, as a shape. */
export function CategoryIcon(props: { category: Column["category"] }) {
  return (
    <StageIcon shape={LOOKS[props.category].shape} tone={LOOKS[props.category].tone} size={16} />
  );
}
