import { createSignal, Show } from "solid-js";
import { DELETION_DAYS } from "#domain/organization/deletion-rules.ts";
import { SettingsSection } from "#web/features/identity/settings-section.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { AskDeletion } from "./ask-deletion.tsx";
import { useCancelDeletion } from "./cancel-deletion.ts";

/** The end of the page of the organization's data: asking for its deletion, or taking that back. */
export function DeletionSection() {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().deletion;
  const cancel = useCancelDeletion();
  const [asking, setAsking] = createSignal(false);
  return (
    <SettingsSection level={2} title={words().title} lead={words().lead(DELETION_DAYS)}>
      <Show
        when={session.me()?.deletion}
        fallback={
          <>
            <p class="mb-4 text-ink-2">{words().exportFirst}</p>
            <Button kind="danger" onClick={() => setAsking(true)}>
              {words().ask}
            </Button>
          </>
        }
      >
        {(deletion) => (
          <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-3 border border-line bg-bad-soft px-4 py-3">
            <div class="min-w-0">
              <p class="font-medium text-bad">
                {words().pending(f().day(deletion().dueAt.slice(0, 10)))}
              </p>
              <p class="text-ink-2">
                {words().by(deletion().askedBy.name, f().moment(deletion().askedAt))}
              </p>
              <Show when={deletion().reason}>
                {(reason) => (
                  <p class="text-ink-2 [overflow-wrap:anywhere]">{words().because(reason())}</p>
                )}
              </Show>
            </div>
            <Button loading={cancel.pending()} onClick={() => cancel.run()}>
              {words().cancel}
            </Button>
          </div>
        )}
      </Show>
      <Show when={asking()}>
        <AskDeletion onClose={() => setAsking(false)} />
      </Show>
    </SettingsSection>
  );
}
