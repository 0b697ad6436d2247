import IconFile from "~icons/lucide/file-spreadsheet";
import IconMore from "~icons/lucide/ellipsis";
import IconTrash from "~icons/lucide/trash-2";
import IconRename from "~icons/lucide/pencil";
import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { bytesOf, type DataSet } from "#domain/analytics/data-set.ts";
import { RenameDialog } from "#web/features/analytics/import/rename-dialog.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";

/** One data set of this device. */
export function DataSetRow(props: {
  dataSet: DataSet;
  /** Whether a copy of it lies on the server. */
  isShared: boolean;
  onRename: (name: string) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const [renaming, setRenaming] = createSignal(false);
  const f = useFormat();
  return (
    <li class="flex items-center gap-3 border-b border-line px-4 hover:bg-hover">
      <A
        href={`/analytics/${props.dataSet.id}`}
        class="flex min-w-0 flex-1 items-center gap-3 py-2.5"
      >
        <Icon of={IconFile} class="shrink-0 text-accent" />
        <span class="min-w-0 flex-1">
          <span class="block truncate font-medium">{props.dataSet.fileName}</span>
          <span class="num block truncate text-small text-ink-3 phone:whitespace-normal">
            {t().analytics.dataSet.info(
              props.dataSet.rows,
              f().number(props.dataSet.rows),
              props.dataSet.profiles.length,
              f().number(props.dataSet.profiles.length),
            )}
            {" · "}
            {f().bytes(bytesOf(props.dataSet))}
            <Show when={props.isShared}>
              {" · "}
              <span class="font-medium text-ink-2">{t().workspaces.sources.kinds.shared}</span>
            </Show>
          </span>
        </span>
        <time class="num shrink-0 text-small text-ink-3">{f().moment(props.dataSet.addedAt)}</time>
      </A>
      <DropdownMenu
        placement="bottom-end"
        items={[
          {
            label: t().analytics.files.rename,
            icon: IconRename,
            onSelect: () => setRenaming(true),
          },
          {
            label: t().analytics.list.remove,
            icon: IconTrash,
            danger: true,
            onSelect: () => props.onRemove(),
          },
        ]}
        trigger={(attributes) => (
          <IconButton
            {...attributes}
            quiet
            icon={IconMore}
            label={t().workspaces.menu(props.dataSet.fileName)}
          />
        )}
      />
      <Show when={renaming()}>
        <RenameDialog
          name={props.dataSet.fileName}
          onSave={(name) => name.trim() !== "" && props.onRename(name.trim())}
          onClose={() => setRenaming(false)}
        />
      </Show>
    </li>
  );
}
