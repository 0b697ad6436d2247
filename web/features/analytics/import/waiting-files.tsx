import IconFiles from "~icons/lucide/files";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** Files that were dropped together with this one: one table with it, where their columns are the same, or read after it. */
export function WaitingFiles(props: {
  files: readonly File[];
  same: boolean;
  together: boolean;
  onTogether: (together: boolean) => void;
}) {
  const t = useTexts();
  const words = () => t().analytics.files;
  const names = () => props.files.map(({ name }) => name).join(", ");
  return (
    <Show when={props.files.length > 0}>
      <section class="flex flex-col gap-2 px-4 pb-2">
        <p class="flex items-start gap-1.5 break-words">
          <Icon of={IconFiles} size={14} class="mt-0.5 text-accent" />
          <span class="min-w-0">{words().waiting(props.files.length, names())}</span>
        </p>
        <Show when={props.same} fallback={<p class="text-small text-ink-3">{words().oneByOne}</p>}>
          <Checkbox
            label={words().together}
            checked={props.together}
            onChange={(together) => props.onTogether(together)}
          />
        </Show>
      </section>
    </Show>
  );
}
