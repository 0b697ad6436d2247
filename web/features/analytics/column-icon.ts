import IconBoolean from "~icons/lucide/toggle-left";
import IconDate from "~icons/lucide/calendar";
import IconEuro from "~icons/lucide/euro";
import IconNumber from "~icons/lucide/hash";
import IconPercent from "~icons/lucide/percent";
import IconText from "~icons/lucide/type";
import IconTime from "~icons/lucide/calendar-clock";
import type { ColumnKind, ColumnReading } from "#domain/analytics/reading.ts";
import type { IconComponent } from "#web/ui/icon.tsx";

const ICONS: Record<ColumnKind, IconComponent> = {
  text: IconText,
  integer: IconNumber,
  number: IconNumber,
  date: IconDate,
  timestamp: IconTime,
  boolean: IconBoolean,
};

/** The sign of a column's kind; amounts and percentages show their unit. */
export function columnIcon(kind: ColumnKind, unit?: ColumnReading["unit"]): IconComponent {
  if (unit === "€") return IconEuro;
  return unit === "%" ? IconPercent : ICONS[kind];
}
