import IconKeep from "~icons/lucide/thumbs-up";
import IconKept from "~icons/lucide/circle-check";
import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";

/** Leads to a question that is saved as it is shown. */
export function KeptLink(props: { href: string }) {
  const t = useTexts();
  return (
    <A href={props.href} class={cx(buttonClass("ghost"), "text-ok")}>
      <Icon of={IconKept} size={14} /> {t().asks.isKept}
    </A>
  );
}

/** Saves an answer, or puts it in the place of what is saved of its question; once it is saved, leads there. */
export function KeepButton(props: {
  /** Where it is saved as it is shown. */
  href: string | undefined;
  /** Whether its question is saved with other SQL. */
  other: boolean;
  onKeep: () => Promise<void>;
}) {
  const t = useTexts();
  const [keeping, setKeeping] = createSignal(false);
  const keep = async () => {
    setKeeping(true);
    await props.onKeep();
    setKeeping(false);
  };
  return (
    <Show
      when={props.href}
      fallback={
        <Button kind="ghost" icon={IconKeep} loading={keeping()} onClick={() => void keep()}>
          {props.other ? t().asks.keepAnew : t().asks.keep}
        </Button>
      }
    >
      {(href) => <KeptLink href={href()} />}
    </Show>
  );
}
