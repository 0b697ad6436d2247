import IconMore from "~icons/lucide/ellipsis";
import IconPencil from "~icons/lucide/pencil";
import IconTrash from "~icons/lucide/trash-2";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { WorkspaceView } from "#domain/workspaces/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { refreshWorkspaces } from "./queries.ts";
import { WorkspaceForm } from "./workspace-form.tsx";

/** Renames, describes and deletes a workspace; deleting has a way back. */
export function WorkspaceMenu(props: { workspace: WorkspaceView; onDeleted?: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().workspaces;
  const [editing, setEditing] = createSignal(false);
  const refresh = () => refreshWorkspaces(queries);
  const attempt = (work: Promise<unknown>) =>
    work.then(refresh, (error: unknown) => toasts.show({ text: say(error), tone: "bad" }));
  const remove = async () => {
    const { id, title } = props.workspace;
    await api("delete /workspaces/{id}", { params: { id } });
    toasts.show({
      text: words().deleted(title),
      onUndo: () => void attempt(api("post /workspaces/{id}/restore", { params: { id } })),
    });
    props.onDeleted?.();
  };
  const save = async (changes: { title: string; description: string }) => {
    const { id, version } = props.workspace;
    await api("patch /workspaces/{id}", { params: { id }, body: { version, changes } });
    await refresh();
  };
  return (
    <>
      <DropdownMenu
        placement="bottom-end"
        items={[
          { label: words().edit, icon: IconPencil, onSelect: () => setEditing(true) },
          {
            label: words().delete,
            icon: IconTrash,
            danger: true,
            onSelect: () => void attempt(remove()),
          },
        ]}
        trigger={(attributes) => (
          <IconButton
            {...attributes}
            quiet
            icon={IconMore}
            label={words().menu(props.workspace.title)}
          />
        )}
      />
      <Show when={editing()}>
        <WorkspaceForm
          title={words().editTitle}
          submit={words().save}
          workspace={props.workspace}
          onSave={save}
          onClose={() => setEditing(false)}
        />
      </Show>
    </>
  );
}
