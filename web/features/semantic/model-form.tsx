import IconPlus from "~icons/lucide/plus";
import { createSignal, For, Index, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { EntryCard } from "./entry-card.tsx";
import { MeasureTest } from "./measure-test.tsx";
import type { ModelDraft, Section } from "./model-draft.ts";
import { blankEntry } from "./sections.ts";

const SECTIONS = ["measures", "dimensions", "joins", "filters", "glossary"] as const;

/** The model as a form: a section for each sort of entry. */
export function ModelForm(props: { draft: ModelDraft; sources: Sources; disabled: boolean }) {
  const t = useTexts();
  const words = () => t().semantic;
  const [fresh, setFresh] = createSignal<string>();
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
                <Show when={!props.disabled}>
                  <Button size="sm" icon={IconPlus} onClick={() => add(section)}>
                    {words().add[section]}
                  </Button>
                </Show>
              </div>
              <ul class="flex flex-col gap-2">
                <Index each={props.draft.entries(section)}>
                  {(entry, at) => (
                    <EntryCard
                      section={section}
                      at={at}
                      entry={entry()}
                      tables={tables()}
                      problems={props.draft.problems()}
                      disabled={props.disabled}
                      open={fresh() === `${section} ${at}`}
                      onChange={(next) =>
                        props.draft.setEntries(section, props.draft.entries(section).with(at, next))
                      }
                      onRemove={() =>
                        props.draft.setEntries(
                          section,
                          props.draft.entries(section).toSpliced(at, 1),
                        )
                      }
                    >
                      <Show when={section === "measures"}>
                        <MeasureTest entry={entry()} sources={props.sources} />
                      </Show>
                    </EntryCard>
                  )}
                </Index>
              </ul>
            </section>
          )}
        </For>
      </div>
    </Show>
  );
}
