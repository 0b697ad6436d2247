import { createEffect, createSignal, on, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { Select } from "#web/ui/select.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { boardListQuery } from "#web/features/boards/queries.ts";
import { useTransfer } from "./use-transfer.ts";

/** "To another board…": which one, moved or copied, by choice, for whoever doesn't drag. */
export function TransferDialog() {
  const t = useTexts();
  const room = useRoom();
  const transfer = useTransfer();
  const boards = useQuery(() => boardListQuery());
  const [to, setTo] = createSignal("");
  const [way, setWay] = createSignal<"move" | "copy">("move");
  const ids = () => room.transferring();
  const others = () =>
    (boards.isSuccess ? boards.data.items : []).filter(
      ({ id, can }) => can.write && id !== room.record().id,
    );
  createEffect(on(ids, () => setWay("move")));
  const chosen = () => others().find(({ id }) => id === to()) ?? others()[0];
  const close = () => room.askTransfer([]);
  const submit = () => {
    const board = chosen();
    const cards = ids();
    close();
    if (board) void transfer(cards, board, way() === "copy");
  };
  const words = () => t().boardViews.transfer;
  return (
    <FormDialog
      open={ids().length > 0}
      title={words().title(ids().length)}
      description={way() === "move" ? words().moveBody : words().copyBody}
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
        <SegmentedControl
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
