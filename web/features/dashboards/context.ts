import { createContext, useContext, type Accessor } from "solid-js";
import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import type { Table } from "#domain/dashboards/narrow.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import type { ShownTable } from "./export/tables.ts";
import type { Filters } from "./filters/filters.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import type { Runner } from "./runner.ts";
import type { Widgets } from "./widgets.ts";

/** What every part of an open dashboard knows. */
export interface DashboardScope {
  dashboard: Accessor<DashboardView>;
  widgets: Widgets;
  sources: Sources;
  /** The sources that SQL can name, with their columns as far as they are known. */
  tables: Accessor<readonly Table[]>;
  filters: Filters;
  runner: Runner;
  /** What each widget shows now, by its id. */
  results: Map<string, ReadResult>;
  /** What each widget shows now as a table, in its order, by its id: what exports take. */
  shown: Map<string, () => ShownTable | undefined>;
  editing: Accessor<boolean>;
  /** Opens the form of a widget. */
  edit: (widget: WidgetView) => void;
}

export const DashboardContext = createContext<DashboardScope>();

/** The open dashboard. Error: outside of its page. */
export function useDashboard(): DashboardScope {
  const scope = useContext(DashboardContext);
  if (!scope) throw new Error("useDashboard needs a DashboardContext above");
  return scope;
}
