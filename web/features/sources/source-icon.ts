import IconConnection from "~icons/lucide/database";
import IconDevice from "~icons/lucide/file-spreadsheet";
import IconShared from "~icons/lucide/file-up";
import IconOwn from "~icons/lucide/building-2";
import type { SourceView } from "#domain/sources/model.ts";
import type { IconComponent } from "#web/ui/icon.tsx";

/** The sign of each kind of source. */
export const SOURCE_ICONS: Record<SourceView["kind"], IconComponent> = {
  device: IconDevice,
  shared: IconShared,
  organization: IconOwn,
  connection: IconConnection,
};
