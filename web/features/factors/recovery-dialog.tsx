import IconCopy from "~icons/lucide/copy";
import IconDownload from "~icons/lucide/download";
import IconPrinter from "~icons/lucide/printer";
import { For } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { saveText } from "./save-text.ts";

/** The codes, this once: to copy, to keep as a file, to print. Nothing but its last button closes it. */
export function RecoveryDialog(props: { codes: readonly string[]; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const words = () => t().factors.recovery;
  const text = () =>
    `${[words().heading(session.me()?.person.email ?? ""), "", ...props.codes].join("\n")}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    toasts.show({ text: words().copied, tone: "ok" });
  };
  return (
    <Dialog
      open
      firm
      onOpenChange={props.onClose}
      title={words().dialog}
      description={words().keep}
      actions={
        <Button kind="primary" onClick={() => props.onClose()}>
          {words().done}
        </Button>
      }
    >
      <div data-print>
        <p class="hidden print:block">{words().heading(session.me()?.person.email ?? "")}</p>
        <ol class="grid grid-cols-2 gap-x-6 gap-y-1 rounded-2 bg-sunken px-4 py-3 font-mono text-small phone:grid-cols-1">
          <For each={props.codes}>{(code) => <li class="whitespace-nowrap">{code}</li>}</For>
        </ol>
      </div>
      <div class="mt-3 flex flex-wrap gap-2">
        <Button icon={IconCopy} onClick={() => void copy()}>
          {words().copy}
        </Button>
        <Button icon={IconDownload} onClick={() => saveText(words().file, text())}>
          {words().download}
        </Button>
        <Button icon={IconPrinter} onClick={() => print()}>
          {words().print}
        </Button>
      </div>
    </Dialog>
  );
}
