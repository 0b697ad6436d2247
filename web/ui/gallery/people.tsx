import IconLate from "~icons/lucide/calendar-x";
import IconSoon from "~icons/lucide/calendar-clock";
import IconOver from "~icons/lucide/triangle-alert";
import IconConflict from "~icons/lucide/git-compare-arrows";
import IconFilter from "~icons/lucide/funnel";
import { For } from "solid-js";
import { AvatarStack, Avatar, type Person } from "#web/ui/avatar.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Chip, StatusChip } from "#web/ui/chip.tsx";
import { AddFilterChip, FilterChip } from "#web/ui/filter-chip.tsx";
import { PriorityIcon, type Priority } from "#web/ui/priority-icon.tsx";
import { ProgressBar, ProgressRing } from "#web/ui/progress.tsx";
import { STAGE_SHAPES, StageIcon, stageIcons } from "#web/ui/stage-icon.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { SWATCHES } from "#web/ui/tone.ts";
import { Row, Section } from "./section.tsx";

const PEOPLE: Person[] = [
  { id: "usr_karim", name: "Karim Benali", presence: "online" },
  { id: "usr_solene", name: "Solène Le Goff", presence: "online" },
  { id: "usr_thomas", name: "Thomas Girard", presence: "online" },
  { id: "usr_hugo", name: "Hugo Lefèvre", presence: "away" },
  { id: "usr_ines", name: "Inès Roussel" },
  { id: "usr_mathilde", name: "Mathilde Perrin" },
];
const LEVELS: Priority[] = ["none", "low", "medium", "high", "urgent"];

export function People() {
  return (
    <Section title="People, chips, progress">
      <Row>
        <AvatarStack people={PEOPLE} size={24} />
        <AvatarStack people={PEOPLE.slice(4)} />
        <Avatar person={{ id: "me", name: "Claire Morvan", presence: "online" }} self size={28} />
        <Avatar person={{ id: "x", name: "Mathilde" }} size={36} />
        <Badge count={4} filled />
        <Badge count={5} />
        <Badge count={240} filled />
      </Row>
      <Row>
        <StatusChip tone="neutral" icon={stageIcons.dashed}>
          Nouveau
        </StatusChip>
        <StatusChip tone="neutral" icon={stageIcons.empty}>
          Contacté
        </StatusChip>
        <StatusChip tone="neutral" icon={stageIcons.dotted}>
          RDV pris
        </StatusChip>
        <StatusChip tone="accent" icon={stageIcons.dot}>
          En étude
        </StatusChip>
        <StatusChip tone="ok" icon={stageIcons.check}>
          Signé
        </StatusChip>
        <StatusChip tone="neutral" icon={stageIcons.done}>
          Livré
        </StatusChip>
      </Row>
      <Row>
        <StatusChip tone="bad" icon={IconLate}>
          2 en retard
        </StatusChip>
        <StatusChip tone="warn" icon={IconSoon}>
          Demain
        </StatusChip>
        <StatusChip tone="warn" icon={IconOver}>
          5/4
        </StatusChip>
        <StatusChip tone="bad" icon={IconConflict}>
          À trancher
        </StatusChip>
        <Chip tone="info">Brouillon</Chip>
        <Chip tone="live">Mathilde, 3 s</Chip>
        <Chip>Validation</Chip>
      </Row>
      <Row>
        <For each={SWATCHES}>{(color) => <Tag label={`Structure ${color}`} color={color} />}</For>
        <Tag label="EXE" color="c2" onRemove={() => undefined} />
      </Row>
      <Row>
        <For each={LEVELS}>{(level) => <PriorityIcon level={level} />}</For>
        <For each={STAGE_SHAPES}>{(shape) => <StageIcon shape={shape} size={16} />}</For>
        <StageIcon shape="dotted" tone="accent" size={16} />
        <StageIcon shape="check" tone="ok" size={16} />
      </Row>
      <Row>
        <FilterChip field="Étape" operator="sauf" value="Perdu" onRemove={() => undefined} />
        <FilterChip field="Période" value="janv. – oct. 2026" />
        <FilterChip
          field="Agence"
          value="Grenoble"
          active
          icon={IconFilter}
          onRemove={() => undefined}
        />
        <AddFilterChip />
      </Row>
      <Row>
        <For each={[0, 1, 3, 5]}>
          {(done) => (
            <span class="num inline-flex items-center gap-1.5 text-ink-2">
              <ProgressRing done={done} total={5} /> {done}/5
            </span>
          )}
        </For>
      </Row>
      <ProgressBar label="Téléversement" value={62} valueText="31 fichiers sur 50" />
      <ProgressBar label="Budget" value={96} tone="bad" />
      <ProgressBar label="Analyse" />
    </Section>
  );
}
