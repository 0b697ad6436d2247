import IconPlus from "~icons/lucide/folder-plus";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { bringTo } from "#web/features/sources/add-device-source.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Makes a workspace of a file of this device and opens it. The file itself stays. */
export function FileToWorkspace(props: { dataSet: DataSet }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const submit = createSubmit(async () => navigate(await bringTo(queries, props.dataSet, "new")));
  const create = async () => {
    if (!(await submit.run()) && submit.problem())
      toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <Show when={session.can("analytics.write")}>
      <Button icon={IconPlus} loading={submit.pending()} onClick={() => void create()}>
        {t().workspaces.fromFile}
      </Button>
    </Show>
  );
}
