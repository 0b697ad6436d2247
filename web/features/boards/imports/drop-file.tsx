import IconFile from "~icons/lucide/file-text";
import IconImport from "~icons/lucide/file-up";
import { createSignal, Show } from "solid-js";
import { FileRefused, MAX_FILE } from "#domain/board-imports/raw.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";

/** The bytes of the one file that was given. Throws `FileRefused`; one that is too large is not even read. */
export async function bytesOf(files: readonly File[]): Promise<Uint8Array> {
  const [file] = files;
  if (!file || files.length > 1) throw new FileRefused("several");
  if (file.size > MAX_FILE) throw new FileRefused("too_large");
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileRefused("unreadable");
  }
}

/** A field for one file: dropped on it, or picked. */
export function DropFile(props: {
  label: string;
  /** The name of the file that was given. */
  chosen: string | undefined;
  busy: boolean;
  onFiles: (files: readonly File[]) => void;
}) {
  const t = useTexts();
  const [over, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0) props.onFiles([...files]);
  };
  return (
    <div
      class={cx(
        "flex flex-col items-center gap-3 rounded-3 border border-dashed px-6 text-center",
        props.chosen ? "py-4" : "py-8",
        over() ? "border-accent bg-accent-soft" : "border-line-2 bg-surface",
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Show
        when={props.chosen}
        fallback={<p class="text-ink-2 phone:hidden">{t().boardImports.drop}</p>}
      >
        {(name) => (
          <p role="status" class="flex max-w-full items-center gap-2 font-medium">
            <Icon of={IconFile} class="text-ink-3" />
            <span class="min-w-0 break-all">{name()}</span>
          </p>
        )}
      </Show>
      <input
        ref={(element) => (input = element)}
        type="file"
        accept=".json,.csv,.tsv,.txt,application/json,text/csv"
        class="hidden"
        aria-hidden="true"
        tabindex={-1}
        data-testid="board-file"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <Button icon={IconImport} loading={props.busy} onClick={() => input?.click()}>
        {props.label}
      </Button>
    </div>
  );
}
