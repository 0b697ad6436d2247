import IconPin from "~icons/lucide/pin";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { Pinned, PinPlace } from "./pin-widget.ts";

const PinDialog = lazy(async () => ({ default: (await import("./pin-dialog.tsx")).PinDialog }));

/** Pins a result to a dashboard, for whoever may write one: an icon at the result, with `words` a button of the page. */
export function PinButton(props: { place: PinPlace; pinned: Pinned; words?: string | undefined }) {
  const t = useTexts();
  const [open, setOpen] = createSignal(false);
  return (
    <Show when={session.can("analytics.write")}>
      <Show
        when={props.words}
        fallback={
          <IconButton
            quiet
            icon={IconPin}
            label={t().dashboardPin.title}
            onClick={() => setOpen(true)}
          />
        }
      >
        {(words) => (
          <Button icon={IconPin} onClick={() => setOpen(true)}>
            {words()}
          </Button>
        )}
      </Show>
      <Show when={open()}>
        <Suspense>
          <PinDialog place={props.place} pinned={props.pinned} onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </Show>
  );
}
