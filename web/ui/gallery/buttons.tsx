import IconMore from "~icons/lucide/ellipsis";
import IconPlus from "~icons/lucide/plus";
import IconShare from "~icons/lucide/share-2";
import IconUpload from "~icons/lucide/upload";
import IconX from "~icons/lucide/x";
import IconCheck from "~icons/lucide/check";
import IconChevron from "~icons/lucide/chevron-down";
import { For } from "solid-js";
import { Button, type ButtonSize } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { Row, Section } from "./section.tsx";

const SIZES: ButtonSize[] = ["sm", "md", "lg"];

export function Buttons() {
  return (
    <Section title="Button, IconButton, Kbd">
      <For each={SIZES}>
        {(size) => (
          <Row>
            <Button kind="primary" size={size} icon={IconPlus} kbd="C">
              Client
            </Button>
            <Button size={size} icon={IconUpload}>
              Importer
            </Button>
            <Button kind="ghost" size={size}>
              Tri : manuel
            </Button>
            <Button kind="danger" size={size} icon={IconX}>
              Refuser…
            </Button>
            <IconButton size={size} icon={IconMore} label="Plus d’actions" />
            <IconButton size={size} kind="secondary" icon={IconShare} label="Partager" />
          </Row>
        )}
      </For>
      <Row>
        <Button kind="primary" loading>
          Approuver
        </Button>
        <Button loading>Réessayer</Button>
        <Button kind="primary" disabled icon={IconCheck}>
          Approuver
        </Button>
        <Button disabled>Importer</Button>
        <Button kind="ghost" disabled>
          Trier
        </Button>
        <Button iconAfter={IconChevron}>Novembre 2026</Button>
      </Row>
      <Row>
        <IconButton icon={IconShare} label="Épinglé" pressed />
        <IconButton icon={IconShare} label="Désactivé" disabled />
        <IconButton icon={IconPlus} kind="primary" label="Ajouter" kbd="C" />
        <Kbd keys="⌘K" />
        <Kbd keys={["⇧", "L"]} />
        <Kbd keys="Échap" />
        <TextButton>Tout voir</TextButton>
      </Row>
    </Section>
  );
}
