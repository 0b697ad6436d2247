import type { JSX } from "solid-js";
import { FileButton } from "#web/features/analytics/list/file-button.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** Nothing yet: what analyses are for in one sentence, and where a file is dropped. */
export function FirstTime(props: { onFile: (file: File) => void; more: JSX.Element }) {
  const t = useTexts();
  return (
    <div class="flex h-full flex-col p-4">
      <div class="flex flex-1 flex-col justify-center rounded-3 border border-dashed border-line-2">
        <EmptyState
          title={t().workspaces.empty.title}
          body={t().workspaces.empty.body}
          actions={
            <>
              <FileButton onFile={(file) => props.onFile(file)} />
              {props.more}
            </>
          }
          hint={t().analytics.list.emptyHint}
        />
      </div>
    </div>
  );
}
