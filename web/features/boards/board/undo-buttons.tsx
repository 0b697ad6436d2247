import IconRedo from "~icons/lucide/redo-2";
import IconUndo from "~icons/lucide/undo-2";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { MOD } from "#web/lib/shortcuts.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useRoom } from "./room.tsx";
import { useUndo } from "./undo-keys.ts";

/** The same as ⌘Z and ⇧⌘Z, for whoever has no keyboard; on a phone they stand in the board's menu. */
export function UndoButtons() {
  const t = useTexts();
  const room = useRoom();
  const steps = useUndo();
  return (
    <Show when={room.may.write()}>
      <span class="flex phone:hidden">
        <IconButton
          icon={IconUndo}
          size="sm"
          label={t().boardScreen.undo}
          kbd={`${MOD} Z`}
          disabled={!room.live.undoable().undo}
          onClick={() => void steps.undo()}
        />
        <IconButton
          icon={IconRedo}
          size="sm"
          label={t().boardScreen.redo}
          kbd={MOD === "⌘" ? "⇧⌘ Z" : "Ctrl Y"}
          disabled={!room.live.undoable().redo}
          onClick={() => void steps.redo()}
        />
      </span>
    </Show>
  );
}
