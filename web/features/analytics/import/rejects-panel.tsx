import IconDownload from "~icons/lucide/download";
import IconOk from "~icons/lucide/circle-check";
import IconWarn from "~icons/lucide/triangle-alert";
import { For, Show } from "solid-js";
import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import type { Reading } from "#domain/analytics/reading.ts";
import { BOM, download } from "#web/features/analytics/download.ts";
import type { RepairedImport } from "#web/features/analytics/engine/import-repaired.ts";
import type { Reject } from "#web/features/analytics/engine/rejects.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Import } from "./import-state.ts";
import { markedRaw, rejectText } from "./reject-text.ts";
import { isDoubtful } from "./swallowed-note.tsx";

const SHOWN = 50;

/** Lines that are not in the table: how many, why, and what can be done about them. */
export function RejectsPanel(props: { job: Import; imported: RepairedImport }) {
  const t = useTexts();
  const f = useFormat();
  const { language } = useLocale();
  const words = () => t().analytics.rejects;
  const reading = () => props.imported.reading;
  const count = () => props.imported.rejected + props.imported.swallowed.lines;
  const emptied = () => props.imported.emptied;
  const listed = () => count() + emptied();
  const title = () => {
    const rejected = words().title(count(), f().number(count()));
    const blank = words().emptied(emptied(), f().number(emptied()));
    if (emptied() === 0) return rejected;
    return count() === 0 ? blank : words().both(rejected, blank);
  };
  /** In basis points; what would be written as none of all is less than the least that is written. */
  const share = () => {
    const points = (count() / Math.max(1, count() + props.imported.rows)) * 10_000;
    return points < 0.5 ? `< ${f().percent(1, 2)}` : f().percent(points, 2);
  };
  const has = (...codes: Reject["reason"]["code"][]) =>
    props.imported.rejects.some(({ reason }) => codes.includes(reason.code));
  const exportAll = () => {
    const rows = props.imported.rejects.map((one) => [
      one.line,
      rejectText(one, reading(), words(), f()),
      one.raw,
    ]);
    const head = [words().line, words().reason, words().raw];
    download(`${words().file}.csv`, BOM + csvText([head, ...rows], csvDelimiter(language())));
  };
  return (
    <section class="border-t border-line-2 bg-canvas" aria-label={title()}>
      <Show
        when={listed() > 0}
        fallback={
          <Show when={props.imported.rows > 0 && !isDoubtful(props.imported)}>
            <p class="flex h-10 items-center gap-2 px-4 text-small text-ink-3">
              <Icon of={IconOk} size={14} class="text-ok" /> {words().none}
            </p>
          </Show>
        }
      >
        <div class="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
          <h3 class="flex gap-2 font-semibold">
            <Icon of={IconWarn} class="mt-0.5 text-warn" />
            {title()}
          </h3>
          <Show when={count() > 0}>
            <span class="text-small text-ink-3">{words().kept(share())}</span>
          </Show>
          <span class="ml-auto flex flex-wrap gap-2">
            <Button kind="ghost" icon={IconDownload} onClick={exportAll}>
              {props.imported.rejects.length < listed()
                ? words().exportFirst(f().number(props.imported.rejects.length))
                : words().export(listed(), f().number(listed()))}
            </Button>
            <Show when={has("missing") && reading().shortRows === "reject"}>
              <Button onClick={() => props.job.choose({ shortRows: "fill" })}>
                {words().fillShort}
              </Button>
            </Show>
            <Show when={has("cell") && reading().badCells === "reject"}>
              <Button onClick={() => props.job.choose({ badCells: "empty" })}>
                {words().emptyBad}
              </Button>
            </Show>
            <Show when={reading().badCells === "empty"}>
              <Button onClick={() => props.job.choose({ badCells: "reject" })}>
                {words().setAside}
              </Button>
            </Show>
          </span>
        </div>
        <RejectTable rejects={props.imported.rejects} reading={reading()} total={listed()} />
      </Show>
    </section>
  );
}

function RejectTable(props: { rejects: readonly Reject[]; reading: Reading; total: number }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.rejects;
  const others = () => props.total - SHOWN;
  return (
    <div
      class="max-h-50 overflow-auto border-t border-line bg-surface"
      // A scrolling region without controls needs a stop of its own for the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabindex={0}
      role="group"
      aria-label={words().raw}
    >
      <table class="w-full text-left">
        <thead class="sticky top-0 bg-canvas text-small text-ink-3">
          <tr class="h-8 border-b border-line">
            <th scope="col" class="w-16 px-2 text-right font-medium">
              {words().line}
            </th>
            <th scope="col" class="px-2 font-medium">
              {words().reason}
            </th>
            <th scope="col" class="px-2 font-medium">
              {words().raw}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rejects.slice(0, SHOWN)}>
            {(reject) => {
              const raw = markedRaw(reject);
              return (
                <tr class="h-8 border-b border-line">
                  <td class="num px-2 text-right text-ink-3">{f().number(reject.line)}</td>
                  <td class="whitespace-nowrap px-2 font-medium">
                    {rejectText(reject, props.reading, words(), f())}
                  </td>
                  <td class="max-w-0 truncate px-2 font-mono text-small text-ink-2 w-full">
                    {raw.before}
                    <Show when={raw.marked}>
                      <mark class="rounded-1 bg-warn-soft px-0.5 text-warn">{raw.marked}</mark>
                    </Show>
                    {raw.after}
                  </td>
                </tr>
              );
            }}
          </For>
        </tbody>
      </table>
      <Show when={others() > 0}>
        <p class="px-4 py-2 text-small text-ink-3">
          {words().others(others(), f().number(others()))}
        </p>
      </Show>
    </div>
  );
}
