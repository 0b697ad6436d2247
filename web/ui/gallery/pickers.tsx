import IconCard from "~icons/lucide/square-kanban";
import IconHard from "~icons/lucide/hard-hat";
import IconMove from "~icons/lucide/arrow-right-left";
import IconAsk from "~icons/lucide/sparkles";
import { createSignal } from "solid-js";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { findMatch } from "#web/ui/match.ts";
import { CommandPalette } from "#web/ui/palette/command-palette.tsx";
import type { PaletteGroup } from "#web/ui/palette/palette-item.ts";
import { OWNERS } from "./sample-clients.ts";
import { Row, Section } from "./section.tsx";

const nothing = () => undefined;
const GROUPS: PaletteGroup[] = [
  {
    id: "records",
    label: "Fiches",
    items: [
      {
        id: "1",
        label: "Résidence Les Tilleuls",
        detail: "Chantier 2024-031 · Structure",
        icon: IconHard,
        onSelect: nothing,
        actions: [{ id: "1a", label: "Copier le lien", onSelect: nothing }],
      },
      {
        id: "2",
        label: "Note de calcul sismique, bâtiment B",
        detail: "EC-207 · En cours · Résidence Les Tilleuls",
        icon: IconCard,
        after: () => <Avatar person={{ id: "usr_karim", name: "Karim Benali" }} />,
        onSelect: nothing,
      },
    ],
  },
  {
    id: "cards",
    label: "Sur les 2 cartes sélectionnées",
    items: [{ id: "3", label: "Déplacer vers…", icon: IconMove, kbd: "M", onSelect: nothing }],
  },
  {
    id: "ask",
    label: "Demander",
    items: [
      { id: "4", label: "Demander à Analyses", icon: IconAsk, kbd: ["⌘", "↵"], onSelect: nothing },
    ],
  },
];

export function Pickers() {
  const [date, setDate] = createSignal<string | undefined>("2026-11-24");
  const [owner, setOwner] = createSignal<string | undefined>("usr_ines");
  const [people, setPeople] = createSignal<string[]>(["usr_ines", "usr_karim"]);
  const [open, setOpen] = createSignal(false);
  const [query, setQuery] = createSignal("");
  const [context, setContext] = createSignal(true);
  const options = OWNERS.map((person) => ({
    value: person.id,
    label: person.name,
    mark: () => <Avatar person={person} decorative />,
  }));
  const found = () =>
    GROUPS.map((group) => ({
      ...group,
      items: group.items.filter(
        (item) => !query() || findMatch(`${item.label} ${item.detail ?? ""}`, query()),
      ),
    }));
  return (
    <Section title="DatePicker, Combobox, CommandPalette">
      <div class="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <DatePicker label="Échéance" value={date()} onChange={setDate} today="2026-11-21" />
        <DatePicker label="Réception" value={undefined} onChange={setDate} hint="Facultatif" />
        <Combobox label="Responsable" options={options} value={owner()} onChange={setOwner} />
        <Combobox
          label="Assignés"
          multiple
          options={options}
          value={people()}
          onChange={setPeople}
        />
      </div>
      <Row>
        <Button kbd="⌘K" onClick={() => setOpen(true)}>
          CommandPalette
        </Button>
      </Row>
      <CommandPalette
        open={open()}
        onOpenChange={setOpen}
        query={query()}
        onQuery={setQuery}
        groups={found()}
        placeholder="Rechercher ou agir"
        context={context() ? { label: "2 cartes", onRemove: () => setContext(false) } : undefined}
      />
    </Section>
  );
}
