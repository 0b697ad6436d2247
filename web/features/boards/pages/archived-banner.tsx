import IconArchive from "~icons/lucide/archive";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { BoardView as Board } from "#domain/boards/view.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Why nothing can be changed on an archived board, and the way back for whoever manages boards. */
export function ArchivedBanner(props: { board: Board }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const submit = createSubmit(async () => {
    const { id, version } = props.board;
    await api("post /boards/{id}/restore", { params: { id }, body: { version } });
    await queries.invalidateQueries({ queryKey: ["boards"] });
  });
  const restore = async () => {
    if (await submit.run()) return;
    const problem = submit.problem();
    if (problem) toasts.show({ text: say(problem), tone: "bad" });
  };
  return (
    <Show when={props.board.archivedAt}>
      <Banner
        tone="neutral"
        icon={IconArchive}
        title={t().boardScreen.isArchived}
        action={
          <Show when={props.board.can.manage}>
            <Button size="sm" loading={submit.pending()} onClick={() => void restore()}>
              {t().boardScreen.restore}
            </Button>
          </Show>
        }
      >
        {t().boardScreen.isArchivedBody}
      </Banner>
    </Show>
  );
}
