import { createEffect, createMemo, createSignal, on } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { backToCard } from "./return-to-card.ts";
import { useRoom } from "./room.tsx";

/** "Move to…": column and position by choice, for whoever doesn't drag (WCAG 2.5.7). */
export function MoveDialog() {
  const t = useTexts();
  const room = useRoom();
  const [column, setColumn] = createSignal("");
  const [place, setPlace] = createSignal("0");
  const ids = () => room.asked();
  const staying = createMemo(() => {
    const moving = new Set(ids());
    return room.cardIds(column()).filter((id) => !moving.has(id));
  });
  createEffect(
    on(ids, ([first]) => {
      if (!first) return;
      setColumn(room.live.card(first)?.columnId ?? "");
      setPlace("0");
    }),
  );
  const columns = () => room.live.columns().map(({ id, name }) => ({ value: id, label: name }));
  const places = () => [
    { value: "0", label: t().boardScreen.move.top },
    ...staying()
      .slice(0, 200)
      .map((id, at) => ({
        value: String(at + 1),
        label: `${at + 2}. ↓ ${room.live.card(id)?.title ?? ""}`,
      })),
    ...(staying().length > 0 ? [{ value: "end", label: t().boardScreen.move.bottom }] : []),
  ];
  const close = () => {
    const [first] = ids();
    room.askMove([]);
    // A card's panel stays, and has the focus again.
    if (first && !document.querySelector("[data-record]")) backToCard(first, room.focusLane());
  };
  const move = () => {
    const index = place() === "end" ? staying().length : Number(place());
    const [first] = ids();
    const name = room.live.columns().find(({ id }) => id === column())?.name ?? "";
    void room.move(ids(), column(), index);
    room.say(
      t().boardScreen.say.dropped(room.live.card(first ?? "")?.title ?? "", name, index + 1),
    );
    close();
  };
  return (
    <FormDialog
      open={ids().length > 0}
      title={t().boardScreen.move.title(ids().length)}
      submit={t().boardScreen.move.action}
      onClose={close}
      onSubmit={move}
    >
      <Select
        label={t().boardScreen.move.column}
        options={columns()}
        value={column()}
        onChange={(value) => {
          setColumn(value);
          setPlace("0");
        }}
      />
      <Select
        label={t().boardScreen.move.place}
        options={places()}
        value={place()}
        onChange={setPlace}
      />
    </FormDialog>
  );
}
