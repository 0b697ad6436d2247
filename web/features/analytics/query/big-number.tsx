import type { Answer } from "./query-state.ts";
import { useFormat } from "#web/lib/i18n.tsx";

/** One number as the whole answer. */
export function BigNumber(props: { answer: Answer }) {
  const f = useFormat();
  const name = () => (props.answer.chart?.type === "number" ? props.answer.chart.value : "");
  const value = () => {
    const at = props.answer.columns.findIndex((column) => column.name === name());
    const cell = props.answer.rows[0]?.[at];
    return typeof cell === "number" ? f().number(cell, Number.isInteger(cell) ? 0 : 2) : "–";
  };
  return (
    <p class="px-5 py-8">
      <span class="num block text-amount font-semibold">{value()}</span>
      <span class="text-ink-3">{name()}</span>
    </p>
  );
}
