import IconWarn from "~icons/lucide/triangle-alert";
import { Show, type JSX } from "solid-js";
import type { RepairedImport } from "#web/features/analytics/engine/import-repaired.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import type { Import } from "./import-state.ts";

/** True when quotes took lines with them, so that going on needs a look first. */
export const isDoubtful = (imported: RepairedImport | undefined): boolean =>
  imported !== undefined && imported.swallowed.lines + imported.suspect.lines > 0;

/**
 * Warns that a quote which nothing closes took whole lines with it, or that two of them seem to have made one cell of all lines between
 * them, and offers to read without quotes.
 */
export function SwallowedNote(props: { job: Import; imported: RepairedImport }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.rejects;
  const swallowed = () => props.imported.swallowed;
  const suspect = () => props.imported.suspect;
  return (
    <>
      <Show when={swallowed().lines > 0}>
        <Note
          job={props.job}
          title={words().swallowed(
            swallowed().lines,
            f().number(swallowed().lines),
            f().number(swallowed().from),
          )}
        >
          {words().swallowedBody}
        </Note>
      </Show>
      <Show when={suspect().lines > 0}>
        <Note
          job={props.job}
          title={words().suspect(
            suspect().lines,
            f().number(suspect().lines),
            f().number(suspect().from),
          )}
        >
          {words().suspectBody}
          <code class="mt-1 line-clamp-2 font-mono wrap-anywhere">
            {suspect().raw.replace(/[\r\n]+/g, " ⏎ ")}
          </code>
        </Note>
      </Show>
    </>
  );
}

function Note(props: { job: Import; title: string; children: JSX.Element }) {
  const t = useTexts();
  return (
    <Banner
      tone="warn"
      icon={IconWarn}
      class="phone:flex-wrap phone:[&>button]:w-full"
      action={
        <Button onClick={() => props.job.choose({ quotes: "none" })}>
          {t().analytics.rejects.unquoted}
        </Button>
      }
    >
      <span class="block font-medium text-warn">{props.title}</span>
      {props.children}
    </Banner>
  );
}
