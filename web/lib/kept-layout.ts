import { createSignal } from "solid-js";
import { EMPTY_LAYOUT, type ColumnLayout } from "#web/ui/grid/layout.ts";

/** Reads a kept layout; whatever else stands there is as none. */
function parse(text: string | null): ColumnLayout | undefined {
  if (text === null) return undefined;
  try {
    const found = JSON.parse(text) as Partial<ColumnLayout>;
    if (!Array.isArray(found.order) || !Array.isArray(found.hidden)) return undefined;
    return { ...EMPTY_LAYOUT, ...found };
  } catch {
    return undefined;
  }
}

/** How a person arranged the columns of a list, kept on this device. */
export function createKeptLayout(
  list: string,
  person: string | undefined,
  first: ColumnLayout,
): [layout: () => ColumnLayout, setLayout: (layout: ColumnLayout) => void] {
  const key = `aetheria.columns.${list}.${person ?? ""}`;
  const [layout, setLayout] = createSignal(parse(localStorage.getItem(key)) ?? first);
  return [
    layout,
    (next) => {
      setLayout(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
  ];
}
