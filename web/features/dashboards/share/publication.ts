import { bindParameters, narrows } from "#domain/dashboards/bind.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { tablesIn, type Table } from "#domain/dashboards/narrow.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import type { Figures, PublishedWidget } from "#domain/dashboards/share/figures.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { chosenWords } from "#web/features/dashboards/filters/in-words.ts";
import { untouchedBy } from "#web/features/dashboards/filters/untouched.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useOtherSpeech, type OtherSpeech } from "#web/lib/spoken-in.tsx";
import { today } from "#web/lib/today.ts";
import { createPictureSender } from "./send-picture.ts";
import { digestOf, publishedOf, withinBytes } from "./collect.ts";

type Speech = Pick<OtherSpeech, "texts" | "format">;

/** A widget that may be published, with what would leave of it and the sources that it reads. */
export interface Candidate {
  widget: WidgetView;
  /** Null while its figures are not there, or can't be computed here. */
  published: PublishedWidget | null;
  sources: readonly SourceView[];
  /** The names of what was chosen in it, and of filters that say nothing of its tables: it shows everything beside them. */
  unfiltered: readonly string[];
  /** A mark was pressed that narrows others, but not this one. */
  beside: boolean;
}

/** What the open dashboard shows, as it would be published. Results are not told of: ask again. */
export function createPublication() {
  const t = useTexts();
  const f = useFormat();
  const speechIn = useOtherSpeech();
  const { dashboard, widgets, results, tables, sources, filters } = useDashboard();

  /** Its widgets in the order in which they stand. */
  function candidates(): Candidate[] {
    const places = widgets.places();
    return widgets
      .all()
      .map((widget) => ({ widget, layout: places.get(widget.id) ?? widget.layout }))
      .toSorted((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x)
      .map(({ widget, layout }) => {
        const read = tablesIn(widget.sql, tables());
        const names = new Set(read.map(({ name }) => name));
        const unfiltered = unfilteredBy(widget, read);
        const pressed = filters.selections().map(({ label }) => label);
        return {
          unfiltered,
          beside: unfiltered.some((label) => pressed.includes(label)),
          widget,
          published: publishedOf(widget, results.get(widget.id), layout),
          sources: sources.all().filter(({ table }) => names.has(table)),
        };
      });
  }

  function unfilteredBy({ id, kind, sql }: WidgetView, read: readonly Table[]) {
    if (kind === "text") return [];
    const { used } = bindParameters(sql, dashboard().parameters, filters.chosen(), today());
    const own = filters.selectionOf(id);
    return [...(own ? [own.label] : []), ...untouchedBy(filters, { id, used, read })];
  }

  /** A choice, or a filter that asks for something; null of one that does not. */
  function chosenOf(parameter: Parameter, { texts, format }: Speech): string | null {
    const chosen = filters.chosen();
    const asks = parameter.kind === "choice" || narrows(parameter, chosen, today());
    const speech = { f: format, t: texts.dashboards, today: today() };
    return asks ? chosenWords(parameter, chosen, speech) : null;
  }

  /** What narrows the figures, in words: of this page unless told otherwise. */
  function inWords(speech: Speech = { texts: t(), format: f() }): string[] {
    const words = speech.texts.dashboardShare.filter;
    const chosen = dashboard().parameters.flatMap((parameter) => {
      const value = chosenOf(parameter, speech);
      return value === null ? [] : [words(parameter.label, value)];
    });
    const clicked = filters.selections().map(({ label, value }) => words(label, value));
    return [...chosen, ...clicked].map((text) => text.slice(0, 300)).slice(0, 40);
  }

  /** The same for each reader, in their language. */
  async function inEachLanguage(): Promise<Figures["filters"]> {
    const [fr, en] = await Promise.all([speechIn("fr"), speechIn("en")]);
    const english = inWords(en);
    return inWords(fr).map((words, at) => ({ fr: words, en: english[at] ?? words }));
  }

  /** Told apart by what is chosen, not by what it means today: « this month » stays the same view. */
  const basis = (): Promise<string> => {
    const chosen = filters.chosen();
    const parameters = dashboard().parameters.map(({ name, initial }) => [
      name,
      chosen[name] ?? initial,
    ]);
    return digestOf([parameters, filters.selections().map(({ condition }) => condition)]);
  };

  /** What a request to publish these widgets holds. */
  async function bodyOf(shown: readonly PublishedWidget[], keepCurrent: boolean) {
    const figures: Figures = withinBytes({
      title: dashboard().title.slice(0, 200),
      filters: await inEachLanguage(),
      computedAt: new Date().toISOString(),
      widgets: [...shown],
    });
    const digest = await digestOf([figures.title, figures.filters, figures.widgets]);
    return { figures, basis: await basis(), digest, keepCurrent };
  }

  return { candidates, inWords, basis, bodyOf, sendPicture: createPictureSender() };
}
