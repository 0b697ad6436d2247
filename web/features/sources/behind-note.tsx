import IconBehind from "~icons/lucide/cloud-upload";
import { createSignal, Show } from "solid-js";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { session } from "#web/lib/session.ts";
import { Icon } from "#web/ui/icon.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { copiesOf, isBehind, originalOf, type SharedSource } from "./shared-copy.ts";

/** Says that the file of this device changed since this copy was shared, with the way to bring it up to date. */
export function BehindNote(props: { source: SharedSource }) {
  const t = useTexts();
  const words = () => t().workspaces.share;
  /** As it was when its dialog was opened. */
  const [updating, setUpdating] = createSignal<SharedSource>();
  const [behind] = createResource(
    () => props.source,
    async (source) => {
      const file = originalOf(await currentLibrary().list(), source);
      const person = session.me()?.person.id;
      return file && isBehind(source, file) && copiesOf([source], file, person).length > 0;
    },
  );
  return (
    <>
      <Show when={!behind.error && behind.latest}>
        <p class="mt-1 flex items-start gap-1.5 text-small text-warn">
          <Icon of={IconBehind} size={14} class="mt-0.5 shrink-0" />
          <span>
            {words().behind}{" "}
            <TextButton
              aria-label={words().behindOne(props.source.title)}
              onClick={() => setUpdating(props.source)}
            >
              {words().behindOpen}
            </TextButton>
          </span>
        </p>
      </Show>
      <Show when={updating()}>
        {(source) => <ShareDialog source={source()} onClose={() => setUpdating()} />}
      </Show>
    </>
  );
}
