import { createEffect, createSignal, on, onCleanup, Show, type JSX } from "solid-js";
import type { AttachedFile } from "#domain/boards/card-file.ts";
import { isOnline } from "#web/lib/online.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";

/**
 * The small picture of a file, as large as what is around it and in its own proportions. Decoded beside the page's work, and
 * never what is dragged. `fallback` while and where there is none.
 */
export function Face(props: {
  file: AttachedFile;
  fallback?: JSX.Element;
  /** It can't be had now. */
  onMissing?: (missing: boolean) => void;
}) {
  const room = useRoom();
  const [address, setAddress] = createSignal<string | null>(null);
  const missing = (is: boolean) => props.onMissing?.(is);
  const read = async (id: string, current: () => boolean) => {
    const found = await room.faces.url(id);
    if (!current()) return;
    setAddress(found);
    missing(found === null);
  };
  createEffect(
    on([() => props.file.id, isOnline], ([id]) => {
      const known = room.faces.known(id) ?? null;
      setAddress(known);
      missing(false);
      let current = true;
      onCleanup(() => (current = false));
      if (known === null) void read(id, () => current);
    }),
  );
  return (
    <Show when={address()} fallback={props.fallback}>
      {(url) => (
        <img
          src={url()}
          alt=""
          decoding="async"
          draggable={false}
          class="size-full object-cover"
          onError={() => {
            setAddress(null);
            missing(true);
          }}
        />
      )}
    </Show>
  );
}
