import IconAlert from "~icons/lucide/octagon-alert";
import { Show } from "solid-js";
import type { Problem } from "#domain/analytics/builder/check.ts";
import { stillHolds } from "#domain/analytics/builder/edit.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Build } from "./build-state.ts";

const nameOf = (problem: Problem): string | undefined =>
  "column" in problem ? problem.column : "table" in problem ? problem.table : undefined;

/** What a question speaks of that its tables no longer have, and the way to go on without. */
export function GoneNote(props: { build: Build }) {
  const t = useTexts();
  const words = () => t().analyticsBuild.gone;
  const names = () => [...new Set(props.build.problems().flatMap((one) => nameOf(one) ?? []))];
  const rest = () => stillHolds(props.build.query(), props.build.tables());
  return (
    <div role="alert" class="flex gap-2 border-b border-line bg-bad-soft px-4 py-3">
      <Icon of={IconAlert} class="mt-0.5 shrink-0 text-bad" />
      <div class="flex min-w-0 flex-1 flex-col items-start gap-1.5">
        <p class="font-semibold text-bad">{words().title}</p>
        <Show
          when={rest()}
          fallback={<p class="wrap-anywhere">{words().table(props.build.query().table)}</p>}
        >
          {(query) => (
            <>
              <p class="wrap-anywhere">{words().columns(names().length, names().join(", "))}</p>
              <Button size="sm" onClick={() => props.build.change(query())}>
                {words().remove}
              </Button>
            </>
          )}
        </Show>
      </div>
    </div>
  );
}
