import { createSignal, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { SkeletonDelay, SkeletonRows } from "#web/ui/skeleton.tsx";
import type { Step } from "#domain/analytics/steps/step.ts";
import type { Import, Lines } from "./import-state.ts";
import { StepDialog } from "./step-dialog.tsx";
import { plainStep, type StepKind } from "./step-draft.ts";
import { PreviewTable } from "./preview-table.tsx";
import { ProseNote } from "./prose-note.tsx";
import { RejectsPanel } from "./rejects-panel.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { SwallowedNote } from "./swallowed-note.tsx";
import { RepairNotes } from "./repair-notes.tsx";
import { VariantsNote } from "./variants-note.tsx";

/** What comes of the file: its first rows, and the lines that were set aside. */
export function PreviewPane(props: { job: Import }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.preview;
  const [renaming, setRenaming] = createSignal<{ name: string; at: number | undefined }>();
  const [adding, setAdding] = createSignal<{ kind: StepKind; column: string }>();
  const steps = () => props.job.choices().steps ?? [];
  const addStep = (step: Step) => props.job.setSteps([...steps(), step]);
  const startStep = (kind: StepKind, column: string) => {
    const step = plainStep(kind, column);
    if (step === undefined) setAdding({ kind, column });
    else addStep(step);
  };
  const shown = () => props.job.state.preview?.rows.length ?? 0;
  const noneBody = (rejected: number) =>
    rejected > 0 ? words().noneReadable : words().noneBelowHeader;
  const imported = () => props.job.state.imported;
  const isBare = () => imported()?.rows === 0 && imported()?.rejected === 0;
  const caption = () => {
    const rows = imported()?.rows;
    if (rows === undefined) return words().early;
    const total = f().number(rows);
    if (shown() >= rows) return words().all(rows, total);
    const say = props.job.lines() === "first" ? words().count : words().random;
    return say(f().number(shown()), total);
  };
  return (
    <section
      class="flex min-h-0 min-w-0 flex-1 flex-col phone:min-h-120 phone:flex-none"
      aria-label={words().title}
    >
      <Show
        when={props.job.state.preview}
        fallback={
          <SkeletonDelay>
            <SkeletonRows rows={12} />
          </SkeletonDelay>
        }
      >
        <ProseNote job={props.job} />
        <Show when={imported()}>
          {(done) => (
            <>
              <SwallowedNote job={props.job} imported={done()} />
              <RepairNotes repairs={done().repairs} />
              <VariantsNote job={props.job} />
            </>
          )}
        </Show>
        <div class="flex min-h-bar shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
          <h2 class="font-semibold">{words().title}</h2>
          <span class="text-small text-ink-3">{caption()}</span>
          <Show when={imported()}>
            <span class="ml-auto flex items-center gap-2">
              <span class="text-small text-ink-3 phone:hidden" aria-hidden="true">
                {words().lines}
              </span>
              <SegmentedControl<Lines>
                label={words().lines}
                value={props.job.lines()}
                onChange={props.job.setLines}
                options={[
                  { value: "first", label: words().first },
                  { value: "random", label: words().atRandom },
                ]}
              />
            </span>
          </Show>
        </div>
        {/* Where all lines were rejected the heads stay: what was chosen of a column is taken back there. */}
        <Show when={!isBare()}>
          <PreviewTable
            job={props.job}
            onRename={(name, at) => setRenaming({ name, at })}
            onStep={startStep}
          />
        </Show>
        <Show when={imported()}>
          {(done) => (
            <>
              <Show when={done().rows === 0}>
                <EmptyState title={words().none} body={noneBody(done().rejected)} />
              </Show>
              <RejectsPanel job={props.job} imported={done()} />
            </>
          )}
        </Show>
      </Show>
      <Show when={renaming()} keyed>
        {({ name, at }) => (
          <RenameDialog
            name={name}
            onSave={(to) =>
              at === undefined
                ? addStep({ do: "rename", column: name, to })
                : props.job.chooseColumn(at, { name: to })
            }
            onClose={() => setRenaming(undefined)}
          />
        )}
      </Show>
      <Show when={adding()} keyed>
        {({ kind, column }) => (
          <StepDialog
            kind={kind}
            column={column}
            columns={props.job.state.cleaned?.columns ?? []}
            onAdd={addStep}
            onClose={() => setAdding(undefined)}
          />
        )}
      </Show>
    </section>
  );
}
