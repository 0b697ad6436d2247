import { createEffect, createSignal, createUniqueId, onMount, Show, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { applyMark, continueList, type Edit, type Selected } from "./marks.ts";
import { callAt, matching, mentionsIn, type Mentionable } from "./mention.ts";
import { replaceAround } from "./replace-around.ts";
import { MentionList } from "./mention-list.tsx";
import { usePictures } from "./pictures-context.ts";
import { Rendered } from "./rendered.tsx";
import { markOf, MarkToolbar } from "./toolbar.tsx";

/** Puts an edit into the field as if it were typed, so that the browser's own undo knows of it. */
function type(field: HTMLTextAreaElement, edit: Edit): void {
  field.focus();
  field.setSelectionRange(edit.from, edit.to);
  // The only way that keeps Ctrl Z; where it is gone the text still comes in.
  const typed = document.execCommand?.(
    edit.insert === "" ? "delete" : "insertText",
    false,
    edit.insert,
  );
  if (!typed) {
    field.setRangeText(edit.insert, edit.from, edit.to, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  field.setSelectionRange(edit.selectFrom, edit.selectTo);
}

const selectedIn = (field: HTMLTextAreaElement): Selected => {
  const { value: text, selectionStart: from, selectionEnd: to } = field;
  return { text, from, to };
};

/** A text in Markdown: written with buttons and keys, people called with @, pictures pasted, and seen as it will read. */
export function Editor(props: {
  label: string;
  value: string;
  onInput: (text: string) => void;
  /** Ctrl Enter. */
  onSubmit: () => void;
  onEscape: () => void;
  people: readonly Mentionable[];
  rows: number;
  /** Grows with its text instead of scrolling: where the text is the page. */
  tall?: boolean;
  /** The preview alone grows with its text: where something around it scrolls. */
  wholePreview?: boolean;
  most: number;
  placeholder?: string;
  autofocus?: boolean;
  actions: JSX.Element;
}) {
  const t = useTexts();
  const pictures = usePictures();
  const list = createUniqueId();
  const [view, setView] = createSignal<"write" | "preview">("write");
  const [call, setCall] = createSignal<{ at: number; typed: string } | null>(null);
  const [active, setActive] = createSignal(0);
  let field!: HTMLTextAreaElement;

  const scrolls = () => !props.tall && !props.wholePreview;
  const people = () => {
    const now = call();
    return now ? matching(props.people, now.typed) : [];
  };
  const look = () => {
    setCall(
      field.selectionStart === field.selectionEnd
        ? callAt(field.value, field.selectionStart)
        : null,
    );
    setActive(0);
  };
  const pick = (person: Mentionable | undefined) => {
    const now = call();
    if (!now || !person) return;
    const insert = `@${person.name} `;
    const caret = now.at + insert.length;
    const to = now.at + 1 + now.typed.length;
    type(field, { from: now.at, to, insert, selectFrom: caret, selectTo: caret });
    setCall(null);
  };
  const take = async (given: readonly File[]) => {
    const at = field.selectionStart;
    const markdown = await pictures.take?.(given);
    if (!markdown) return;
    const caret = at + markdown.length;
    type(field, { from: at, to: at, insert: markdown, selectFrom: caret, selectTo: caret });
  };
  /** What a key does while somebody is being picked. */
  const inList = (key: string): boolean => {
    const count = people().length;
    if (count === 0) return false;
    if (key === "ArrowDown") setActive((active() + 1) % count);
    else if (key === "ArrowUp") setActive((active() + count - 1) % count);
    else if (key === "Enter" || key === "Tab") pick(people()[active()]);
    else if (key === "Escape") setCall(null);
    else return false;
    return true;
  };
  const inText = (event: KeyboardEvent): boolean => {
    const mod = event.ctrlKey || event.metaKey;
    const mark = markOf(event);
    if (mark) type(field, applyMark(selectedIn(field), mark));
    else if (event.key === "Escape") props.onEscape();
    else if (event.key === "Enter" && mod) props.onSubmit();
    else if (event.key === "Enter" && !event.shiftKey) {
      const edit = continueList(selectedIn(field));
      if (!edit) return false;
      type(field, edit);
    } else return false;
    return true;
  };
  // A text that others changed meanwhile: the caret stays at the words where it was.
  createEffect(() => replaceAround(field, props.value));
  onMount(() => {
    if (props.autofocus) queueMicrotask(() => field.focus());
  });

  return (
    <div class="relative rounded-3 border border-line-control bg-surface has-[textarea:focus]:border-accent">
      <div class="flex flex-wrap items-center justify-between gap-1 border-b border-line p-1">
        <SegmentedControl
          label={t().cardTalk.editor.view}
          size="sm"
          value={view()}
          onChange={setView}
          options={[
            { value: "write", label: t().cardTalk.editor.write },
            { value: "preview", label: t().cardTalk.editor.preview },
          ]}
        />
        <Show when={view() === "write"}>
          <MarkToolbar onMark={(mark) => type(field, applyMark(selectedIn(field), mark))} />
        </Show>
      </div>
      <Show when={view() === "preview"}>
        <div
          data-preview
          class={cx("min-h-16 px-2.5 py-2", scrolls() && "max-h-[50dvh] overflow-y-auto")}
        >
          <Rendered text={props.value} mentions={mentionsIn(props.value, props.people)} />
        </div>
      </Show>
      <Show when={people().length > 0 && view() === "write"}>
        <MentionList id={list} people={people()} active={active()} onPick={pick} />
      </Show>
      <textarea
        ref={field}
        rows={props.rows}
        maxLength={props.most}
        aria-label={props.label}
        aria-autocomplete="list"
        aria-controls={people().length > 0 ? list : undefined}
        aria-activedescendant={people().length > 0 ? `${list}-${active()}` : undefined}
        placeholder={props.placeholder}
        class={cx(
          "field-sizing-content block w-full resize-none rounded-b-3 bg-transparent px-2.5 py-2 outline-none",
          !props.tall && "max-h-96",
          view() === "preview" && "hidden",
        )}
        onInput={(event) => {
          props.onInput(event.currentTarget.value);
          look();
        }}
        onClick={look}
        onBlur={() => setCall(null)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (!inList(event.key) && !inText(event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onPaste={(event) => {
          const given = [...(event.clipboardData?.files ?? [])];
          if (given.length === 0 || !pictures.take) return;
          event.preventDefault();
          void take(given);
        }}
      />
      <div class="flex items-center justify-end gap-2 px-2 pb-2">{props.actions}</div>
    </div>
  );
}
