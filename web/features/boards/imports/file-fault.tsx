import IconAlert from "~icons/lucide/octagon-alert";
import { Show } from "solid-js";
import type { FileFault } from "#domain/board-imports/raw.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";

/** Why a file can't be read, where in it, and what was there instead. */
export interface Fault {
  name: string;
  fault: FileFault;
  row: number | null;
  column: number | null;
  found: string | null;
}

const PLACED: ReadonlySet<FileFault> = new Set(["quote_open", "not_json"]);

/** Says why a file can't be imported and what to do about it. */
export function FileFaultBanner(props: { fault: Fault }) {
  const t = useTexts();
  const f = useFormat();
  const place = (row: number) => {
    const { column } = props.fault;
    const line = f().number(row);
    if (column === null) return t().boardImports.atLine(line);
    return t().boardImports.atColumn(line, f().number(column));
  };
  return (
    <Banner tone="bad" icon={IconAlert} class="rounded-3 border">
      <strong class="break-all">{props.fault.name}</strong>
      <p>
        <Show when={PLACED.has(props.fault.fault) ? props.fault.row : null}>
          {(row) => <>{place(row())} </>}
        </Show>
        {t().boardImports.faults[props.fault.fault]}
      </p>
      <Show when={props.fault.found}>
        {(found) => <p class="break-words text-ink-2">{t().boardImports.found(found())}</p>}
      </Show>
    </Banner>
  );
}
