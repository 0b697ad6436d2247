import IconTemplate from "~icons/lucide/layout-template";
import IconX from "~icons/lucide/x";
import { Show } from "solid-js";
import type { CardTemplate } from "#domain/boards/card-template.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useTemplateWords } from "./template-words.ts";

/** The template that the card being written will follow, with the way out of it. */
export function ChosenTemplate(props: { template: CardTemplate; onRemove: () => void }) {
  const t = useTexts();
  const words = useTemplateWords();
  return (
    <div class="mb-1.5 rounded-2 bg-accent-soft px-1.5 py-1 text-small">
      <p class="flex items-center gap-1.5 font-medium">
        <Icon of={IconTemplate} size={12} class="text-accent-ink" />
        <span class="min-w-0 flex-1 truncate">
          {t().cardTemplates.composer.using(props.template.name)}
        </span>
        <button
          type="button"
          aria-label={t().cardTemplates.composer.without(props.template.name)}
          title={t().cardTemplates.composer.without(props.template.name)}
          class="touch-target inline-flex size-4.5 items-center justify-center rounded-1 text-ink-2 hover:bg-hover hover:text-ink phone:size-7"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onRemove()}
        >
          <Icon of={IconX} size={12} />
        </button>
      </p>
      <Show when={words(props.template)}>
        {(line) => <p class="line-clamp-2 text-ink-2">{line()}</p>}
      </Show>
    </div>
  );
}
