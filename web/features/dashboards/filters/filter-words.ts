import { createMemo } from "solid-js";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { chosenWords } from "./in-words.ts";

/** Every filter of the open dashboard with what is chosen of it, then what was clicked: what an export says it stands under. */
export function createFilterWords() {
  const t = useTexts();
  const f = useFormat();
  const { dashboard, filters } = useDashboard();
  return createMemo(() => [
    ...dashboard().parameters.map((parameter) => ({
      label: parameter.label,
      value: chosenWords(parameter, filters.chosen(), {
        f: f(),
        t: t().dashboards,
        today: today(),
      }),
    })),
    ...filters.selections().map(({ label, value }) => ({ label, value })),
  ]);
}
