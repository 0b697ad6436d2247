import { useLocation, useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { columnChanges, mentioned } from "#domain/analytics/parts/changes.ts";
import type { Affected } from "#domain/sources/affected.ts";
import type { TableChange } from "#web/features/analytics/data-set/column-changes.tsx";
import { lastChange } from "#web/features/analytics/data-set/last-change.ts";
import { createImport } from "#web/features/analytics/import/import-state.ts";
import {
  CancelReading,
  createGoOnKey,
  isRefused,
  ReadingBody,
} from "#web/features/analytics/import/reading-body.tsx";
import type { Library } from "#web/features/analytics/library.ts";
import { findAffected } from "#web/features/sources/affected/file-sources.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { ConfirmEdit } from "./confirm-edit.tsx";
import type { EditTarget } from "./target.ts";

/** A file that was kept before: how it is read and its steps, open again, with what comes of them. */
export function EditView(props: {
  library: Library;
  target: EditTarget;
  /** The address to go to afterwards. */
  back: string;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const location = useLocation();
  const words = () => t().analytics.files;
  // The view is made anew for another file.
  // oxlint-disable-next-line solid/reactivity
  const { library, target, back } = props;
  const { dataSet, files } = target;
  const job = createImport(
    library,
    new File([files[0] ?? new Blob()], dataSet.fileName),
    (position) => t().analytics.column.unnamed(position),
    target,
  );
  const [asking, setAsking] = createSignal<{ change: TableChange; affected: Affected[] }>();
  const [looking, setLooking] = createSignal(false);
  const ready = () => job.state.phase === "ready" && (job.state.imported?.rows ?? 0) > 0;
  const leave = () => navigate(back);

  const change = (): TableChange => {
    const after = job.state.cleaned?.columns ?? [];
    const changes = columnChanges(dataSet.profiles, after);
    const lost = [
      ...changes.gone,
      ...changes.retyped.map(({ name }) => ({ name, kind: "text" as const })),
    ];
    return {
      rows: job.state.imported?.rows ?? 0,
      before: { rows: dataSet.rows, columns: dataSet.profiles.length },
      rowsAfter: job.state.imported?.rows,
      after,
      rejected: job.rejected(),
      changes,
      asked: mentioned(dataSet.sql ?? "", lost),
    };
  };
  const save = async () => {
    setAsking(undefined);
    const done = await job.hand((read) =>
      target.save(read).then(
        (undo) => ({ undo }),
        (error: unknown) => {
          // What the server refuses has changed nothing: it can be saved again.
          if (!(error instanceof ApiProblem)) throw error;
          toasts.show({ text: say(error), tone: "bad" });
          job.resume();
          return undefined;
        },
      ),
    );
    if (done === undefined) return;
    const rows = job.state.imported?.rows ?? 0;
    const undo = async () => {
      await done.undo();
      if (location.pathname === back.split("?")[0])
        navigate(back, { replace: true, state: { again: Date.now() } });
    };
    toasts.show({
      text: words().editSaved(rows, f().number(rows)),
      holds: lastChange(dataSet.id),
      onUndo: () =>
        void undo().catch((error: unknown) => toasts.show({ text: say(error), tone: "bad" })),
    });
    leave();
  };
  /** Says first what no longer fits; where nothing changes for anybody it is saved at once. */
  const look = async () => {
    if (!ready() || looking()) return;
    setLooking(true);
    try {
      const now = change();
      const { added, gone, retyped } = now.changes;
      const after = job.state.cleaned?.columns ?? [];
      const affected = await findAffected(queries, library, target.sources, after).catch(() => []);
      if (added.length + gone.length + retyped.length + affected.length === 0) await save();
      else setAsking({ change: now, affected });
    } finally {
      setLooking(false);
    }
  };
  createGoOnKey(look, () => !asking());
  return (
    <div class="flex h-full min-h-0 flex-col">
      <Show when={!isRefused(job)}>
        <div class="flex min-h-bar flex-wrap items-center justify-end gap-2 border-b border-line px-4 py-1.5">
          <h2 class="min-w-0 flex-1 truncate font-semibold">{words().editing}</h2>
          <CancelReading job={job} onLeave={leave} />
          <Show when={job.state.phase !== "failed"}>
            <Button
              kind="primary"
              kbd="⌘↵"
              loading={job.state.phase !== "ready" || looking()}
              disabled={job.state.phase === "ready" && !ready()}
              onClick={() => void look()}
            >
              {words().editSave}
            </Button>
          </Show>
        </div>
      </Show>
      <ReadingBody
        job={job}
        aside={
          <>
            <Show when={target.isShared}>
              <p class="px-4 pb-2 text-small text-ink-2">{words().editShared}</p>
            </Show>
            <Show when={job.several}>
              <p class="px-4 pb-2 text-small text-ink-2">
                {words().editAll(files.length, f().number(files.length))}
              </p>
            </Show>
          </>
        }
        refusedActions={<Button onClick={leave}>{t().ui.cancel}</Button>}
      />
      <Show when={asking()} keyed>
        {(found) => (
          <ConfirmEdit
            name={dataSet.fileName}
            change={found.change}
            affected={found.affected}
            onConfirm={() => void save()}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Show>
    </div>
  );
}
