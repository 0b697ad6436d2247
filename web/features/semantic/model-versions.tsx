import { createSignal, For, Show } from "solid-js";
import type { SemanticView } from "#domain/semantic/model.ts";
import { writeYaml } from "#domain/semantic/yaml.ts";
import { TextDiff } from "#web/features/boards/card/history/text-diff.tsx";
import { createPeople } from "#web/features/clients/people.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { semanticVersionQuery, semanticVersionsQuery } from "./queries.ts";

/** Versions of a model: by whom and when, what each had that differs from now, and the way back to it. */
export function ModelVersions(props: {
  layer: SemanticView;
  disabled: boolean;
  /** Something is typed that no version has. */
  unsaved: boolean;
  onRestore: (version: number, document: SemanticView["document"]) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const people = createPeople();
  const words = () => t().semantic;
  const list = useQuery(() => semanticVersionsQuery(props.layer.id));
  const [chosen, setChosen] = createSignal<number>();
  return (
    <QueryView query={list}>
      {(data) => (
        <ul class="divide-y divide-line rounded-3 border border-line bg-surface">
          <For each={data().items}>
            {(item) => (
              <li class="px-4 py-2">
                <button
                  type="button"
                  class="flex min-h-9 w-full items-center gap-3 text-left phone:min-h-11"
                  aria-expanded={chosen() === item.version}
                  onClick={() =>
                    setChosen((now) => (now === item.version ? undefined : item.version))
                  }
                >
                  <span class="font-medium">{words().version(item.version)}</span>
                  <span class="min-w-0 flex-1 truncate text-ink-2">
                    {people.find(item.writtenBy).name}
                  </span>
                  <span class="num text-small text-ink-3">{f().moment(item.writtenAt)}</span>
                </button>
                <Show when={chosen() === item.version}>
                  <OneVersion
                    layer={props.layer}
                    version={item.version}
                    disabled={props.disabled}
                    unsaved={props.unsaved}
                    onRestore={props.onRestore}
                  />
                </Show>
              </li>
            )}
          </For>
        </ul>
      )}
    </QueryView>
  );
}

function OneVersion(props: {
  layer: SemanticView;
  version: number;
  disabled: boolean;
  /** Something is typed that no version has. */
  unsaved: boolean;
  onRestore: (version: number, document: SemanticView["document"]) => void;
}) {
  const t = useTexts();
  const words = () => t().semantic;
  const one = useQuery(() => semanticVersionQuery(props.layer.id, props.version));
  const now = () => writeYaml(props.layer.document);
  return (
    <QueryView query={one}>
      {(data) => (
        <Show
          when={writeYaml(data().document) !== now()}
          fallback={<p class="pb-2 text-ink-2">{words().same}</p>}
        >
          <p class="text-small text-ink-2">{words().compare}</p>
          <div class="font-mono text-small">
            <TextDiff before={now()} after={writeYaml(data().document)} around={3} />
          </div>
          <Show when={!props.disabled}>
            <Show when={props.unsaved}>
              <p class="mt-2 text-small text-warn">{words().unsaved}</p>
            </Show>
            <Button
              size="sm"
              class="my-2"
              disabled={props.unsaved}
              onClick={() => props.onRestore(props.version, data().document)}
            >
              {words().restore}
            </Button>
          </Show>
        </Show>
      )}
    </QueryView>
  );
}
