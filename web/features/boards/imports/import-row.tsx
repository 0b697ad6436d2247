import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { ImportView } from "#domain/board-imports/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";

/** One import: how far it is, what came of it, and what may be done about it. */
export function ImportRow(props: {
  item: ImportView;
  /** Cards that were sent so far, while they are. */
  sent: number | null;
  /** Whether this page goes on with it. */
  busy: boolean;
  onCancel: () => void;
  onGoOn: () => void;
  onUndo: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const [asking, setAsking] = createSignal(false);
  const words = () => t().boardImports;
  const n = (value: number) => f().number(value);
  const open = () => ["filling", "running", "undoing"].includes(props.item.state);
  const told = () => {
    const { state, done, total } = props.item;
    if (state === "filling" && props.sent !== null) return words().sending(n(props.sent), n(total));
    if (state === "filling") return words().states.filling;
    return state === "undoing" ? words().taking(n(done)) : words().making(n(done), n(total));
  };
  const share = () => {
    const { state, done, total } = props.item;
    return ((state === "filling" ? (props.sent ?? 0) : done) / Math.max(1, total)) * 100;
  };
  const undo = () => {
    setAsking(false);
    props.onUndo();
  };
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div class="min-w-0 flex-1 basis-60">
        <p class="truncate font-medium">{props.item.title}</p>
        <p class="text-small text-ink-3">
          {[
            words().sources[props.item.source],
            props.item.fileName,
            f().moment(props.item.startedAt),
            props.item.startedBy.name,
          ].join(" · ")}
        </p>
        <p class="text-small text-ink-2" role={props.busy ? "status" : undefined}>
          <Show when={!open()} fallback={told()}>
            {words().states[props.item.state]} ·{" "}
            {words().making(n(props.item.done), n(props.item.total))}
          </Show>
          <Show when={props.item.refused.length > 0}>
            {" "}
            · {words().refused(n(props.item.refused.length), props.item.refused.length === 1)}
          </Show>
          <Show when={props.item.kept > 0}>
            {" "}
            · {words().kept(n(props.item.kept), props.item.kept === 1)}
          </Show>
        </p>
        <Show when={open() && props.busy}>
          <ProgressBar class="mt-1" label={words().progress} value={share()} valueText={told()} />
        </Show>
      </div>
      <div class="flex flex-wrap gap-2">
        <Show when={props.item.state === "filling" || props.item.state === "running"}>
          <Button size="sm" onClick={() => props.onCancel()}>
            {words().cancel}
          </Button>
        </Show>
        <Show
          when={!props.busy && (props.item.state === "running" || props.item.state === "undoing")}
        >
          <Button size="sm" onClick={() => props.onGoOn()}>
            {words().goOn}
          </Button>
        </Show>
        <Show when={props.item.state === "done" || props.item.state === "cancelled"}>
          <Button size="sm" onClick={() => setAsking(true)}>
            {words().undo}
          </Button>
        </Show>
        <Show when={props.item.state === "done"}>
          <A href={`/boards/${props.item.boardId}`} class={buttonClass("primary", "sm")}>
            {words().openBoard}
          </A>
        </Show>
      </div>
      <Dialog
        open={asking()}
        onOpenChange={setAsking}
        title={words().undoTitle}
        description={words().undoBody}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{words().keep}</Button>
            <Button kind="danger" onClick={undo}>
              {words().undo}
            </Button>
          </>
        }
      />
    </li>
  );
}
