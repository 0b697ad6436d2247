import IconPlus from "~icons/lucide/plus";
import { createSignal } from "solid-js";
import { newId } from "#domain/ids.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { useRoom } from "./room.tsx";

/** Adds a column at the end of the board. */
export function AddColumn() {
  const t = useTexts();
  const room = useRoom();
  const [open, setOpen] = createSignal(false);
  const create = (name: string) =>
    room.live.act({
      kind: "column.create",
      column: newId("col"),
      after: room.live.columns().at(-1)?.id ?? null,
      before: null,
      fields: { name },
    });
  return (
    <div class="shrink-0 pt-1.5 phone:snap-start">
      <Button kind="ghost" icon={IconPlus} onClick={() => setOpen(true)}>
        {t().boardScreen.column.create}
      </Button>
      <NameDialog
        open={open()}
        title={t().boardScreen.column.createTitle}
        value=""
        most={60}
        onClose={() => setOpen(false)}
        onSave={create}
      />
    </div>
  );
}
