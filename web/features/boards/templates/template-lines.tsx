import IconTrash from "~icons/lucide/trash-2";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { DraftList } from "./template-draft.ts";

/** A checklist of a template: its name, and its lines as lines of text. */
export function TemplateLines(props: {
  list: DraftList;
  label: string;
  error: string | undefined;
  onChange: (change: Partial<DraftList>) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const words = () => t().cardTemplates.field;
  return (
    <fieldset class="flex flex-col gap-2 rounded-3 border border-line p-3">
      <legend class="px-1 font-medium">{props.label}</legend>
      <div class="flex items-end gap-2">
        <TextField
          class="flex-1"
          label={words().listName}
          value={props.list.name}
          placeholder={t().boardCard.checklist.usual}
          onInput={(name) => props.onChange({ name })}
          maxLength={100}
        />
        <IconButton
          icon={IconTrash}
          label={words().removeList(props.list.name.trim() || props.label)}
          onClick={() => props.onRemove()}
        />
      </div>
      <TextArea
        label={words().items}
        value={props.list.items}
        error={props.error}
        onInput={(items) => props.onChange({ items })}
        rows={4}
      />
    </fieldset>
  );
}
