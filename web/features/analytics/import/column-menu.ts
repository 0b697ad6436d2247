import IconPen from "~icons/lucide/pencil";
import IconSkip from "~icons/lucide/eye-off";
import IconKeep from "~icons/lucide/eye";
import IconClean from "~icons/lucide/sparkles";
import { ColumnKind, type ColumnReading } from "#domain/analytics/reading.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { StepKind } from "./step-draft.ts";
import type { MenuEntry } from "#web/ui/menu-entry.ts";

interface Actions {
  onKind: (kind: ColumnKind) => void;
  onRename: () => void;
  /** None for a column that a step made. */
  onSkip: ((skipped: boolean) => void) | undefined;
  onStep: (step: StepKind) => void;
}

const ON_TEXT: readonly StepKind[] = ["trim", "upper", "lower", "replace", "merge", "split"];

function stepEntries(
  column: ColumnReading,
  t: Dictionary["analytics"],
  onStep: Actions["onStep"],
): MenuEntry {
  const kinds: StepKind[] = [
    ...(column.kind === "text" ? ON_TEXT : []),
    "fill",
    "empties",
    "duplicates",
  ];
  return {
    kind: "sub",
    label: t.cleaningSteps.menu,
    icon: IconClean,
    items: kinds.map((kind) => ({
      label: t.cleaningSteps.add[kind],
      onSelect: () => onStep(kind),
    })),
  };
}

function skipEntry(
  column: ColumnReading,
  t: Dictionary["analytics"],
  onSkip: Actions["onSkip"],
): MenuEntry[] {
  if (onSkip === undefined) return [];
  return [
    column.skipped
      ? { label: t.column.keep, icon: IconKeep, onSelect: () => onSkip(false) }
      : { label: t.column.skip, icon: IconSkip, onSelect: () => onSkip(true) },
  ];
}

/** What can be changed about one column. */
export function columnMenu(
  column: ColumnReading,
  t: Dictionary["analytics"],
  act: Actions,
): MenuEntry[] {
  const kinds = ColumnKind.options.map((kind): MenuEntry => ({
    label: t.kinds[kind],
    icon: columnIcon(kind),
    chosen: kind === column.kind,
    onSelect: () => act.onKind(kind),
  }));
  return [
    { kind: "group", label: t.column.readAs, items: kinds },
    { kind: "separator" },
    { label: t.column.rename, icon: IconPen, onSelect: act.onRename },
    ...skipEntry(column, t, act.onSkip),
    ...(column.skipped ? [] : [stepEntries(column, t, act.onStep)]),
  ];
}
