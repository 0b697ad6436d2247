import { createSignal } from "solid-js";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { createTaking } from "./taking.ts";

const sheets = () => document.querySelector<HTMLElement>("[data-print]");

/** How the whole dashboard is taken away, as entries of a menu: a picture, paper and PDF through the browser, or a workbook. */
export function createExportEntries() {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const taking = createTaking();
  const { dashboard, tables, widgets, shown } = useDashboard();
  const [busy, setBusy] = createSignal(false);
  const words = () => t().dashboards.export;
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
    setBusy(false);
  };
  const workbook = () => {
    const places = widgets.places();
    const order = [...shown].toSorted(([a], [b]) => {
      const [one, other] = [places.get(a), places.get(b)];
      return one && other ? one.y - other.y || one.x - other.x : 0;
    });
    return taking.workbook(
      dashboard().title,
      order.flatMap(([, of]) => of() ?? []),
    );
  };
  const picture = () => taking.picture(sheets(), dashboard().title);
  const entries = (): MenuEntry[] => [
    { label: words().picture, onSelect: () => void attempt(picture) },
    { label: words().print, onSelect: () => window.print() },
    {
      label: words().workbook,
      disabled: tables().length === 0,
      onSelect: () => void attempt(workbook),
    },
  ];
  return { entries, busy };
}
