import IconBoard from "~icons/lucide/square-kanban";
import IconCard from "~icons/lucide/square-check";
import IconClient from "~icons/lucide/building-2";
import IconCopy from "~icons/lucide/link";
import IconDashboard from "~icons/lucide/layout-dashboard";
import IconNote from "~icons/lucide/notebook-pen";
import IconQuestion from "~icons/lucide/message-square";
import IconSource from "~icons/lucide/database";
import IconWorkspace from "~icons/lucide/chart-line";
import IconOpen from "~icons/lucide/arrow-up-right";
import IconRecord from "~icons/lucide/file-text";
import { useNavigate } from "@solidjs/router";
import { keepPreviousData } from "@tanstack/solid-query";
import type { SearchHit } from "#domain/search/api.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { isOnline } from "#web/lib/online.ts";
import { useQuery } from "#web/lib/query.ts";
import type { IconComponent } from "#web/ui/icon.tsx";
import type { PaletteItem } from "#web/ui/palette/palette-item.ts";
import { useToasts } from "#web/ui/toast-store.ts";

const ICONS: Readonly<Record<string, IconComponent>> = {
  client: IconClient,
  board: IconBoard,
  card: IconCard,
  note: IconNote,
  workspace: IconWorkspace,
  source: IconSource,
  question: IconQuestion,
  dashboard: IconDashboard,
};

/** Records of every feature that hold the words. The last answer stays while the next one is on its way. */
export function useRecords(words: () => string): {
  items: () => PaletteItem[];
  loading: () => boolean;
} {
  const t = useTexts();
  const toasts = useToasts();
  const navigate = useNavigate();
  const found = useQuery(() => ({
    queryKey: ["search", words()],
    queryFn: ({ signal }) => api("get /search", { query: { q: words() }, signal }),
    enabled: words().length > 0 && isOnline(),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    meta: { keep: false },
  }));

  const copy = (hit: SearchHit) => {
    void navigator.clipboard
      .writeText(location.origin + hit.href)
      .then(() => toasts.show({ text: t().ui.copied, tone: "ok" }));
  };
  const itemOf = (hit: SearchHit): PaletteItem => {
    const kinds: Readonly<Record<string, string>> = t().search.kinds;
    const open = () => navigate(hit.href);
    return {
      id: hit.entityId,
      label: hit.title,
      detail: [kinds[hit.entity], hit.subtitle].filter(Boolean).join(" · "),
      icon: ICONS[hit.entity] ?? IconRecord,
      onSelect: open,
      actions: [
        { id: `${hit.entityId}-open`, label: t().search.open, icon: IconOpen, onSelect: open },
        {
          id: `${hit.entityId}-copy`,
          label: t().search.copyLink,
          icon: IconCopy,
          onSelect: () => copy(hit),
        },
      ],
    };
  };
  return {
    items: () => (words() && found.isSuccess ? found.data.items.map(itemOf) : []),
    loading: () => words() !== "" && found.isFetching,
  };
}
