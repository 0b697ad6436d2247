import IconCopy from "~icons/lucide/copy";
import IconOverview from "~icons/lucide/gauge";
import IconEdit from "~icons/lucide/list-checks";
import IconMore from "~icons/lucide/ellipsis";
import IconReread from "~icons/lucide/refresh-cw";
import IconPencil from "~icons/lucide/pencil";
import IconShare from "~icons/lucide/users";
import IconTrash from "~icons/lucide/trash-2";
import IconUpdate from "~icons/lucide/cloud-upload";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { SourceView } from "#domain/sources/model.ts";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import type { IconComponent } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { findOnDevice } from "./find-on-device.ts";
import { RenameSource } from "./rename-source.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { UnshareDialog } from "./unshare-dialog.tsx";

/** What may be done with a source: its name in SQL copied, renamed, taken out of the workspace with a way back. */
export function SourceMenu(props: {
  source: SourceView;
  /** Asks where its rows lie once more; not given where they can only have changed with the record. */
  onReread?: (() => void) | undefined;
}) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const words = () => t().workspaces.sources;
  const [renaming, setRenaming] = createSignal(false);
  /** The source as it was when its dialog was opened: sharing makes another kind of it before the dialog is done. */
  const [sharing, setSharing] = createSignal<{
    dialog: "share" | "unshare";
    source: SourceView;
  }>();
  const refresh = () => queries.invalidateQueries({ queryKey: ["sources"] });
  const attempt = (work: Promise<unknown>) =>
    work.then(refresh, (error: unknown) => toasts.show({ text: say(error), tone: "bad" }));
  const remove = async () => {
    const { id, title } = props.source;
    await api("delete /data-sources/{id}", { params: { id } });
    toasts.show({
      text: words().removed(title),
      onUndo: () => void attempt(api("post /data-sources/{id}/restore", { params: { id } })),
    });
  };
  const copy = async () => {
    await navigator.clipboard.writeText(props.source.table);
    toasts.show({ text: t().ui.copied, tone: "ok" });
  };
  const sharable = () => {
    const { kind, can } = props.source;
    if (!can.share || (kind !== "device" && kind !== "shared")) return [];
    const share = t().workspaces.share;
    const act = (label: string, icon: IconComponent, dialog: "share" | "unshare") => ({
      label,
      icon,
      onSelect: () => setSharing({ dialog, source: props.source }),
    });
    return kind === "device"
      ? [act(share.open, IconShare, "share")]
      : [act(share.update, IconUpdate, "share"), act(share.undo, IconShare, "unshare")];
  };
  /** The address where its reading is changed: it is shared with the file, or stands with the file on this device. */
  const edit = async () => {
    const { source } = props;
    const { columns } = source;
    const held =
      source.kind === "device"
        ? findOnDevice(await currentLibrary().list(), {
            columns,
            fileName: source.details.fileName,
          })
        : source;
    if (held === undefined) toasts.show({ text: t().analytics.files.elsewhere, tone: "warn" });
    else navigate(`/analytics/${held.id}/edit?workspace=${source.workspaceId}`);
  };
  const editable = () =>
    props.source.kind === "device" || (props.source.kind === "shared" && props.source.can.write)
      ? [{ label: t().analytics.files.edit, icon: IconEdit, onSelect: () => void edit() }]
      : [];
  const given = () => {
    const { dialog, source } = sharing() ?? {};
    const isFile = source?.kind === "device" || source?.kind === "shared";
    return dialog === "share" && isFile ? source : undefined;
  };
  const changing = () => [
    { label: words().rename, icon: IconPencil, onSelect: () => setRenaming(true) },
    {
      label: words().remove,
      icon: IconTrash,
      danger: true,
      onSelect: () => void attempt(remove()),
    },
  ];
  return (
    <>
      <DropdownMenu
        placement="bottom-end"
        items={[
          {
            label: t().analyticsOverview.tab,
            icon: IconOverview,
            onSelect: () =>
              navigate(`/analytics/w/${props.source.workspaceId}?source=${props.source.id}`),
          },
          {
            label: words().copyTable,
            icon: IconCopy,
            note: props.source.table,
            onSelect: () => void copy(),
          },
          ...(props.onReread
            ? [{ label: words().resume, icon: IconReread, onSelect: props.onReread }]
            : []),
          ...editable(),
          ...sharable(),
          ...(props.source.can.write ? changing() : []),
        ]}
        trigger={(attributes) => (
          <IconButton
            {...attributes}
            quiet
            size="sm"
            class="mt-1"
            icon={IconMore}
            label={words().menu(props.source.title)}
          />
        )}
      />
      <Show when={given()}>
        {(source) => <ShareDialog source={source()} onClose={() => setSharing()} />}
      </Show>
      <Show when={sharing()?.dialog === "unshare"}>
        <UnshareDialog source={props.source} onClose={() => setSharing()} />
      </Show>
      <Show when={renaming()}>
        <RenameSource source={props.source} onClose={() => setRenaming(false)} />
      </Show>
    </>
  );
}
