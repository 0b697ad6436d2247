import { Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { Button } from "#web/ui/button.tsx";
import { focusNew } from "./focus-new.ts";

/** Where a development server shows the mails that it does not send. Says nothing anywhere else. */
export function OutboxNote(props: { email: string }) {
  const t = useTexts();
  const [outbox] = createResource(() =>
    api("get /health", { quiet: true }).then(
      (health) => health.outbox,
      () => null,
    ),
  );
  return (
    <Show when={outbox.latest}>
      {(address) => (
        <p class="text-small text-ink-2">
          {t().registering.outbox.note}{" "}
          <a
            href={`${address()}?to=${encodeURIComponent(props.email)}`}
            target="_blank"
            class="font-medium text-accent-ink underline underline-offset-2"
          >
            {t().registering.outbox.open}
          </a>
        </p>
      )}
    </Show>
  );
}

/** After a mail was asked for: what to do when none comes, and the way back to the address. */
export function MailSent(props: { email: string; onAgain: () => void }) {
  const t = useTexts();
  const words = () => t().registering.sent;
  return (
    <div role="status" class="flex flex-col items-start gap-5">
      <p class="text-ink-2">{words().hint}</p>
      <OutboxNote email={props.email} />
      <Button ref={focusNew} size="lg" class="w-full" onClick={() => props.onAgain()}>
        {words().otherEmail}
      </Button>
    </div>
  );
}
