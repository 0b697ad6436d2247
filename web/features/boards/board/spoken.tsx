import { QuickEditor } from "./quick-edit.tsx";
import { useRoom } from "./room.tsx";

/** What every way to see a board has beside it: the editor of one value of several cards, and what is read out. */
export function Spoken() {
  const room = useRoom();
  return (
    <>
      <QuickEditor />
      <div aria-live="assertive" class="sr-only">
        {room.said()}
      </div>
    </>
  );
}
