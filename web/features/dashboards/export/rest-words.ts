import { useFormat, useTexts } from "#web/lib/i18n.tsx";

/** How a picture says what of a table is not in it. */
export function createRestWords() {
  const t = useTexts();
  const f = useFormat();
  return (rows: number, columns: number): string => {
    const words = t().dashboards.export;
    return [
      ...(rows > 0 ? [words.moreRows(rows, f().number(rows))] : []),
      ...(columns > 0 ? [words.moreColumns(columns, f().number(columns))] : []),
    ].join(" · ");
  };
}
