import IconReaders from "~icons/lucide/users";
import IconSent from "~icons/lucide/upload";
import IconSize from "~icons/lucide/hard-drive";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, onCleanup, Show } from "solid-js";
import { bytesOf, partsOf, type DataSet } from "#domain/analytics/data-set.ts";
import { SHARE_LIMITS, type SourceView } from "#domain/sources/model.ts";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon, type IconComponent } from "#web/ui/icon.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { CopyChanges } from "./copy-changes.tsx";
import { findOnDevice } from "./find-on-device.ts";
import { mayShare, shareFile } from "./share-file.ts";
import { isCurrent, originalOf } from "./shared-copy.ts";

/**
 * Says what is sent, how large it is and who can read it, then sends it; can be broken off until all is there. Of a source that is shared
 * it says what changes, and sends what takes the place of its content.
 */
export function ShareDialog(props: {
  source: Extract<SourceView, { kind: "device" | "shared" }>;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().workspaces.share;
  const [share, setShare] = createSignal<number>();
  const sending = new AbortController();
  onCleanup(() => sending.abort());
  const [file] = createResource(async () => {
    const { source } = props;
    const { columns, details } = source;
    const files = await currentLibrary().list();
    return source.kind === "shared"
      ? originalOf(files, source)
      : findOnDevice(files, { columns, fileName: details.fileName });
  });
  const copy = () => (props.source.kind === "shared" ? props.source : undefined);
  const submit = createSubmit(async (dataSet: DataSet) => {
    setShare(0);
    await shareFile(currentLibrary(), props.source, dataSet, {
      signal: sending.signal,
      onProgress: setShare,
    });
    await queries.invalidateQueries({ queryKey: ["sources"] });
    const text = (copy() ? words().updated : words().done)(props.source.title);
    toasts.show({ text, tone: "ok" });
  });
  const send = async (dataSet: DataSet) => {
    if (await submit.run(dataSet)) props.onClose();
    else setShare(undefined);
  };
  const ready = () => {
    const dataSet = file.error ? undefined : file.latest;
    return dataSet && mayShare(dataSet) ? dataSet : undefined;
  };
  const current = () => {
    const [source, dataSet] = [copy(), ready()];
    return source !== undefined && dataSet !== undefined && isCurrent(source, dataSet);
  };
  const size = () => {
    const now = file.latest ? f().bytes(bytesOf(file.latest)) : "";
    const before = copy()?.details.bytes;
    return before === undefined || now === ""
      ? now
      : t().analytics.files.moved(f().bytes(before), now);
  };
  const names = () =>
    file.latest
      ? partsOf(file.latest)
          .map(({ fileName }) => fileName)
          .join(", ")
      : props.source.details.fileName;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={(copy() ? words().updateTitle : words().title)(props.source.title)}
      description={copy() ? words().updateLead : words().lead}
      actions={
        <>
          <Button onClick={() => props.onClose()}>
            {submit.pending() ? words().stop : t().ui.cancel}
          </Button>
          <Button
            kind="primary"
            loading={submit.pending()}
            disabled={!ready() || current()}
            onClick={() => {
              const dataSet = ready();
              if (dataSet) void send(dataSet);
            }}
          >
            {copy() ? words().updateNow : words().confirm}
          </Button>
        </>
      }
    >
      <FormProblem problem={submit.problem()} />
      <Show
        when={file.state === "pending" || ready()}
        fallback={
          <p role="alert" class="rounded-2 bg-warn-soft px-3 py-2 text-warn">
            {file.latest
              ? words().tooLarge(f().bytes(bytesOf(file.latest)), f().bytes(SHARE_LIMITS.bytes))
              : copy()
                ? words().updateMissing
                : words().missing}
          </p>
        }
      >
        <Show when={current()}>
          <p role="status" class="mb-3 text-ok">
            {words().current}
          </p>
        </Show>
        <Show when={!current() && copy() && file.latest}>
          {(dataSet) => <CopyChanges source={copy()!} dataSet={dataSet()} />}
        </Show>
        <ul class="flex flex-col gap-3">
          <Fact icon={IconSize} label={words().size}>
            {size()}
          </Fact>
          <Fact icon={IconReaders} label={words().readers}>
            {words().readersBody(session.me()?.organization.name ?? "")}
          </Fact>
          <Fact icon={IconSent} label={words().sent}>
            {words().sentBody(names())}
          </Fact>
        </ul>
      </Show>
      <Show when={share() !== undefined}>
        <div class="mt-4">
          <ProgressBar label={words().sending} value={Math.round((share() ?? 0) * 100)} />
        </div>
      </Show>
    </Dialog>
  );
}

function Fact(props: { icon: IconComponent; label: string; children: string }) {
  return (
    <li class="flex gap-3">
      <Icon of={props.icon} class="mt-0.5 shrink-0 text-ink-3" />
      <p class="min-w-0">
        <span class="block font-medium">{props.label}</span>
        <span class="text-ink-2">{props.children}</span>
      </p>
    </li>
  );
}
