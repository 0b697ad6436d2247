import IconDownload from "~icons/lucide/download";
import IconHistory from "~icons/lucide/history";
import IconLoader from "~icons/lucide/loader-circle";
import IconMore from "~icons/lucide/ellipsis";
import IconPencil from "~icons/lucide/pencil-ruler";
import IconShare from "~icons/lucide/share-2";
import IconTalk from "~icons/lucide/message-square";
import IconTrash from "~icons/lucide/trash-2";
import { Show } from "solid-js";
import type { Comments } from "#web/features/dashboards/comments/queries.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { DashboardMenu } from "#web/features/dashboards/dashboard-menu.tsx";
import { createExportEntries } from "#web/features/dashboards/export/export-entries.ts";
import { keepPublishedCurrent } from "#web/features/dashboards/share/keep-current.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import type { Panel } from "./dashboard-panels.tsx";

/** What can be done with the open dashboard as a whole: a button each, or all behind one (`folded`), as on a phone. */
export function DashboardActions(props: {
  comments: Comments;
  folded: boolean;
  onOpen: (panel: Panel) => void;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const t = useTexts();
  const { dashboard } = useDashboard();
  const exports = createExportEntries();
  keepPublishedCurrent();
  const words = () => t().dashboards;
  const shares = () => dashboard().can.share || dashboard().can.write;
  const share = () => props.onOpen("share");
  const talk = () => props.onOpen("talk");
  const versions = () => props.onOpen("history");
  const talkLabel = () => t().dashboardTalk.open(props.comments.unread());
  const folded = (): MenuEntry[] => [
    ...(shares()
      ? [{ label: t().dashboardShare.open, icon: IconShare, onSelect: share } satisfies MenuEntry]
      : []),
    { label: talkLabel(), icon: IconTalk, onSelect: talk },
    { label: words().versions.title, icon: IconHistory, onSelect: versions },
    ...(dashboard().can.write
      ? [
          {
            label: words().edit.start,
            icon: IconPencil,
            onSelect: props.onEdit,
          } satisfies MenuEntry,
        ]
      : []),
    { kind: "group", label: words().export.title, items: exports.entries() },
    ...(dashboard().can.write
      ? ([
          { kind: "separator" },
          { label: words().delete, icon: IconTrash, danger: true, onSelect: props.onDelete },
        ] satisfies MenuEntry[])
      : []),
  ];
  const unread = () => (
    <Show when={props.comments.unread() > 0}>
      <span
        aria-hidden="true"
        class="pointer-events-none absolute right-0.5 top-0.5 size-2 rounded-full bg-accent"
      />
    </Show>
  );
  return (
    <>
      <Show
        when={props.folded}
        fallback={
          <>
            <Show when={shares()}>
              <IconButton
                size="sm"
                icon={IconShare}
                label={t().dashboardShare.open}
                onClick={share}
              />
            </Show>
            <span class="relative">
              <IconButton size="sm" icon={IconTalk} label={talkLabel()} onClick={talk} />
              {unread()}
            </span>
            <IconButton
              size="sm"
              icon={IconHistory}
              label={words().versions.title}
              onClick={versions}
            />
            <DropdownMenu
              placement="bottom-end"
              items={exports.entries()}
              trigger={(attributes) => (
                <Button
                  {...attributes}
                  kind="ghost"
                  size="sm"
                  icon={IconDownload}
                  loading={exports.busy()}
                >
                  {words().export.title}
                </Button>
              )}
            />
            <Show when={dashboard().can.write}>
              <DashboardMenu dashboard={dashboard()} onDelete={props.onDelete} />
            </Show>
          </>
        }
      >
        <span class="relative">
          <DropdownMenu
            placement="bottom-end"
            items={folded()}
            trigger={(attributes) => (
              <IconButton
                {...attributes}
                size="sm"
                quiet
                icon={exports.busy() ? IconLoader : IconMore}
                aria-busy={exports.busy()}
                label={words().actions(props.comments.unread())}
              />
            )}
          />
          {unread()}
        </span>
      </Show>
    </>
  );
}
