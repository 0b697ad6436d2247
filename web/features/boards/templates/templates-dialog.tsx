import IconAlert from "~icons/lucide/octagon-alert";
import IconPlus from "~icons/lucide/plus";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { CardTemplate, TemplateFields } from "#domain/boards/card-template.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { putTemplate, removeTemplate } from "./queries.ts";
import { SaveAsTemplate } from "./save-as-template.tsx";
import { TemplateDialog } from "./template-dialog.tsx";
import { TemplateRow } from "./template-row.tsx";
import { useTemplates } from "./use-templates.ts";

/** The card templates of a board: to make cards of, write, change, copy and delete. */
export function TemplatesDialog(props: { onClose: () => void; onOpen: (card: string) => void }) {
  const t = useTexts();
  const say = useProblemText();
  const room = useRoom();
  const toasts = useToasts();
  const templates = useTemplates();
  const [making, setMaking] = createSignal<TemplateFields | "empty" | null>(null);
  const [editing, setEditing] = createSignal<CardTemplate | null>(null);
  const words = () => t().cardTemplates;

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
    await templates.readAgain();
  };
  const remove = (template: CardTemplate) =>
    attempt(async () => {
      const gone = await removeTemplate(template);
      toasts.show({
        text: words().removed(gone.name),
        onUndo: () => void attempt(() => putTemplate(gone)),
      });
    });
  const change = async (template: CardTemplate, fields: TemplateFields) => {
    try {
      await putTemplate({ ...template, ...fields });
    } catch (error) {
      const current = error instanceof ApiProblem ? error.params["current"] : undefined;
      // Whoever saves once more has seen that it was changed, and means to replace that.
      if (current) setEditing(current as CardTemplate);
      throw error;
    }
    await templates.readAgain();
    toasts.show({ text: words().replaced(fields.name) });
  };
  const use = (template: CardTemplate) => {
    const card = templates.make(template);
    if (card) props.onOpen(card);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      description={words().lead}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.close}</Button>
          <Show when={room.may.write()}>
            <Button kind="primary" icon={IconPlus} onClick={() => setMaking("empty")}>
              {words().create}
            </Button>
          </Show>
        </>
      }
    >
      <Switch>
        <Match when={templates.state() === "loading"}>
          <Skeleton class="h-24" />
        </Match>
        <Match when={templates.state() === "away"}>
          <Banner
            tone="bad"
            icon={IconAlert}
            action={
              <Button size="sm" onClick={() => void templates.readAgain()}>
                {t().ui.retry}
              </Button>
            }
          >
            {words().composer.away}
          </Banner>
        </Match>
        <Match when={templates.all().length === 0}>
          <EmptyState
            title={words().none}
            body={room.may.write() ? words().noneBody : words().noneRead}
          />
        </Match>
        <Match when={templates.all().length > 0}>
          <ul class="-mx-2 divide-y divide-line">
            <EachById items={templates.all()}>
              {(template) => (
                <TemplateRow
                  template={template()}
                  onUse={() => use(template())}
                  onEdit={() => setEditing(template())}
                  onCopy={() => {
                    const { name, title, description, priority } = template();
                    const { tags, cover, dueIn, checklists } = template();
                    const fields = { title, description, priority, tags, cover, dueIn, checklists };
                    setMaking({ name: words().copyOf(name).slice(0, 60), ...fields });
                  }}
                  onRemove={() => void remove(template())}
                />
              )}
            </EachById>
          </ul>
        </Match>
      </Switch>
      <Show when={making()}>
        {(first) => (
          <SaveAsTemplate card={null} first={fieldsIn(first())} onClose={() => setMaking(null)} />
        )}
      </Show>
      <Show when={editing() !== null}>
        <Editing template={editing} onSave={change} onClose={() => setEditing(null)} />
      </Show>
    </Dialog>
  );
}

const fieldsIn = (first: TemplateFields | "empty") => (first === "empty" ? undefined : first);

/** One template in its form, saved at the version that is known last. */
function Editing(props: {
  template: () => CardTemplate | null;
  onSave: (template: CardTemplate, fields: TemplateFields) => Promise<void>;
  onClose: () => void;
}) {
  const t = useTexts();
  const templates = useTemplates();
  return (
    <Show when={props.template()}>
      {(template) => (
        <TemplateDialog
          title={t().cardTemplates.editTitle}
          first={template()}
          taken={(name) => (templates.named(name, template().id) ? "refused" : null)}
          onClose={() => props.onClose()}
          onSave={(fields) => props.onSave(template(), fields)}
        />
      )}
    </Show>
  );
}
