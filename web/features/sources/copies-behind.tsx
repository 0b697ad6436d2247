import IconBehind from "~icons/lucide/cloud-upload";
import { createSignal, For, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { isBehind, type SharedSource } from "./shared-copy.ts";
import { useSharedCopies } from "./use-shared-copies.ts";

/** Says of each shared copy of a file that it does not hold what the file holds by now, with the way to bring it up to date. */
export function CopiesBehind(props: { dataSet: DataSet }) {
  const t = useTexts();
  const words = () => t().workspaces.share;
  const copiesOf = useSharedCopies();
  /** As it was when its dialog was opened. */
  const [updating, setUpdating] = createSignal<SharedSource>();
  const behind = () =>
    (copiesOf(props.dataSet) ?? []).filter(
      (source) => source.can.share && isBehind(source, props.dataSet),
    );
  return (
    <>
      <For each={behind()}>
        {(source) => (
          <Banner
            tone="warn"
            icon={IconBehind}
            action={
              <Button
                size="sm"
                aria-label={words().behindOne(source.title)}
                onClick={() => setUpdating(source)}
              >
                {words().behindOpen}
              </Button>
            }
          >
            {words().behindOf(source.title)}
          </Banner>
        )}
      </For>
      <Show when={updating()}>
        {(source) => <ShareDialog source={source()} onClose={() => setUpdating()} />}
      </Show>
    </>
  );
}
