import IconArchive from "~icons/lucide/archive";
import IconCopy from "~icons/lucide/copy";
import IconDownload from "~icons/lucide/download";
import IconMore from "~icons/lucide/ellipsis";
import IconHistory from "~icons/lucide/history";
import IconPencil from "~icons/lucide/pencil";
import IconBoard from "~icons/lucide/square-kanban";
import { A, useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { ListedBoard } from "#domain/boards/view.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { BackupsDialog } from "./backups-dialog.tsx";
import { downloadCsv, downloadJson } from "./download-board.ts";
import { NameDialog } from "#web/features/boards/board/name-dialog.tsx";

/** A board in the list, with what may be done with it. */
export function BoardRow(props: { board: ListedBoard }) {
  const t = useTexts();
  const f = useFormat();
  const navigate = useNavigate();
  const locale = useLocale();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [returning, setReturning] = createSignal(false);
  const [renaming, setRenaming] = createSignal(false);
  const refresh = () => queries.invalidateQueries({ queryKey: ["boards"] });
  const attempt = (work: Promise<unknown>) =>
    work.then(refresh, (error: unknown) => toasts.show({ text: say(error), tone: "bad" }));
  const archive = async () => {
    const { id, version, title } = props.board;
    const archived = await api("post /boards/{id}/archive", { params: { id }, body: { version } });
    toasts.show({
      text: t().boardScreen.archived(title),
      onUndo: () =>
        void attempt(
          api("post /boards/{id}/restore", {
            params: { id },
            body: { version: archived.version },
          }),
        ),
    });
  };
  const rename = (title: string) =>
    attempt(
      api("patch /boards/{id}", {
        params: { id: props.board.id },
        body: { version: props.board.version, changes: { title } },
      }),
    );
  const managing = () => [
    {
      label: t().boardScreen.rename,
      icon: IconPencil,
      onSelect: () => setRenaming(true),
    },
    {
      label: t().boardImports.copy,
      icon: IconCopy,
      onSelect: () => navigate(`/boards/import?from=${props.board.id}`),
    },
    {
      label: t().boardBackups.open,
      icon: IconHistory,
      onSelect: () => setReturning(true),
    },
    {
      label: t().boardScreen.archive,
      icon: IconArchive,
      onSelect: () => void attempt(archive()),
    },
  ];
  return (
    <li class="relative flex min-h-12 items-center gap-3 px-4 py-2 hover:bg-canvas">
      <Icon of={IconBoard} class="text-ink-3" />
      <A
        href={`/boards/${props.board.id}`}
        class="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0 after:rounded-3"
      >
        {props.board.title}
      </A>
      <span class="text-small text-ink-3">{props.board.prefix}</span>
      <span class="min-w-40 text-right text-small text-ink-3 phone:hidden">
        {t().boardScreen.active(f().moment(props.board.activeAt))}
      </span>
      <span class="relative z-2">
        <DropdownMenu
          placement="bottom-end"
          items={[
            ...(props.board.can.manage ? managing() : []),
            {
              label: t().boardImports.export.json,
              icon: IconDownload,
              onSelect: () => void attempt(downloadJson(props.board.id, props.board.prefix)),
            },
            {
              label: t().boardImports.export.csv,
              icon: IconDownload,
              onSelect: () =>
                void attempt(downloadCsv(props.board.id, props.board.prefix, locale.language())),
            },
          ]}
          trigger={(attributes) => (
            <IconButton
              {...attributes}
              icon={IconMore}
              label={`${t().boardScreen.more}: ${props.board.title}`}
            />
          )}
        />
      </span>
      <Show when={returning()}>
        <BackupsDialog board={props.board} onClose={() => setReturning(false)} />
      </Show>
      <Show when={props.board.can.manage}>
        <NameDialog
          open={renaming()}
          title={t().boardScreen.renameTitle}
          value={props.board.title}
          most={120}
          onClose={() => setRenaming(false)}
          onSave={rename}
        />
      </Show>
    </li>
  );
}
