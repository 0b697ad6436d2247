import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { RowsPanel } from "./rows-panel.tsx";
import { runDrill } from "./run-drill.ts";

/** The rows behind a point, a page at a time, or why it has none. */
export function DrillPanel(props: {
  keeper: Pick<EngineKeeper, "use">;
  question: Pick<ReadResult, "columns"> & { sql: string };
  point: ChartPoint;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.chart.drill;
  const find = () => {
    const { question, point } = props;
    return (engine: Engine, signal: AbortSignal) => runDrill(engine, question, point, signal);
  };
  const says = ({ total, unsure }: { total: number; unsure?: boolean }): string => {
    const { figure } = props.point;
    if (figure === null) return "";
    const given = [total, f().number(total), f().number(figure)] as const;
    return unsure ? words().within(...given) : words().sum(...given);
  };
  return (
    <RowsPanel
      keeper={props.keeper}
      label={props.point.label}
      find={find()}
      says={says}
      reasons={{ why: words().why, ...words().reasons }}
      onClose={() => props.onClose()}
    />
  );
}
