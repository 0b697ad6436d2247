import { useSearchParams } from "@solidjs/router";
import { createEffect, on } from "solid-js";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useTemplates } from "./use-templates.ts";

/** Makes a card of the template that the address names (`?use=…`, as the palette does), and takes that out of it. */
export function onAskedTemplate(open: (card: string) => void): void {
  const room = useRoom();
  const templates = useTemplates();
  const [search, setSearch] = useSearchParams<{ use?: string }>();
  createEffect(
    // What making a card changes must not make another.
    on([() => search.use, templates.state], ([asked, state]) => {
      if (asked === undefined || state === "loading") return;
      const template = templates.all().find(({ id }) => id === asked);
      setSearch({ use: undefined }, { replace: true });
      const card = template && room.may.write() ? templates.make(template) : null;
      if (card !== null) open(card);
    }),
  );
}
