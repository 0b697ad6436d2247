import IconArrow from "~icons/lucide/arrow-right-left";
import IconMore from "~icons/lucide/ellipsis";
import IconTag from "~icons/lucide/tag";
import IconTrash from "~icons/lucide/trash-2";
import { createSignal, Show } from "solid-js";
import { Button } from "#web/ui/button.tsx";
import { ContextMenu } from "#web/ui/context-menu.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { Popover } from "#web/ui/popover.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { Row, Section } from "./section.tsx";

export function Overlays() {
  const toasts = useToasts();
  const [dialog, setDialog] = createSignal(false);
  const [slide, setSlide] = createSignal(false);
  const [tab, setTab] = createSignal("activity");
  const [grouped, setGrouped] = createSignal(true);
  const archive = () => toasts.show({ text: "Carte EC-207 archivée", onUndo: () => undefined });
  const menu = (): MenuEntry[] => [
    { label: "Déplacer vers…", icon: IconArrow, kbd: "M", onSelect: () => undefined },
    {
      kind: "sub",
      label: "Étiquettes",
      icon: IconTag,
      items: [{ label: "Structure", chosen: true, onSelect: () => undefined }],
    },
    { kind: "check", label: "Grouper par client", checked: grouped(), onChange: setGrouped },
    { kind: "separator" },
    {
      kind: "group",
      label: "Carte",
      items: [{ label: "Archiver", icon: IconTrash, danger: true, onSelect: archive }],
    },
  ];
  return (
    <Section title="Menus, panels, toasts, tabs">
      <Row>
        <DropdownMenu
          items={menu()}
          trigger={(attributes) => (
            <IconButton {...attributes} icon={IconMore} label="Plus d’actions" />
          )}
        />
        <Popover
          label="Filtrer par étape"
          trigger={(attributes) => <Button {...attributes}>Popover</Button>}
        >
          <TextField label="Valeur" />
        </Popover>
        <Button onClick={() => setDialog(true)}>Dialog</Button>
        <Button onClick={() => setSlide(true)}>SlideOver</Button>
        <Button onClick={archive}>Toast</Button>
        <Button
          onClick={() =>
            toasts.show({ text: "L’import s’est arrêté à la ligne 9 214", tone: "bad" })
          }
        >
          Toast (bad)
        </Button>
      </Row>
      <ContextMenu
        items={menu()}
        class="rounded-2 border border-dashed border-line-2 p-3 text-ink-2"
      >
        Clic droit ou appui long ici
      </ContextMenu>
      <Tabs
        label="Fiche"
        value={tab()}
        onChange={setTab}
        tabs={[
          { value: "activity", label: "Activité" },
          { value: "projects", label: "Chantiers", count: 2 },
          { value: "files", label: "Documents", count: 41 },
        ]}
      >
        {(value) => <p class="text-ink-2">{value}</p>}
      </Tabs>
      <Dialog
        open={dialog()}
        onOpenChange={setDialog}
        title="Refuser l’avenant n° 3"
        description="Le motif sera envoyé à Solène Le Goff."
        actions={
          <>
            <Button onClick={() => setDialog(false)}>Annuler</Button>
            <Button kind="primary" onClick={() => setDialog(false)}>
              Refuser
            </Button>
          </>
        }
      >
        <TextField label="Motif" />
      </Dialog>
      <Show when={slide()}>
        <div class="pointer-events-none fixed inset-0 z-slide [&>*]:pointer-events-auto">
          <SlideOver
            title="Résidence Les Tilleuls"
            head={<span>Client 10 sur 18</span>}
            onClose={() => setSlide(false)}
            scrim
            widthKey="gallery"
          >
            <h3 class="text-title font-semibold">Résidence Les Tilleuls</h3>
            <TextField label="Montant estimé" value="45 000,00" suffix="€" numeric />
          </SlideOver>
        </div>
      </Show>
    </Section>
  );
}
