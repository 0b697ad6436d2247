import IconOpen from "~icons/lucide/chevron-right";
import IconTrash from "~icons/lucide/trash-2";
import { createSignal, For, Show, type JSX } from "solid-js";
import { canWait } from "#domain/semantic/problems.ts";
import type { YamlProblem } from "#domain/semantic/yaml.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { EntryField } from "./entry-field.tsx";
import type { Entry, Section } from "./model-draft.ts";
import { SECTION_FIELDS, titleOf, valueAt, withValue, type SectionField } from "./sections.ts";

/** Whether what is wrong at a path of an entry is said at a field: it stands in it, or the field stands in what is missing. */
const concerns = (path: readonly (string | number)[], field: SectionField): boolean =>
  path.length > 0 && field.path.slice(0, path.length).every((step, at) => step === path[at]);

/** One measure, dimension, join, filter or term: its name closed, its fields open. */
export function EntryCard(props: {
  section: Section;
  at: number;
  entry: Entry;
  tables: readonly string[];
  problems: readonly YamlProblem[];
  disabled: boolean;
  /** A new one is open at once. */
  open: boolean;
  onChange: (entry: Entry) => void;
  onRemove: () => void;
  /** What stands at the end of its head. */
  mark?: (() => JSX.Element) | undefined;
  children?: JSX.Element;
}) {
  const t = useTexts();
  const { language } = useLocale();
  const words = () => t().semantic;
  // Only how it begins: the person opens and closes it afterwards.
  // oxlint-disable-next-line solid/reactivity
  const [open, setOpen] = createSignal(props.open);
  const title = () => titleOf(props.section, props.entry, language()) || words().untitled;
  const mine = () =>
    props.problems.flatMap((problem) =>
      problem.reason !== "syntax" &&
      problem.path[0] === props.section &&
      problem.path[1] === props.at
        ? [problem]
        : [],
    );
  const wrong = () => mine().filter((problem) => !canWait(problem));
  const problemOf = (field: SectionField) => {
    const found = wrong().find((problem) => concerns(problem.path.slice(2), field));
    if (found?.reason !== "aggregate") return found && words().reasons[found.reason];
    return `${words().reasons.aggregate} ${found.options?.[0] ?? ""}`;
  };
  /** What stands in a field and is not there in the workspace: it can be saved all the same. */
  const warningOf = (field: SectionField) =>
    mine()
      .filter((problem) => canWait(problem) && concerns(problem.path.slice(2), field))
      .map((problem) => `${problem.word ?? ""} ${words().reasons[problem.reason]}`)
      .join(" · ") || undefined;
  /** Problems of this entry that stand in no field of the form: a word that is none of its fields. */
  const others = () => {
    const fields = SECTION_FIELDS[props.section];
    return mine().flatMap((problem) => {
      const path = problem.path.slice(2);
      if (fields.some((field) => concerns(path, field))) return [];
      return [`${problem.word ?? path.join(".")} ${words().reasons[problem.reason]}`];
    });
  };
  return (
    <li
      class={cx(
        "rounded-card border bg-surface",
        wrong().length > 0 ? "border-warn-mark" : "border-line",
      )}
    >
      <div class="flex items-center gap-1 p-1.5">
        <button
          type="button"
          class="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-2 px-1.5 text-left hover:bg-hover phone:min-h-11"
          aria-expanded={open()}
          onClick={() => setOpen((now) => !now)}
        >
          <Icon
            of={IconOpen}
            size={14}
            class={cx("shrink-0 text-ink-3 transition-transform", open() && "rotate-90")}
          />
          <span class="truncate font-medium">{title()}</span>
          {props.mark?.()}
          <Show when={mine().length > 0}>
            <span
              class={cx(
                "ml-auto shrink-0 text-small",
                wrong().length > 0 ? "text-warn" : "text-ink-2",
              )}
            >
              {wrong().length > 0
                ? words().problems(wrong().length)
                : words().toCheck(mine().length)}
            </span>
          </Show>
        </button>
        <Show when={!props.disabled}>
          <IconButton
            icon={IconTrash}
            label={words().remove(title())}
            onClick={() => props.onRemove()}
          />
        </Show>
      </div>
      <Show when={open()}>
        <div class="grid grid-cols-2 gap-3 px-3 pb-3 phone:grid-cols-1 [&>.wide]:col-span-full">
          <For each={SECTION_FIELDS[props.section]}>
            {(field) => (
              <div class={field.as === "sql" || field.as === "text" ? "wide" : undefined}>
                <EntryField
                  field={field}
                  value={valueAt(props.entry, field.path)}
                  tables={props.tables}
                  problem={problemOf(field)}
                  warning={warningOf(field)}
                  disabled={props.disabled}
                  onChange={(value) => props.onChange(withValue(props.entry, field.path, value))}
                />
              </div>
            )}
          </For>
          <Show when={others().length > 0}>
            <ul class="wide text-small text-warn">
              <For each={others()}>{(text) => <li>{text}</li>}</For>
            </ul>
          </Show>
          <div class="wide">{props.children}</div>
        </div>
      </Show>
    </li>
  );
}
