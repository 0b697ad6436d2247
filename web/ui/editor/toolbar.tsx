import IconBold from "~icons/lucide/bold";
import IconCode from "~icons/lucide/code";
import IconItalic from "~icons/lucide/italic";
import IconLink from "~icons/lucide/link";
import IconList from "~icons/lucide/list";
import IconCheck from "~icons/lucide/list-checks";
import { For } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { MOD } from "#web/lib/shortcuts.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { type Mark, MARKS } from "./marks.ts";

const ICONS = {
  bold: IconBold,
  italic: IconItalic,
  link: IconLink,
  list: IconList,
  check: IconCheck,
  code: IconCode,
};

/** Keys of the marks, with Ctrl or ⌘; `shift` where one needs that as well. */
const KEYS: Record<Mark, { key: string; shift?: true }> = {
  bold: { key: "b" },
  italic: { key: "i" },
  link: { key: "k" },
  code: { key: "e" },
  list: { key: "8", shift: true },
  check: { key: "9", shift: true },
};

/** The mark that a key asks for; undefined for every other key. */
export function markOf(event: KeyboardEvent): Mark | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  return MARKS.find((mark) => {
    const { key, shift } = KEYS[mark];
    const pressed = shift ? event.code === `Digit${key}` : event.key.toLowerCase() === key;
    return pressed && event.shiftKey === (shift ?? false);
  });
}

const shown = (mark: Mark) => {
  const { key, shift } = KEYS[mark];
  const mod = MOD === "⌘" ? "⌘" : "Ctrl ";
  return `${mod}${shift ? "⇧" : ""}${key.toUpperCase()}`;
};

/** Buttons for what Markdown can do; the field keeps its selection. */
export function MarkToolbar(props: { onMark: (mark: Mark) => void }) {
  const t = useTexts();
  return (
    <div role="toolbar" aria-label={t().cardTalk.editor.tools} class="flex items-center">
      <For each={MARKS}>
        {(mark) => (
          <IconButton
            icon={ICONS[mark]}
            label={t().cardTalk.editor[mark]}
            kbd={shown(mark)}
            size="sm"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onMark(mark)}
          />
        )}
      </For>
    </div>
  );
}
