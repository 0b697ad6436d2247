import IconCheck from "~icons/lucide/circle-check";
import IconChosen from "~icons/lucide/user-round-pen";
import IconDetect from "~icons/lucide/rotate-ccw";
import IconFile from "~icons/lucide/file-spreadsheet";
import IconShared from "~icons/lucide/users";
import IconStays from "~icons/lucide/monitor-check";
import IconRename from "~icons/lucide/pencil";
import IconWarn from "~icons/lucide/triangle-alert";
import { createSignal, For, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Select } from "#web/ui/select.tsx";
import { doubted } from "#domain/analytics/sniff/doubt.ts";
import { dateNote } from "./date-note.ts";
import { RenameDialog } from "./rename-dialog.tsx";
import { decisionRows, type DecisionRow } from "./decision-rows.ts";
import { evidenceText } from "./evidence-text.ts";
import { outcomeOf } from "./outcome.ts";
import type { Import } from "./import-state.ts";
import type { RepairedImport } from "#web/features/analytics/engine/import-repaired.ts";
import { seconds } from "#web/features/analytics/seconds.ts";

const linesOf = ({ rows, rejected, swallowed }: RepairedImport): number =>
  rows + rejected + swallowed.lines;

/** How the file was read: each decision, how sure it is, and a list to change it. */
export function DecisionPanel(props: { job: Import }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics;
  const [renaming, setRenaming] = createSignal(false);
  // By key, so that a list keeps the focus while the file is read again.
  const keys = () => rows().map(({ key }) => key);
  const rows = (): DecisionRow[] => {
    const { sniffed, detected, reading, imported } = props.job.state;
    if (!sniffed || !detected || !reading) return [];
    const evidence = imported ? doubted(sniffed.evidence, outcome(imported)) : sniffed.evidence;
    return decisionRows(evidence, detected, reading, props.job.choices(), words(), f());
  };
  // Those that steps took away were read all the same.
  const outcome = (done: RepairedImport) => ({ ...outcomeOf(done), lines: lines(done) });
  const lines = (done: RepairedImport) => linesOf(done) + (props.job.state.cleaned?.dropped ?? 0);
  const rowOf = (key: DecisionRow["key"]) => rows().find((row) => row.key === key);
  return (
    <div class="flex flex-col gap-4 p-4">
      <header class="flex gap-2">
        <Icon of={IconFile} class="mt-0.5 text-accent" />
        <div class="min-w-0 flex-1">
          <h2 class="truncate font-semibold" title={props.job.name()}>
            {props.job.name()}
          </h2>
          <p class="text-small text-ink-3">
            <Show when={props.job.state.imported} fallback={f().bytes(props.job.file.size)}>
              {(done) =>
                words().reading.stats(
                  f().bytes(props.job.file.size),
                  lines(done()),
                  f().number(lines(done())),
                  seconds(done().ms, f()),
                )
              }
            </Show>
          </p>
          <Show
            when={!props.job.isShared}
            fallback={
              <p class="mt-0.5 flex items-center gap-1.5 text-small text-ink-2">
                <Icon of={IconShared} size={14} /> {t().workspaces.sources.kinds.shared}
              </p>
            }
          >
            <p
              class="mt-0.5 flex items-center gap-1.5 text-small text-ok"
              title={words().staysLong}
            >
              <Icon of={IconStays} size={14} /> {words().stays}
            </p>
          </Show>
        </div>
        <Show when={!props.job.isKept}>
          <IconButton
            size="sm"
            icon={IconRename}
            label={words().files.rename}
            disabled={props.job.state.phase === "keeping"}
            onClick={() => setRenaming(true)}
          />
        </Show>
        <Show when={renaming()}>
          <RenameDialog
            name={props.job.name()}
            onSave={(name) => name.trim() !== "" && props.job.setName(name.trim())}
            onClose={() => setRenaming(false)}
          />
        </Show>
      </header>
      <Show when={props.job.state.reading}>
        <section aria-labelledby="how-read">
          <div class="flex items-center justify-between border-b border-line pb-1">
            <h3 id="how-read" class="font-semibold">
              {words().reading.title}
            </h3>
            <Button kind="ghost" icon={IconDetect} onClick={() => props.job.detect()}>
              {words().reading.detect}
            </Button>
          </div>
          <Show when={keys().length === 0}>
            <p class="py-2 text-small text-ink-3">{words().files.typed}</p>
          </Show>
          <For each={keys()}>
            {(key) => (
              <Show when={rowOf(key)}>{(row) => <DecisionLine row={row()} job={props.job} />}</Show>
            )}
          </For>
        </section>
      </Show>
      <Show when={dateNote(props.job.state, words(), f())}>
        {(note) => <p class="text-small text-ink-2">{note()}</p>}
      </Show>
    </div>
  );
}

function DecisionLine(props: { row: DecisionRow; job: Import }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics;
  const tone = () => (props.row.instead ? "text-accent-ink" : sure() ? "text-ink-3" : "text-warn");
  const sure = () => props.row.evidence?.sure ?? true;
  const label = () => {
    const { key } = props.row;
    if (key !== "part") return words().decisions[key];
    const workbook = props.job.state.reading?.source?.format === "workbook";
    return workbook ? words().files.sheet : words().files.list;
  };
  const note = () => {
    if (props.row.instead) return words().reading.yours(props.row.instead);
    const { evidence } = props.row;
    if (evidence === undefined) return "";
    const why = evidenceText(evidence, words().evidence, f());
    return evidence.sure ? words().reading.sure(why) : words().reading.check(why);
  };
  return (
    <div class="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2 border-b border-line py-2">
      <span class="pt-1 text-ink-2" aria-hidden="true">
        {label()}
      </span>
      <div class="min-w-0">
        <Select
          label={label()}
          labelHidden
          size="sm"
          options={props.row.options}
          value={props.row.value}
          onChange={(value) => props.job.choose(props.row.choose(value))}
        />
        <Show when={note()}>
          <p class={cx("mt-1 flex items-start gap-1.5 text-small", tone())}>
            <Icon
              of={props.row.instead ? IconChosen : sure() ? IconCheck : IconWarn}
              size={12}
              class="mt-0.5"
            />
            <span>{note()}</span>
          </p>
        </Show>
      </div>
    </div>
  );
}
