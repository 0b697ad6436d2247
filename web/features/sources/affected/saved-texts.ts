import type { QueryClient } from "@tanstack/solid-query";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { bindParameters } from "#domain/dashboards/bind.ts";
import type { SemanticDocument } from "#domain/semantic/model.ts";
import type { SavedText } from "#domain/sources/affected.ts";
import { widgetsQuery } from "#web/features/dashboards/queries.ts";
import { semanticQuery } from "#web/features/semantic/queries.ts";
import { api } from "#web/lib/api.ts";
import { everyPage } from "#web/lib/every-page.ts";
import { today } from "#web/lib/today.ts";

/** What a model says, each as a read of its own. */
function modelTexts({ measures, dimensions, joins, filters }: SemanticDocument, href: string) {
  const text = (title: string, sql: string): SavedText => ({ kind: "model", title, href, sql });
  return [
    ...[...measures, ...dimensions].map(({ name, label, sql, source }) =>
      text(label.fr || name, `SELECT (${sql}\n) FROM ${quoteIdentifier(source)}`),
    ),
    ...filters.map(({ label, sql, source }) =>
      text(label, `SELECT 1 FROM ${quoteIdentifier(source)} WHERE (${sql}\n)`),
    ),
    ...joins.map(({ from, to, on }) =>
      text(on, `SELECT 1 FROM ${quoteIdentifier(from)} JOIN ${quoteIdentifier(to)} ON (${on}\n)`),
    ),
  ];
}

/** Everything in a workspace that reads its tables: questions, widgets with their dashboard's first choices, and its model. */
export async function savedTexts(queries: QueryClient, workspace: string): Promise<SavedText[]> {
  const home = `/analytics/w/${workspace}`;
  const [questions, dashboards, layer] = await Promise.all([
    everyPage((next) => api("get /questions", { query: { workspace, ...next } })),
    everyPage((next) => api("get /dashboards", { query: { workspace, ...next } })),
    queries.fetchQuery({ ...semanticQuery(workspace), staleTime: 0 }),
  ]);
  const widgets = await Promise.all(
    dashboards.map(async ({ id, title, parameters }) => {
      const all = await queries.fetchQuery({ ...widgetsQuery(id), staleTime: 0 });
      return all
        .filter(({ sql }) => sql.trim() !== "")
        .map((widget): SavedText => ({
          kind: "widget",
          title: `${title} · ${widget.title}`,
          href: `${home}/d/${id}`,
          sql: bindParameters(widget.sql, parameters, {}, today()).sql,
        }));
    }),
  );
  return [
    ...questions.map(({ id, title, sql }): SavedText => ({
      kind: "question",
      title,
      href: `${home}/q/${id}`,
      sql,
    })),
    ...widgets.flat(),
    ...(layer ? modelTexts(layer.document, `${home}/model`) : []),
  ];
}
