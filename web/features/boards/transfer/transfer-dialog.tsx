import { createEffect, createSignal, on, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { createResource } from "#web/lib/resource.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { Select } from "#web/ui/select.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { boardListQuery } from "#web/features/boards/queries.ts";
import { useVisit } from "#web/features/boards/visit-provider.tsx";
import { likeColumn } from "./spots.ts";
import { useTransfer } from "./use-transfer.ts";

/** "To another board…": which one, in which of its columns, moved or copied, by choice, for whoever doesn't drag. */
export function TransferDialog() {
  const t = useTexts();
  const room = useRoom();
  const transfer = useTransfer();
  const boards = useQuery(() => boardListQuery());
  const [to, setTo] = createSignal("");
  const [column, setColumn] = createSignal("");
  const [place, setPlace] = createSignal<"top" | "end">("end");
  const [way, setWay] = createSignal<"move" | "copy">("move");
  const ids = () => room.transferring();
  const others = () =>
    (boards.isSuccess ? boards.data.items : []).filter(
      ({ id, can }) => can.write && id !== room.record().id,
    );
  createEffect(
    on(ids, () => {
      setWay("move");
      setColumn("");
      setPlace("end");
    }),
  );
  const chosen = () => others().find(({ id }) => id === to()) ?? others()[0];
  // Opened beforehand: it is where the cards go. One that can't be reached is told once they are sent.
  const visit = useVisit();
  const [there] = createResource(
    () => (ids().length > 0 ? chosen()?.id : undefined),
    (board) => visit(board).catch(() => null),
  );
  const columns = () => (there.state === "ready" ? (there()?.columns() ?? []) : []);
  /** The column that was chosen, else the one that is called as that of the first card. */
  const target = () => {
    const of = room.live.card(ids()[0] ?? "")?.columnId;
    const own = room.live.columns().find(({ id }) => id === of);
    return columns().find(({ id }) => id === column()) ?? likeColumn(columns(), own?.name);
  };
  const close = () => room.askTransfer([]);
  const submit = () => {
    const board = chosen();
    const cards = ids();
    const spot = { column: target()?.id, top: place() === "top" };
    close();
    if (board) void transfer(cards, board, { copies: way() === "copy", ...spot });
  };
  const words = () => t().boardViews.transfer;
  return (
    <FormDialog
      open={ids().length > 0}
      title={words().title(ids().length)}
      description={(way() === "move" ? words().moveBody : words().copyBody)(ids().length)}
      submit={way() === "move" ? words().move : words().copy}
      ready={chosen() !== undefined}
      onClose={close}
      onSubmit={submit}
    >
      <Show when={others().length > 0} fallback={<p>{words().none}</p>}>
        <Select
          label={words().board}
          options={others().map(({ id, title }) => ({ value: id, label: title }))}
          value={chosen()?.id}
          onChange={setTo}
        />
        <Show when={columns().length > 0}>
          <div class="grid grid-cols-2 gap-4">
            <Select
              label={t().boardScreen.move.column}
              options={columns().map(({ id, name }) => ({ value: id, label: name }))}
              value={target()?.id}
              onChange={setColumn}
            />
            <Select
              label={t().boardScreen.move.place}
              options={[
                { value: "top" as const, label: t().boardScreen.move.top },
                { value: "end" as const, label: t().boardScreen.move.bottom },
              ]}
              value={place()}
              onChange={setPlace}
            />
          </div>
        </Show>
        <SegmentedControl
          class="self-start"
          label={words().way}
          options={[
            { value: "move" as const, label: words().move },
            { value: "copy" as const, label: words().copy },
          ]}
          value={way()}
          onChange={setWay}
        />
      </Show>
    </FormDialog>
  );
}
