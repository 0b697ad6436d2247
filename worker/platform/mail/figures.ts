import { Figures } from "#domain/dashboards/share/figures.ts";
import { figureTable, type FigureTable } from "#domain/dashboards/share/figure-words.ts";
import { figureWords as en } from "#domain/i18n/en/mail-dashboards.ts";
import { figureWords as fr } from "#domain/i18n/fr/mail-dashboards.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { setDictionary } from "#domain/i18n/typography.ts";
import type { MailParams } from "#domain/mail/model.ts";
import type { Env } from "#worker/platform/env.ts";
import { prefixOf } from "#worker/platform/files-prefix.ts";

type Params = MailParams["dashboard_figures"];

/** What a mail shows of a dashboard. */
export interface MailFigures {
  /** UTC instant. */
  computedAt: string;
  filters: readonly string[];
  tables: FigureTable[];
}

/** The figures that are published of a dashboard when its mail is written; null once they were taken back. */
export async function mailFigures(
  env: Pick<Env, "FILES">,
  { organizationId, dashboardId }: Params,
  language: Language,
): Promise<MailFigures | null> {
  // Only the prefix of the organization that the mail is of; its names of files grow with time.
  const prefix = `${prefixOf(organizationId)}published/${dashboardId}/`;
  const { objects } = await env.FILES.list({ prefix });
  const newest = objects
    .map(({ key }) => key)
    .toSorted()
    .at(-1);
  const file = newest === undefined ? null : await env.FILES.get(newest);
  if (!file) return null;
  const { computedAt, filters, widgets } = Figures.parse(await file.json());
  const words = setDictionary(language === "fr" ? fr : en, language);
  return { computedAt, filters, tables: widgets.map((widget) => figureTable(widget, words)) };
}
