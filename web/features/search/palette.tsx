import { createMemo, createSignal } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSettled } from "#web/lib/settled.ts";
import { CommandPalette } from "#web/ui/palette/command-palette.tsx";
import type { PaletteGroup } from "#web/ui/palette/palette-item.ts";
import { useTemplateCommands } from "#web/features/boards/templates/template-commands.ts";
import { useCommands } from "./commands.ts";
import { matchesWords, readQuery } from "./match-words.ts";
import { usePeople } from "./people.tsx";
import { useRecords } from "./records.ts";

/** ⌘K: records, pages and commands. `>` leaves only commands, `@` only people. */
export function Palette(props: { onClose: () => void }) {
  const t = useTexts();
  const [typed, setTyped] = createSignal("");
  const query = createMemo(() => readQuery(typed()));
  const settled = createSettled(() => (query().kind === "all" ? query().text : ""), 120);
  const commands = useCommands();
  const templates = useTemplateCommands();
  const people = usePeople();
  const records = useRecords(settled);

  const groups = createMemo((): PaletteGroup[] => {
    const { kind, text: initialText } = query();
    const matching = (items: ReturnType<typeof commands.go>) =>
      items.filter((item) => matchesWords(`${item.label} ${item.detail ?? ""}`, initialText));
    const found = kind === "all" ? records.items() : [];
    const named = kind === "people" || (kind === "all" && initialText) ? people(initialText) : [];
    const go = kind === "people" ? [] : matching(commands.go());
    // A board may have a hundred of them: they come once something is typed.
    const made = initialText ? templates() : [];
    const act = kind === "people" ? [] : matching([...commands.act(), ...made]);
    const words = t().search.groups;
    return [
      { id: "records", label: words.records, items: found },
      { id: "go", label: words.go, items: go },
      { id: "actions", label: words.actions, items: act },
      { id: "people", label: words.people, items: named },
    ];
  });

  return (
    <CommandPalette
      open
      onOpenChange={(open) => !open && props.onClose()}
      query={typed()}
      onQuery={setTyped}
      groups={groups()}
      placeholder={t().search.placeholder}
      loading={records.loading()}
    />
  );
}
