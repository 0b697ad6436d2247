import { createSignal, Show } from "solid-js";
import IconAlert from "~icons/lucide/triangle-alert";
import type { NewToken } from "#domain/tokens/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { curlExample } from "./curl-example.ts";

/** Shows a new token, once, with a command to try it. Only its button closes it, which asks again while it is uncopied. */
export function ReadyDialog(props: { token: NewToken; onClose: () => void }) {
  const t = useTexts();
  const words = () => t().tokens.ready;
  const [copied, setCopied] = createSignal(false);
  const [warned, setWarned] = createSignal(false);
  const command = () => curlExample(location.origin, props.token.token, props.token.permissions);
  const close = () => {
    if (copied() || warned()) props.onClose();
    else setWarned(true);
  };
  return (
    <Dialog
      open
      firm
      onOpenChange={(open) => !open && close()}
      title={words().title}
      description={words().lead}
      actions={
        <Button kind="primary" onClick={close}>
          {words().done}
        </Button>
      }
    >
      <div class="flex flex-col gap-4" onCopy={() => setCopied(true)}>
        <TextField
          label={words().token}
          value={props.token.token}
          readonly
          // The form that had the focus is gone: without this, neither Tab nor Esc would start here.
          ref={(field) => queueMicrotask(() => field.focus())}
          onFocus={(event) => event.currentTarget.select()}
          suffix={
            <CopyButton
              text={props.token.token}
              label={words().copy}
              onCopied={() => setCopied(true)}
            />
          }
        />
        <div>
          <div class="mb-1.5 flex items-center justify-between gap-2">
            <h3 class="font-medium">{words().example}</h3>
            <CopyButton
              text={command()}
              label={words().copyExample}
              onCopied={() => setCopied(true)}
            />
          </div>
          <pre class="whitespace-pre-wrap break-all rounded-2 border border-line bg-sunken px-3 py-2 font-mono text-small">
            <code>{command()}</code>
          </pre>
        </div>
        <Show when={warned()}>
          <p role="alert" class="flex items-start gap-2 rounded-2 bg-warn-soft px-3 py-2 text-warn">
            <Icon of={IconAlert} class="mt-0.5" />
            <span class="min-w-0">{words().notCopied}</span>
          </p>
        </Show>
      </div>
    </Dialog>
  );
}
