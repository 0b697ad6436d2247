import { For, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { MOD } from "#web/lib/shortcuts.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { sectionsFor } from "./sections.ts";

type Line = { keys: readonly string[]; does: string };

/** Every key that does something, by place. */
export function ShortcutsDialog(props: { onClose: () => void }) {
  const t = useTexts();
  const words = () => t().app.shortcuts;
  const groups = (): { title: string; lines: Line[] }[] => [
    {
      title: words().general,
      lines: [
        { keys: [MOD, "K"], does: words().palette },
        { keys: ["?"], does: words().help },
        { keys: ["["], does: words().rail },
        { keys: [t().ui.escapeKey], does: words().close },
      ],
    },
    {
      title: words().go,
      lines: sectionsFor(session.can).map((section) => ({
        keys: ["G", section.letter.toUpperCase()],
        does: t().app.sections[section.key],
      })),
    },
    {
      title: words().lists,
      lines: [
        { keys: ["↑", "↓", "←", "→"], does: words().move },
        { keys: ["↵"], does: words().edit },
        { keys: ["⇥"], does: words().next },
        { keys: [words().space], does: words().select },
        { keys: ["F"], does: words().filter },
        { keys: ["C"], does: words().create },
      ],
    },
    {
      title: words().boards,
      lines: [
        { keys: [words().space], does: words().pick },
        { keys: ["↑", "↓", "←", "→"], does: words().carry },
        { keys: ["M"], does: words().moveTo },
        { keys: ["X"], does: words().selectCard },
        { keys: [MOD, "Z", "Y"], does: words().undo },
        { keys: ["A"], does: t().boardScreen.select.assign },
        { keys: ["D"], does: t().boardScreen.card.due },
        { keys: ["L"], does: t().boardScreen.card.tags },
        { keys: ["P"], does: t().boardScreen.card.priority },
        { keys: ["E"], does: t().boardCard.archive.bulk },
        { keys: [t().ui.deleteKey], does: t().boardScreen.select.remove },
        { keys: ["C"], does: words().create },
        { keys: ["/"], does: t().cardTemplates.composer.shortcut },
      ],
    },
  ];
  return (
    <Dialog open onOpenChange={(open) => !open && props.onClose()} title={words().title} width="lg">
      <div class="grid grid-cols-2 gap-x-10 gap-y-5 pb-4 phone:grid-cols-1">
        <For each={groups()}>{(group) => <Group title={group.title} lines={group.lines} />}</For>
      </div>
    </Dialog>
  );
}

function Group(props: { title: string; lines: readonly Line[] }): JSX.Element {
  return (
    <section>
      <h3 class="pb-1 text-small text-ink-3">{props.title}</h3>
      <dl>
        <For each={props.lines}>
          {(line) => (
            <div class="flex h-8 items-center justify-between gap-4 border-b border-line">
              <dt>{line.does}</dt>
              <dd class="flex gap-1">
                <For each={line.keys}>
                  {(key) => (
                    <kbd class="inline-flex h-5 min-w-5 items-center justify-center rounded-1 border border-line-2 bg-raised px-1 font-sans text-micro font-medium text-ink-2">
                      {key}
                    </kbd>
                  )}
                </For>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}
