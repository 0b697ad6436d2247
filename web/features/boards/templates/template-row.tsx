import IconCopy from "~icons/lucide/copy";
import IconMore from "~icons/lucide/ellipsis";
import IconPencil from "~icons/lucide/pencil";
import IconPlus from "~icons/lucide/plus";
import IconTrash from "~icons/lucide/trash-2";
import { Show } from "solid-js";
import type { CardTemplate } from "#domain/boards/card-template.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { swatchFill } from "#web/ui/tone.ts";
import { useTemplateWords } from "./template-words.ts";

/** A template in the list: what it brings, and what can be done with it by whoever may write. */
export function TemplateRow(props: {
  template: CardTemplate;
  onUse: () => void;
  onEdit: () => void;
  onCopy: () => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const words = useTemplateWords();
  const texts = () => t().cardTemplates;
  const items = (): MenuEntry[] => [
    { label: texts().use, icon: IconPlus, onSelect: () => props.onUse() },
    { label: texts().edit, icon: IconPencil, onSelect: () => props.onEdit() },
    { label: texts().duplicate, icon: IconCopy, onSelect: () => props.onCopy() },
    { kind: "separator" },
    { label: texts().remove, icon: IconTrash, danger: true, onSelect: () => props.onRemove() },
  ];
  const text = () => (
    <>
      <span class="block truncate font-medium">{props.template.name}</span>
      <span class="block truncate text-small text-ink-3">
        {[props.template.title, words(props.template)].filter(Boolean).join(" – ")}
      </span>
    </>
  );
  return (
    <li class="relative flex min-h-12 items-center gap-2 rounded-2 px-2 py-1.5 hover:bg-hover">
      <span
        aria-hidden="true"
        class={cx(
          "h-8 w-1 shrink-0 rounded-full",
          props.template.cover ? swatchFill[props.template.cover] : "bg-line-2",
        )}
      />
      <Show when={props.template.can.write} fallback={<span class="min-w-0 flex-1">{text()}</span>}>
        <button
          type="button"
          aria-label={texts().open(props.template.name)}
          class="min-w-0 flex-1 text-left after:absolute after:inset-0 after:rounded-2"
          onClick={() => props.onEdit()}
        >
          {text()}
        </button>
        <span class="relative z-2">
          <DropdownMenu
            placement="bottom-end"
            items={items()}
            trigger={(attributes) => (
              <IconButton
                {...attributes}
                icon={IconMore}
                label={texts().menu(props.template.name)}
                quiet
              />
            )}
          />
        </span>
      </Show>
    </li>
  );
}
