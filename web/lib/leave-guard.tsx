import { useBeforeLeave, type BeforeLeaveEventArgs } from "@solidjs/router";
import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useTexts } from "./i18n.tsx";

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/** Whether the page itself is left: another search or fragment of the same path keeps what was typed. */
const isLeft = ({ from, to }: BeforeLeaveEventArgs) =>
  typeof to === "number" || new URL(to, location.origin).pathname !== from.pathname;

/** Asks before a page is left, reloaded or closed while something typed there is not saved. */
export function LeaveGuard(props: { unsaved: boolean }) {
  const t = useTexts();
  const words = () => t().ui.leaving;
  const [asked, setAsked] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((event) => {
    if (!props.unsaved || event.defaultPrevented || !isLeft(event)) return;
    event.preventDefault();
    setAsked(event);
  });
  createEffect(() => {
    if (!props.unsaved) return;
    // Browsers ask in their own words.
    addEventListener("beforeunload", warn);
    onCleanup(() => removeEventListener("beforeunload", warn));
  });
  const leave = () => {
    const event = asked();
    setAsked(undefined);
    event?.retry(true);
  };
  return (
    <Show when={asked()}>
      <Dialog
        open
        onOpenChange={() => setAsked(undefined)}
        title={words().title}
        description={words().body}
        width="sm"
        actions={
          <>
            <Button kind="danger" onClick={leave}>
              {words().leave}
            </Button>
            <Button kind="primary" onClick={() => setAsked(undefined)}>
              {words().stay}
            </Button>
          </>
        }
      />
    </Show>
  );
}
