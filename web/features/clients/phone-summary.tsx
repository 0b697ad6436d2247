import IconExport from "~icons/lucide/download";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { FootCount, FootSum, Late } from "./foot.tsx";

/** The sum row on a phone, above the list: its foot belongs to the button for a new client. With the export. */
export function PhoneSummary(props: { onExport: (() => void) | undefined; exporting: boolean }) {
  const t = useTexts();
  return (
    <div
      role="group"
      aria-label={t().clients.foot.sum}
      class={cx(
        "flex h-11 shrink-0 items-center gap-3 border-b border-line bg-canvas pl-4 text-small text-ink-2",
        props.onExport ? "pr-1" : "pr-4",
      )}
    >
      <FootCount />
      <Late />
      <span class="num min-w-0 flex-1 truncate text-right font-semibold text-ink">
        <span class="sr-only">{t().clients.foot.sum} </span>
        <FootSum />
      </span>
      <Show when={props.onExport}>
        {(download) => (
          <IconButton
            icon={IconExport}
            label={t().clients.export}
            quiet
            disabled={props.exporting}
            onClick={() => download()()}
          />
        )}
      </Show>
    </div>
  );
}
