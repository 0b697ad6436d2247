import IconPen from "~icons/lucide/pencil";
import IconSkip from "~icons/lucide/eye-off";
import IconKeep from "~icons/lucide/eye";
import { ColumnKind, type ColumnReading } from "#domain/analytics/reading.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";

interface Actions {
  onKind: (kind: ColumnKind) => void;
  onRename: () => void;
  onSkip: (skipped: boolean) => void;
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
    column.skipped
      ? { label: t.column.keep, icon: IconKeep, onSelect: () => act.onSkip(false) }
      : { label: t.column.skip, icon: IconSkip, onSelect: () => act.onSkip(true) },
  ];
}
