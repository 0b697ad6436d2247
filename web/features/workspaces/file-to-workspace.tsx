import IconPlus from "~icons/lucide/folder-plus";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import {
  sourceAddress,
  workspaceOfFile,
  workspaceTitle,
} from "#web/features/sources/add-device-source.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { WorkspaceForm } from "./workspace-form.tsx";

/** Makes a workspace of a file of this device, once it is said what others see of it there, and opens it. The file itself stays. */
export function FileToWorkspace(props: { dataSet: DataSet }) {
  const t = useTexts();
  const words = () => t().workspaces;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = createSignal(false);
  const create = async (fields: { title: string; description: string }) =>
    navigate(sourceAddress(await workspaceOfFile(queries, props.dataSet, fields)));
  return (
    <Show when={session.can("analytics.write")}>
      <Button icon={IconPlus} onClick={() => setOpen(true)}>
        {words().fromFile}
      </Button>
      <Show when={open()}>
        <WorkspaceForm
          title={words().newTitle}
          lead={words().fromFileBody(session.me()?.organization.name ?? "")}
          submit={words().create}
          workspace={{ title: workspaceTitle(props.dataSet), description: "" }}
          onSave={create}
          onClose={() => setOpen(false)}
        />
      </Show>
    </Show>
  );
}
