import IconPlus from "~icons/lucide/plus";
import { createUniqueId, For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import type { Sources } from "./use-sources.ts";

/** What could be added to a workspace, each one click away. `add` answers the id of the new source. */
export function Offers<T>(props: {
  title: string;
  icon: Parameters<typeof Icon>[0]["of"];
  sources: Sources;
  items: readonly T[];
  nameOf: (item: T) => string;
  /** What stands behind the name, such as a size. */
  noteOf?: ((item: T) => string) | undefined;
  add: (item: T) => Promise<string>;
  onAdded: (id: string) => void;
}) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const heading = createUniqueId();
  const words = () => t().workspaces.sources;
  const submit = createSubmit(async (item: T) => {
    const id = await props.add(item);
    toasts.show({ text: words().added(props.nameOf(item)), tone: "ok" });
    props.onAdded(id);
  });
  const add = async (item: T) => {
    if (!(await submit.run(item)) && submit.problem())
      toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <Show when={props.sources.query.isSuccess && props.items.length > 0}>
      <section aria-labelledby={heading}>
        <h2 id={heading} class="mb-1 pl-1 text-small font-medium text-ink-2">
          {props.title}
        </h2>
        <ul>
          <For each={props.items}>
            {(item) => (
              <li>
                <button
                  type="button"
                  class="flex h-8 w-full items-center gap-2 rounded-2 px-2 text-left hover:bg-hover disabled:text-ink-off phone:h-11"
                  disabled={submit.pending()}
                  onClick={() => void add(item)}
                >
                  <span class="sr-only">{words().addOne(props.nameOf(item))}</span>
                  <Icon of={props.icon} size={14} class="shrink-0 text-ink-3" />
                  <span class="min-w-0 flex-1 truncate" aria-hidden="true">
                    {props.nameOf(item)}
                  </span>
                  <Show when={props.noteOf?.(item)}>
                    {(note) => (
                      <span class="num text-small text-ink-3" aria-hidden="true">
                        {note()}
                      </span>
                    )}
                  </Show>
                  <Icon of={IconPlus} size={14} class="text-ink-3" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
