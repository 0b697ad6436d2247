import { Figures } from "#domain/dashboards/share/figures.ts";
import { filterIn } from "#domain/dashboards/share/filter-in.ts";
import { figureTable, type FigureTable } from "#domain/dashboards/share/figure-words.ts";
import { figureWords as en } from "#domain/i18n/en/mail-dashboards.ts";
import { figureWords as fr } from "#domain/i18n/fr/mail-dashboards.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { setDictionary } from "#domain/i18n/typography.ts";
import type { MailParams } from "#domain/mail/model.ts";
import type { Env } from "#worker/platform/env.ts";
import { prefixOf } from "#worker/platform/files-prefix.ts";

type Params = MailParams["dashboard_figures"];

/** How the name of a picture ends; after that of its figures it says its language. */
const PICTURE = ".png";

/** What a mail shows of a dashboard. */
export interface MailFigures {
  /** UTC instant. */
  computedAt: string;
  filters: readonly string[];
  tables: FigureTable[];
  /** The picture (PNG) in this language that was published with these figures. */
  picture: ArrayBuffer | null;
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
    .filter((key) => !key.endsWith(PICTURE))
    .toSorted()
    .at(-1);
  if (newest === undefined) return null;
  const [file, picture] = await Promise.all([
    env.FILES.get(newest),
    env.FILES.get(`${newest}.${language}${PICTURE}`),
  ]);
  if (!file) return null;
  const { computedAt, filters, widgets } = Figures.parse(await file.json());
  const words = setDictionary(language === "fr" ? fr : en, language);
  const tables = widgets.map((widget) => figureTable(widget, words));
  const said = filters.map((one) => filterIn(one, language));
  return { computedAt, filters: said, tables, picture: (await picture?.arrayBuffer()) ?? null };
}
