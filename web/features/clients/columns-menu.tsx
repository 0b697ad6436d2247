import IconColumns from "~icons/lucide/columns-3-cog";
import IconReset from "~icons/lucide/undo-2";
import type { ClientView } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import type { GridColumn } from "#web/ui/grid/column.ts";
import { orderedColumns, toggled, type ColumnLayout } from "#web/ui/grid/layout.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { FIRST_LAYOUT } from "./columns.tsx";

/** Which columns are drawn. */
export function ColumnsMenu(props: {
  columns: readonly GridColumn<ClientView>[];
  layout: ColumnLayout;
  onLayout: (layout: ColumnLayout) => void;
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
            label: t().clients.fields[column.id as "stage"],
            checked: !props.layout.hidden.includes(column.id),
            onChange: () => props.onLayout(toggled(props.layout, column.id)),
          })),
        { kind: "separator" as const },
        {
          label: t().clients.resetColumns,
          icon: IconReset,
          onSelect: () => props.onLayout(FIRST_LAYOUT),
        },
      ]}
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          icon={IconColumns}
          label={t().clients.columns}
          quiet
          class="phone:hidden"
        />
      )}
    />
  );
}
