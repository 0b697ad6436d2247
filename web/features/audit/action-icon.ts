import IconArchive from "~icons/lucide/archive";
import IconEdit from "~icons/lucide/pencil";
import IconErase from "~icons/lucide/trash-2";
import IconMove from "~icons/lucide/arrow-right-left";
import IconPlus from "~icons/lucide/plus";
import IconRestore from "~icons/lucide/undo-2";
import type { IconComponent } from "#web/ui/icon.tsx";

const SHAPES: readonly (readonly [RegExp, IconComponent, string])[] = [
  [/\.(?:created?|joined|accepted)$/, IconPlus, "text-ok"],
  [/\.(?:deleted?|removed|left|revoked|purged)$/, IconErase, "text-bad"],
  [/\.restored?$/, IconRestore, "text-ok"],
  [/\.archived$/, IconArchive, "text-warn"],
  [/\.move$/, IconMove, "text-ink-3"],
];

/** The shape and the colour of an action: what came, what went, what changed. */
export function actionIcon(action: string): { icon: IconComponent; tone: string } {
  const found = SHAPES.find(([pattern]) => pattern.test(action));
  return { icon: found?.[1] ?? IconEdit, tone: found?.[2] ?? "text-ink-3" };
}
