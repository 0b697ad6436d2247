import IconAppend from "~icons/lucide/list-plus";
import IconFile from "~icons/lucide/file-cog";
import IconReplace from "~icons/lucide/replace";
import IconEdit from "~icons/lucide/list-checks";
import IconRename from "~icons/lucide/pencil";
import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { RenameDialog } from "#web/features/analytics/import/rename-dialog.tsx";
import type { Library } from "#web/features/analytics/library.ts";
import { FileInput } from "#web/features/analytics/list/file-input.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import type { ChangeMode } from "./change-file.ts";
import { lastChange } from "./last-change.ts";

/** Replaces the file of a data set, or adds the rows of another one. */
export function FileChanges(props: { library: Library; dataSet: DataSet; onChanged: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const navigate = useNavigate();
  const words = () => t().analytics.files;
  const [mode, setMode] = createSignal<ChangeMode>("replace");
  const [file, setFile] = createSignal<File>();
  const [renaming, setRenaming] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const pick = (next: ChangeMode) => {
    setMode(next);
    input?.click();
  };
  const done = ({ id, rows }: DataSet, undo: () => Promise<void>) => {
    setFile(undefined);
    const back = async () => {
      await undo();
      props.onChanged();
    };
    const holds = lastChange(id);
    const text = words().changed(rows, f().number(rows));
    toasts.show({ text, holds, onUndo: () => void back() });
    props.onChanged();
  };
  const rename = async (name: string) => {
    await props.library.rename(props.dataSet, name);
    props.onChanged();
  };
  return (
    <>
      <FileInput ref={(element) => (input = element)} onFile={setFile} testId="change-file" />
      <DropdownMenu
        placement="bottom-end"
        items={[
          {
            label: words().edit,
            icon: IconEdit,
            onSelect: () => navigate(`/analytics/${props.dataSet.id}/edit`),
          },
          { label: words().rename, icon: IconRename, onSelect: () => setRenaming(true) },
          { label: words().replace, icon: IconReplace, onSelect: () => pick("replace") },
          { label: words().append, icon: IconAppend, onSelect: () => pick("append") },
        ]}
        trigger={(attributes) => (
          <Button {...attributes} icon={IconFile}>
            {words().file}
          </Button>
        )}
      />
      <Show when={renaming()}>
        <RenameDialog
          name={props.dataSet.fileName}
          onSave={(name) => name.trim() !== "" && void rename(name.trim())}
          onClose={() => setRenaming(false)}
        />
      </Show>
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
