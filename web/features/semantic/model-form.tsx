import IconTest from "~icons/lucide/play";
import IconPlus from "~icons/lucide/plus";
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  Index,
  on,
  onCleanup,
  Show,
  type Accessor,
} from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { EntryCard } from "./entry-card.tsx";
import { createMeasureTest, type MeasureTest } from "./create-measure-test.ts";
import { MeasureMark, MeasureTestRow } from "./measure-test.tsx";
import type { Entry, ModelDraft, Section } from "./model-draft.ts";
import { blankEntry } from "./sections.ts";

const SECTIONS = ["measures", "dimensions", "joins", "filters", "glossary"] as const;

/** The model as a form: a section for each sort of entry. */
export function ModelForm(props: { draft: ModelDraft; sources: Sources; disabled: boolean }) {
  const t = useTexts();
  const words = () => t().semantic;
  const [fresh, setFresh] = createSignal<string>();
  const tests = new Set<MeasureTest>();
  const testOf = (entry: Accessor<Entry>) => {
    const test = createMeasureTest(entry, () => props.draft.entries("filters"), props.sources);
    tests.add(test);
    onCleanup(() => tests.delete(test));
    return test;
  };
  const [outcome, setOutcome] = createSignal<{ good: number; all: number }>();
  // One after the other: the engine reads so, and figures come in the order of the page.
  const testAll = createSubmit(async () => {
    setOutcome(undefined);
    let good = 0;
    for (const test of tests) if (await test.run()) good += 1;
    setOutcome({ good, all: tests.size });
  });
  createEffect(
    on(
      () => props.draft.text(),
      () => setOutcome(undefined),
      { defer: true },
    ),
  );
  const tables = () => props.sources.all().map(({ table }) => table);
  const add = (section: Section) => {
    const entries = props.draft.entries(section);
    setFresh(`${section} ${entries.length}`);
    props.draft.setEntries(section, [...entries, blankEntry(section, tables()[0] ?? "")]);
  };
  return (
    <Show
      when={props.draft.readable()}
      fallback={<p class="text-warn">{words().reasons.syntax}</p>}
    >
      <div class="flex flex-col gap-7">
        <For each={SECTIONS}>
          {(section) => (
            <section aria-labelledby={`model-${section}`}>
              <div class="mb-2 flex flex-wrap items-end justify-between gap-2">
                <div class="min-w-0">
                  <h2 id={`model-${section}`} class="font-semibold">
                    {words().sections[section]}
                  </h2>
                  <p class="text-small text-ink-2">{words().hints[section]}</p>
                </div>
                <Show when={section === "measures" && props.draft.entries(section).length > 0}>
                  <span class="ml-auto flex items-center gap-3">
                    <output class="text-small text-ink-2" aria-live="polite">
                      <Show when={outcome()}>
                        {(found) => words().tested(found().good, found().all)}
                      </Show>
                    </output>
                    <Button
                      size="sm"
                      icon={IconTest}
                      loading={testAll.pending()}
                      onClick={() => void testAll.run()}
                    >
                      {words().testAll}
                    </Button>
                  </span>
                </Show>
                <Show when={!props.disabled}>
                  <Button size="sm" icon={IconPlus} onClick={() => add(section)}>
                    {words().add[section]}
                  </Button>
                </Show>
              </div>
              <ul class="flex flex-col gap-2">
                <Index each={props.draft.entries(section)}>
                  {(entry, at) => {
                    const test = createMemo(() =>
                      section === "measures" ? testOf(entry) : undefined,
                    );
                    const put = (next: readonly Entry[]) => props.draft.setEntries(section, next);
                    return (
                      <EntryCard
                        section={section}
                        at={at}
                        entry={entry()}
                        tables={tables()}
                        problems={props.draft.problems()}
                        disabled={props.disabled}
                        open={fresh() === `${section} ${at}`}
                        mark={() => (
                          <Show when={test()}>{(one) => <MeasureMark test={one()} />}</Show>
                        )}
                        onChange={(next) => put(props.draft.entries(section).with(at, next))}
                        onRemove={() => put(props.draft.entries(section).toSpliced(at, 1))}
                      >
                        <Show when={test()}>{(found) => <MeasureTestRow test={found()} />}</Show>
                      </EntryCard>
                    );
                  }}
                </Index>
              </ul>
            </section>
          )}
        </For>
      </div>
    </Show>
  );
}
