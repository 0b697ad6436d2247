import IconPrinter from "~icons/lucide/printer";
import { createEffect, For, Show } from "solid-js";
import { LANGUAGES, type Language } from "#domain/i18n/texts.ts";
import type { Figures } from "#domain/dashboards/share/figures.ts";
import { filterIn } from "#domain/dashboards/share/filter-in.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { usePrinting } from "#web/lib/printing.ts";
import { Button } from "#web/ui/button.tsx";
import { Wordmark } from "#web/ui/mark.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { SharedGrid } from "./shared-grid.tsx";

const languages = LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }));

/** What A4 leaves between the margins of most browsers. */
const PAPER = "190mm";

/** Published figures as a page to read and print. Whatever people wrote is text, wherever it stands. */
export function SharedView(props: { figures: Figures; organization: string }) {
  const t = useTexts();
  const f = useFormat();
  const speech = useLocale();
  const printing = usePrinting();
  const phone = createMediaQuery("(width < 40rem)");
  const words = () => t().dashboardShare.page;
  createEffect(() => {
    document.title = `${props.figures.title} – ${props.organization}`;
  });
  return (
    <div class="min-h-dvh bg-canvas print:bg-surface">
      <header class="flex flex-wrap items-center gap-3 border-b border-line bg-surface px-6 py-3 phone:px-4 print:hidden">
        <Wordmark />
        <span class="ml-auto flex items-center gap-2">
          <SegmentedControl<Language>
            label={t().ui.language.label}
            options={languages}
            value={speech.language()}
            onChange={(language) => void speech.setLanguage(language)}
            size="sm"
          />
          <Button size="sm" icon={IconPrinter} onClick={() => window.print()}>
            {words().print}
          </Button>
        </span>
      </header>
      <main
        class="mx-auto max-w-360 px-6 py-5 phone:px-4 print:p-0"
        style={{ width: printing() && !phone() ? PAPER : undefined }}
        data-print
      >
        <h1 class="text-title font-semibold wrap-anywhere">{props.figures.title}</h1>
        <p class="mt-0.5 text-ink-2">
          {words().of(props.organization, f().dateTime(props.figures.computedAt))}
        </p>
        <Show when={props.figures.filters.length > 0}>
          <ul aria-label={words().filters} class="mt-3 flex flex-wrap gap-2">
            <For each={props.figures.filters}>
              {(filter) => (
                <li class="rounded-2 border border-line bg-surface px-2 py-0.5 text-small text-ink-2">
                  {filterIn(filter, speech.language())}
                </li>
              )}
            </For>
          </ul>
        </Show>
        <div class="mt-5">
          <SharedGrid widgets={props.figures.widgets} at={props.figures.computedAt} />
        </div>
        <footer class="mt-8 text-small text-ink-3">{words().foot}</footer>
      </main>
    </div>
  );
}
