import IconTemplate from "~icons/lucide/layout-template";
import { useLocation, useSearchParams } from "@solidjs/router";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import type { PaletteItem } from "#web/ui/palette/palette-item.ts";
import { templatesQuery } from "./queries.ts";

const BOARD = /^\/boards\/(brd_\w+)$/;

/** A new card after each template of the board that is open, for whoever may write on it. */
export function useTemplateCommands(): () => PaletteItem[] {
  const t = useTexts();
  const location = useLocation();
  const [, setSearch] = useSearchParams<{ use?: string }>();
  const board = () => BOARD.exec(location.pathname)?.[1];
  const query = useQuery(() => ({
    ...templatesQuery(board() ?? ""),
    enabled: board() !== undefined && session.can("boards.write"),
  }));
  return () =>
    (board() && query.isSuccess ? query.data.items : [])
      .filter(({ can }) => can.write)
      .map(({ id, name }) => ({
        id: `use-${id}`,
        label: t().cardTemplates.palette(name),
        detail: t().cardTemplates.one,
        icon: IconTemplate,
        onSelect: () => setSearch({ use: id }),
      }));
}
