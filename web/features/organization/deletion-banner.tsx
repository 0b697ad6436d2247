import IconTrash from "~icons/lucide/trash-2";
import { Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Banner } from "#web/ui/banner.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { useCancelDeletion } from "./cancel-deletion.ts";

const name = () => session.me()?.organization.name ?? "";

/** One line for every member while the organization is to be deleted: when, who asked, and for owners the way back. */
export function DeletionBanner() {
  const t = useTexts();
  const f = useFormat();
  const cancel = useCancelDeletion();
  return (
    <Show when={session.me()?.deletion}>
      {(deletion) => (
        <Banner
          tone="bad"
          icon={IconTrash}
          title={t().deletion.banner(name(), f().day(deletion().dueAt.slice(0, 10)))}
          action={
            <Show when={session.can("identity.own")}>
              <TextButton disabled={cancel.pending()} onClick={() => cancel.run()}>
                {t().deletion.cancel}
              </TextButton>
            </Show>
          }
        >
          {t().deletion.bannerBy(deletion().askedBy.name)}
        </Banner>
      )}
    </Show>
  );
}
