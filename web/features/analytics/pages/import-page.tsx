import { createSignal, onMount, Show } from "solid-js";
import { handOver, preload } from "#web/features/analytics/current-library.ts";
import { ImportView } from "#web/features/analytics/import/import-view.tsx";
import { FileButton } from "#web/features/analytics/list/file-button.tsx";
import { FileDrop } from "#web/features/analytics/list/file-drop.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** A file's way in: reading, cleaning, kept. Without a file (after a reload) it asks for it again. */
export function ImportPage() {
  const t = useTexts();
  const words = () => t().analytics;
  const [file, setFile] = createSignal(handOver.take());
  const title = () => file()?.name ?? words().import;
  usePage(() => ({
    title: title(),
    trail: [{ label: words().title, href: "/analytics" }],
  }));
  onMount(preload);
  return (
    <>
      <h1 class="sr-only">{title()}</h1>
      <FileDrop onFile={setFile} />
      <Show
        when={file()}
        keyed
        fallback={
          <EmptyState
            title={words().refused.gone}
            body={words().refused.goneBody}
            actions={<FileButton onFile={setFile} />}
            hint={words().list.emptyHint}
          />
        }
      >
        {(chosen) => <ImportView file={chosen} onAnother={setFile} />}
      </Show>
    </>
  );
}
