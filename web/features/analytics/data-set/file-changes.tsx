import IconAppend from "~icons/lucide/list-plus";
import IconFile from "~icons/lucide/file-cog";
import IconReplace from "~icons/lucide/replace";
import { createSignal, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { FileInput } from "#web/features/analytics/list/file-input.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { ChangeDialog, type ChangeMode } from "./change-dialog.tsx";

/** Replaces the file of a data set, or adds the rows of another one. */
export function FileChanges(props: { library: Library; dataSet: DataSet; onChanged: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const words = () => t().analytics.files;
  const [mode, setMode] = createSignal<ChangeMode>("replace");
  const [file, setFile] = createSignal<File>();
  let input: HTMLInputElement | undefined;
  const pick = (next: ChangeMode) => {
    setMode(next);
    input?.click();
  };
  const done = ({ rows }: DataSet) => {
    setFile(undefined);
    toasts.show({ text: words().changed(rows, f().number(rows)) });
    props.onChanged();
  };
  return (
    <>
      <FileInput ref={(element) => (input = element)} onFile={setFile} testId="change-file" />
      <DropdownMenu
        placement="bottom-end"
        items={[
          { label: words().replace, icon: IconReplace, onSelect: () => pick("replace") },
          { label: words().append, icon: IconAppend, onSelect: () => pick("append") },
        ]}
        trigger={(attributes) => (
          <Button {...attributes} icon={IconFile}>
            {words().file}
          </Button>
        )}
      />
      <Show when={file()} keyed>
        {(chosen) => (
          <ChangeDialog
            library={props.library}
            dataSet={props.dataSet}
            file={chosen}
            mode={mode()}
            onChanged={done}
            onClose={() => setFile(undefined)}
          />
        )}
      </Show>
    </>
  );
}
