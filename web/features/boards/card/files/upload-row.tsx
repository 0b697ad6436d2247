import IconRetry from "~icons/lucide/rotate-cw";
import IconX from "~icons/lucide/x";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { useFilesPlaces } from "./files-context.ts";
import type { Upload } from "./uploads.ts";

/** A file on its way: how far it is, and how to stop or start it again. */
export function UploadRow(props: { upload: Upload }) {
  const t = useTexts();
  const { uploads } = useFilesPlaces();
  const name = () => props.upload.file.name;
  return (
    <li class="flex min-h-10 items-center gap-2">
      <span class="min-w-0 flex-1">
        <span class="block truncate">{name()}</span>
        <Show
          when={!props.upload.failed}
          fallback={
            <span role="alert" class="text-small text-bad">
              {t().cardTalk.files.failed(name())}
            </span>
          }
        >
          <ProgressBar
            label={t().cardTalk.files.uploading(name())}
            value={Math.round(props.upload.share * 100)}
          />
        </Show>
      </span>
      <Show when={props.upload.failed}>
        <IconButton
          icon={IconRetry}
          size="sm"
          label={t().cardTalk.files.retry}
          onClick={() => uploads.retry(props.upload)}
        />
      </Show>
      <IconButton
        icon={IconX}
        size="sm"
        label={props.upload.failed ? t().cardTalk.files.dismiss : t().cardTalk.files.cancel}
        onClick={() => uploads.cancel(props.upload.key)}
      />
    </li>
  );
}
