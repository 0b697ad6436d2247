import IconInfo from "~icons/lucide/info";
import { For, Show } from "solid-js";
import type { Repair } from "#web/features/analytics/engine/repair.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";

/** Says what was read otherwise than first thought. */
export function RepairNotes(props: { repairs: readonly Repair[] }) {
  const t = useTexts();
  const f = useFormat();
  const say = (repair: Repair): string => {
    const words = t().analytics.repairs;
    switch (repair.code) {
      case "encoding":
        return words.encoding;
      case "lenient":
        return words.lenient;
      case "long-lines":
        return words.longLines;
      case "years":
        return words.years(repair.column);
      case "text":
        return words.text(repair.column, f().percent(repair.share * 10_000));
      default:
        return repair satisfies never;
    }
  };
  return (
    <Show when={props.repairs.length > 0}>
      <Banner tone="info" icon={IconInfo}>
        <For each={props.repairs}>{(repair) => <span class="block">{say(repair)}</span>}</For>
      </Banner>
    </Show>
  );
}
