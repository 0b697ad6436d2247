import IconMore from "~icons/lucide/ellipsis";
import IconTrash from "~icons/lucide/trash-2";
import { useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useDeleteDashboard } from "./delete-dashboard.ts";

/** What may be done with a dashboard as a record: it is deleted, with a way back. `onDelete` does it in another way, as the open one needs. */
export function DashboardMenu(props: {
  dashboard: { id: string; title: string };
  onDelete?: (() => void) | undefined;
}) {
  const t = useTexts();
  const remove = useDeleteDashboard();
  return (
    <DropdownMenu
      placement="bottom-end"
      items={[
        {
          label: t().dashboards.delete,
          icon: IconTrash,
          danger: true,
          onSelect: () => (props.onDelete ? props.onDelete() : void remove(props.dashboard)),
        },
      ]}
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          quiet
          size="sm"
          icon={IconMore}
          label={t().workspaces.menu(props.dashboard.title)}
        />
      )}
    />
  );
}
