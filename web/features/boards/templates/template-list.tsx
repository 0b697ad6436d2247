import { For, Match, Show, Switch } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { TextButton } from "#web/ui/text-button.tsx";
import type { TemplatePick } from "./template-pick.ts";
import { useTemplateWords } from "./template-words.ts";
import type { useTemplates } from "./use-templates.ts";

/** The templates that a new card may begin with. The field keeps the focus; arrows and Enter are its own. */
export function TemplateList(props: {
  pick: TemplatePick;
  templates: ReturnType<typeof useTemplates>;
}) {
  const t = useTexts();
  const words = useTemplateWords();
  const texts = () => t().cardTemplates.composer;
  return (
    <Show
      when={props.pick.matches().length > 0}
      fallback={
        <p role="status" class="mt-1 border-t border-line px-1 pt-1.5 text-small text-ink-3">
          <Switch fallback={texts().noMatch}>
            <Match when={props.templates.state() === "loading"}>{texts().loading}</Match>
            <Match when={props.templates.state() === "away"}>
              {`${texts().away} `}
              <TextButton
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => void props.templates.readAgain()}
              >
                {t().ui.retry}
              </TextButton>
            </Match>
            <Match when={props.templates.all().length === 0}>{texts().none}</Match>
          </Switch>
        </p>
      }
    >
      <div
        id={props.pick.id}
        role="listbox"
        aria-label={texts().list}
        class="-mx-1 mt-1 max-h-56 overflow-y-auto overscroll-contain border-t border-line pt-1"
      >
        <For each={props.pick.matches()}>
          {(template, index) => (
            // The keys are the field's, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              id={props.pick.optionId(index())}
              role="option"
              tabIndex={-1}
              aria-selected={index() === props.pick.active()}
              class={cx(
                "flex min-h-8 cursor-default flex-col justify-center rounded-2 px-2 py-1 phone:min-h-11",
                index() === props.pick.active() && "bg-hover",
              )}
              onPointerMove={() => props.pick.setActive(index())}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.pick.choose(template)}
            >
              <span class="truncate font-medium">{template.name}</span>
              <Show when={words(template)}>
                {(line) => <span class="truncate text-small text-ink-3">{line()}</span>}
              </Show>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
}
