import IconCheck from "~icons/lucide/check";
import IconCopy from "~icons/lucide/copy";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSignal, onCleanup } from "solid-js";
import { IconButton } from "./icon-button.tsx";

/** Copies a text and says so for two seconds. */
export function CopyButton(props: { text: string; label?: string; onCopied?: () => void }) {
  const t = useTexts();
  const [copied, setCopied] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async () => {
    await navigator.clipboard.writeText(props.text);
    setCopied(true);
    props.onCopied?.();
    clearTimeout(timer);
    timer = setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <>
      <IconButton
        size="sm"
        icon={copied() ? IconCheck : IconCopy}
        label={copied() ? t().ui.copied : (props.label ?? t().ui.copy)}
        onClick={() => void copy()}
      />
      <span role="status" class="sr-only">
        {copied() ? t().ui.copied : ""}
      </span>
    </>
  );
}
