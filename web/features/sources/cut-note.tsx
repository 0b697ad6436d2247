import IconCut from "~icons/lucide/triangle-alert";
import { For } from "solid-js";
import type { SourceView } from "#domain/sources/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Sources } from "./use-sources.ts";

/** Says of which sources not all rows were read: figures that come of them are partial. */
export function CutNote(props: {
  sources: Pick<Sources, "state">;
  of: readonly Pick<SourceView, "id" | "title">[];
}) {
  const t = useTexts();
  const f = useFormat();
  const cut = () =>
    props.of.flatMap(({ id, title }) => {
      const state = props.sources.state(id);
      return state.kind === "ready" && state.cut ? [{ title, rows: state.rows }] : [];
    });
  return (
    <For each={cut()}>
      {({ title, rows }) => (
        <p class="flex items-start gap-1.5 text-small text-warn" role="status">
          <Icon of={IconCut} size={14} class="mt-0.5 shrink-0" />
          <span class="min-w-0 wrap-anywhere">
            {t().workspaces.sources.cut(title, rows, f().number(rows))}
          </span>
        </p>
      )}
    </For>
  );
}
