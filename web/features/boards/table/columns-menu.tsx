import IconColumns from "~icons/lucide/columns-3-cog";
import IconReset from "~icons/lucide/undo-2";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import type { GridColumn } from "#web/ui/grid/column.ts";
import { orderedColumns, toggled, type ColumnLayout } from "#web/ui/grid/layout.ts";
import { IconButton } from "#web/ui/icon-button.tsx";

/** Which columns of the table are drawn. */
export function ColumnsMenu(props: {
  columns: readonly GridColumn<Card>[];
  layout: ColumnLayout;
  onLayout: (layout: ColumnLayout) => void;
  onReset: () => void;
}) {
  const t = useTexts();
  return (
    <DropdownMenu
      placement="bottom-end"
      items={[
        ...orderedColumns(props.columns, props.layout)
          .filter((column) => !column.fixed)
          .map((column) => ({
            kind: "check" as const,
            label: column.label,
            checked: !props.layout.hidden.includes(column.id),
            onChange: () => props.onLayout(toggled(props.layout, column.id)),
          })),
        { kind: "separator" as const },
        { label: t().boardViews.table.reset, icon: IconReset, onSelect: () => props.onReset() },
      ]}
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          icon={IconColumns}
          size="sm"
          label={t().boardViews.table.columns}
          class="phone:hidden"
        />
      )}
    />
  );
}
