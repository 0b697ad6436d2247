import IconFile from "~icons/lucide/file-up";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { FileButton } from "#web/features/analytics/list/file-button.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { WorkspaceForm } from "./workspace-form.tsx";

/** A new workspace, named by hand or made of a file: chosen here, or dropped on the page while this is open. */
export function CreateWorkspace(props: { onFile: (file: File) => void; onClose: () => void }) {
  const t = useTexts();
  const words = () => t().workspaces;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = async (fields: { title: string; description: string }) => {
    const { id } = await api("post /workspaces", { body: fields });
    await queries.invalidateQueries({ queryKey: ["workspaces"] });
    navigate(`/analytics/w/${id}`);
  };
  return (
    <WorkspaceForm
      title={words().newTitle}
      lead={words().newBody}
      submit={words().create}
      onSave={create}
      onClose={() => props.onClose()}
      instead={
        <div class="flex flex-wrap items-center justify-between gap-3 rounded-card border border-dashed border-line-2 p-3">
          <p class="flex min-w-0 flex-1 items-center gap-2 text-small text-ink-2">
            <Icon of={IconFile} class="shrink-0 text-ink-3" />
            {words().instead}
          </p>
          <FileButton
            kind="secondary"
            label={words().chooseFile}
            onFile={(file) => props.onFile(file)}
          />
        </div>
      }
    />
  );
}
