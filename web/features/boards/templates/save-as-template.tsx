import { createMemo } from "solid-js";
import { templateOfCard } from "#domain/boards/template-ops.ts";
import type { TemplateFields } from "#domain/boards/card-template.ts";
import { newId } from "#domain/ids.ts";
import { calendarDate, daysBetween } from "#web/lib/calendar-date.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { putTemplate } from "./queries.ts";
import { EMPTY_TEMPLATE } from "./template-draft.ts";
import { TemplateDialog } from "./template-dialog.tsx";
import { useTemplates } from "./use-templates.ts";

/** Makes a template of a card, or an empty one where there is none; one of the same name is replaced. */
export function SaveAsTemplate(props: {
  card: string | null;
  /** What it begins with instead. */
  first?: TemplateFields | undefined;
  onClose: () => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const templates = useTemplates();
  const first = createMemo((): TemplateFields => {
    const card = props.card === null ? undefined : room.live.card(props.card);
    if (!card) return props.first ?? EMPTY_TEMPLATE;
    const made = calendarDate(new Date(card.createdAt));
    const dueIn = card.dueOn === null ? null : daysBetween(made, card.dueOn);
    return { name: card.title.slice(0, 60).trim(), ...templateOfCard(card, dueIn) };
  });
  const save = async (fields: TemplateFields) => {
    const old = templates.named(fields.name);
    const boardId = room.record().id;
    const saved = await putTemplate({
      id: old?.id ?? newId("tpl"),
      version: old?.version ?? null,
      boardId,
      ...fields,
    });
    await templates.readAgain();
    const words = t().cardTemplates;
    toasts.show({ text: (old ? words.replaced : words.saved)(saved.name) });
  };
  return (
    <TemplateDialog
      title={props.card === null ? t().cardTemplates.create : t().cardTemplates.saveAsTitle}
      body={props.card === null ? undefined : t().cardTemplates.saveAsBody}
      first={first()}
      taken={(name) => (templates.named(name) ? "replaces" : null)}
      onClose={() => props.onClose()}
      onSave={save}
    />
  );
}
