import IconImport from "~icons/lucide/file-up";
import { createSignal } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";

/** A field for one file: dropped on it, or picked. */
export function DropFile(props: { label: string; busy: boolean; onFile: (file: File) => void }) {
  const t = useTexts();
  const [over, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) props.onFile(file);
  };
  return (
    <div
      class={cx(
        "flex flex-col items-center gap-3 rounded-3 border border-dashed px-6 py-8 text-center",
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
      <p class="text-ink-2 phone:hidden">{t().boardImports.drop}</p>
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
