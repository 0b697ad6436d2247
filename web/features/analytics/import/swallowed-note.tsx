import IconWarn from "~icons/lucide/triangle-alert";
import { Show } from "solid-js";
import type { RepairedImport } from "#web/features/analytics/engine/import-repaired.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import type { Import } from "./import-state.ts";

/** Warns that a quote which nothing closes took whole lines with it, and offers to read without quotes. */
export function SwallowedNote(props: { job: Import; imported: RepairedImport }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.rejects;
  const swallowed = () => props.imported.swallowed;
  return (
    <Show when={swallowed().lines > 0}>
      <Banner
        tone="warn"
        icon={IconWarn}
        title={words().swallowed(
          swallowed().lines,
          f().number(swallowed().lines),
          f().number(swallowed().from),
        )}
        action={
          <Button onClick={() => props.job.choose({ quotes: "none" })}>{words().unquoted}</Button>
        }
      >
        {words().swallowedBody}
      </Banner>
    </Show>
  );
}
