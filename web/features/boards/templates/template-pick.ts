import { createEffect, createSignal, createUniqueId } from "solid-js";
import type { CardTemplate } from "#domain/boards/card-template.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createListNavigation } from "#web/ui/list-navigation.ts";
import { findMatch } from "#web/ui/match.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useTemplateWords } from "./template-words.ts";
import type { useTemplates } from "./use-templates.ts";

/**
 * Choosing a template while a title is typed: `/` at its beginning opens the list and what follows searches it, or a button
 * does. The field keeps the focus; a chosen template gives it its title, unless one was typed already.
 */
export function createTemplatePick(input: {
  templates: ReturnType<typeof useTemplates>;
  title: () => string;
  setTitle: (title: string) => void;
  field: () => HTMLTextAreaElement | HTMLInputElement;
}) {
  const t = useTexts();
  const room = useRoom();
  const words = useTemplateWords();
  const [asked, setAsked] = createSignal(false);
  const [closed, setClosed] = createSignal(false);
  const [chosen, setChosen] = createSignal<CardTemplate | null>(null);
  const list = createUniqueId();
  const slash = () => input.title().startsWith("/");
  const open = () => asked() || (slash() && !closed());
  const typed = () => (slash() ? input.title().slice(1).trim() : "");
  const matches = () => {
    const all = open() ? input.templates.all() : [];
    return typed() === "" ? all : all.filter(({ name }) => findMatch(name, typed()));
  };
  createEffect(() => !slash() && setClosed(false));
  const close = () => {
    setAsked(false);
    setClosed(slash());
  };
  const choose = (template: CardTemplate) => {
    const own = !slash() && input.title().trim() !== "";
    setAsked(false);
    setChosen(template);
    if (!own) input.setTitle(template.title);
    room.say(t().cardTemplates.composer.chosen(template.name, words(template)));
    queueMicrotask(() => {
      const field = input.field();
      field.focus();
      // What stands there is the template's: typing replaces it.
      if (!own) field.select();
    });
  };
  const nav = createListNavigation({
    count: () => matches().length,
    onChoose(index) {
      const template = matches()[index];
      if (template) choose(template);
    },
  });
  return {
    open,
    matches,
    choose,
    chosen,
    clear: () => setChosen(null),
    /** The chosen one is taken off by hand. */
    remove() {
      input.field().focus();
      setChosen(null);
    },
    /** Of the list. */
    id: list,
    /** What the field says of the list. */
    field: () => ({
      "aria-autocomplete": "list" as const,
      "aria-controls": matches().length > 0 ? list : undefined,
      "aria-activedescendant": matches().length > 0 ? nav.optionId(nav.active()) : undefined,
    }),
    active: nav.active,
    setActive: nav.setActive,
    optionId: nav.optionId,
    /** Of the button. */
    toggle() {
      if (open()) close();
      else setAsked(true);
      nav.setActive(0);
      input.field().focus();
    },
    /** Something was typed: a list that was opened by button has nothing to do with it. */
    typed() {
      setAsked(false);
      nav.setActive(0);
    },
    /** Whether a key was the list's. */
    onKeyDown(event: KeyboardEvent): boolean {
      if (!open() || event.isComposing) return false;
      if (event.key === "Escape") close();
      else if (event.shiftKey || matches().length === 0) return false;
      else {
        nav.onKeyDown(event);
        return event.defaultPrevented;
      }
      event.preventDefault();
      return true;
    },
  };
}

export type TemplatePick = ReturnType<typeof createTemplatePick>;
