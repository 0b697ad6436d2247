import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { BoardBackup } from "#domain/boards/backups-api.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { backupsQuery } from "#web/features/boards/queries.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** What a board can go back to: kept now, or put in its place after a question. */
export function BackupsDialog(props: { board: BoardView; onClose: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().boardBackups;
  const [chosen, setChosen] = createSignal<BoardBackup>();
  const params = () => ({ id: props.board.id });
  const kept = useQuery(() => backupsQuery(props.board.id));
  const refresh = () => queries.invalidateQueries({ queryKey: ["boards"] });
  const make = createSubmit(async () => {
    await api("post /boards/{id}/backups", { params: params(), body: {} });
    toasts.show({ text: words().made, tone: "ok" });
    await refresh();
  });
  const goBack = createSubmit(async () => {
    const { id: backup, at } = chosen()!;
    await api("post /boards/{id}/backups/{backup}/restore", {
      params: { ...params(), backup },
      body: {},
    });
    toasts.show({ text: words().returned(f().moment(at)), tone: "ok" });
    await refresh();
  });
  const sure = async () => {
    if (await goBack.run()) props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={chosen() ? words().sure(f().moment(chosen()!.at)) : words().title(props.board.title)}
      description={chosen() ? words().sureLead : words().lead}
      actions={
        <Show
          when={chosen()}
          fallback={
            <Button kind="primary" loading={make.pending()} onClick={() => void make.run()}>
              {words().make}
            </Button>
          }
        >
          <Button onClick={() => setChosen()}>{words().back}</Button>
          <Button kind="danger" loading={goBack.pending()} onClick={() => void sure()}>
            {words().confirm}
          </Button>
        </Show>
      }
    >
      <Show when={!chosen()} fallback={<FormProblem problem={goBack.problem()} />}>
        <FormProblem problem={make.problem()} />
        <QueryView query={kept}>
          {(data) => (
            <Show
              when={data().items.length > 0}
              fallback={<p class="text-ink-2">{words().none}</p>}
            >
              <ul aria-label={words().list} class="divide-y divide-line">
                <EachById items={data().items}>
                  {(one) => <BackupRow of={one()} onChoose={() => setChosen(one())} />}
                </EachById>
              </ul>
            </Show>
          )}
        </QueryView>
      </Show>
    </Dialog>
  );
}

function BackupRow(props: { of: BoardBackup; onChoose: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().boardBackups;
  return (
    <li class="flex min-h-12 items-center gap-3 py-2">
      <div class="min-w-0 flex-1">
        <p class="font-medium">{f().moment(props.of.at)}</p>
        <p class="text-small text-ink-3">
          {words().why[props.of.why]} · {words().holds(props.of.cards, props.of.columns)}
        </p>
      </div>
      <Button
        size="sm"
        aria-label={words().goBackTo(f().moment(props.of.at))}
        onClick={() => props.onChoose()}
      >
        {words().goBack}
      </Button>
    </li>
  );
}
