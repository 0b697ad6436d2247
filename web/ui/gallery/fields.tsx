import IconSearch from "~icons/lucide/search";
import IconList from "~icons/lucide/list";
import IconBoard from "~icons/lucide/square-kanban";
import IconCalendar from "~icons/lucide/calendar";
import { createSignal } from "solid-js";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { Select } from "#web/ui/select.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { Row, Section } from "./section.tsx";

export function Fields() {
  const [text, setText] = createSignal("claire.morvan@atelier-morvan.fr");
  const [secret, setSecret] = createSignal("correct horse");
  const [separator, setSeparator] = createSignal<string>("semicolon");
  const [view, setView] = createSignal("board");
  const [on, setOn] = createSignal(true);
  const [checked, setChecked] = createSignal(true);
  const options = [
    { value: "semicolon", label: "Point-virgule ;" },
    { value: "comma", label: "Virgule ,", note: "par défaut" },
    { value: "tab", label: "Tabulation", disabled: true },
  ];
  return (
    <Section title="Fields">
      <div class="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <TextField label="Adresse e-mail" type="email" value={text()} onInput={setText} />
        <TextField label="Montant estimé" numeric suffix="€" value="45 000,00" hint="Hors taxes" />
        <PasswordField
          label="Mot de passe"
          autocomplete="current-password"
          value={secret()}
          onInput={setSecret}
          aside={<TextButton>Mot de passe oublié</TextButton>}
        />
        <TextField
          label="SIREN"
          value="848 213 90"
          error="Un SIREN a 9 chiffres ; il en manque un."
        />
        <TextField
          label="Rechercher"
          labelHidden
          icon={IconSearch}
          size="sm"
          placeholder="Rechercher"
        />
        <TextField label="Désactivé" value="Lecture seule" disabled labelHidden />
        <Select
          label="Séparateur"
          options={options}
          value={separator()}
          onChange={setSeparator}
          hint="Sûr : 7 colonnes sur 99,9 % des lignes"
        />
        <Select
          label="Encodage"
          options={options}
          value={undefined}
          placeholder="Choisir"
          onChange={setSeparator}
          error="Choisissez un encodage."
        />
      </div>
      <TextArea label="Motif du refus" value="" placeholder="Ce qui manque pour approuver" />
      <Row>
        <SegmentedControl
          label="Affichage"
          value={view()}
          onChange={setView}
          options={[
            { value: "board", label: "Tableau", icon: IconBoard },
            { value: "list", label: "Liste", icon: IconList },
            { value: "calendar", label: "Calendrier", icon: IconCalendar },
          ]}
        />
        <SegmentedControl
          label="Relations"
          value={view()}
          onChange={setView}
          options={[
            { value: "board", label: "Tableau", icon: IconBoard, iconOnly: true },
            { value: "list", label: "Liste", icon: IconList, iconOnly: true },
          ]}
        />
      </Row>
      <Row>
        <Checkbox label="Renforcer le voile" checked={checked()} onChange={setChecked} />
        <Checkbox label="Une partie" checked="mixed" onChange={setChecked} />
        <Checkbox label="Libre" checked={false} onChange={setChecked} />
        <Checkbox label="Désactivée" checked={false} disabled onChange={setChecked} />
      </Row>
      <Switch
        label="Autoriser l’envoi de lignes"
        hint="Désactivé. Par question, 20 lignes au plus, toujours montrées avant."
        checked={on()}
        onChange={setOn}
      />
      <Switch label="Rappels par courriel" checked={!on()} onChange={(next) => setOn(!next)} />
    </Section>
  );
}
