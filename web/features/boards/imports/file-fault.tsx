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
  found: string | null;
}

/** Says why a file can't be imported and what to do about it. */
export function FileFaultBanner(props: { fault: Fault }) {
  const t = useTexts();
  const f = useFormat();
  return (
    <Banner tone="bad" icon={IconAlert} class="rounded-3 border">
      <strong class="break-all">{props.fault.name}</strong>
      <p>
        <Show when={props.fault.fault === "quote_open" ? props.fault.row : null}>
          {(row) => <>{t().boardImports.atLine(f().number(row()))} </>}
        </Show>
        {t().boardImports.faults[props.fault.fault]}
      </p>
      <Show when={props.fault.found}>
        {(found) => <p class="break-words text-ink-2">{t().boardImports.found(found())}</p>}
      </Show>
    </Banner>
  );
}
