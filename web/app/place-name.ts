import type { QueryClient } from "@tanstack/solid-query";
import type { Dictionary } from "#web/lib/i18n.tsx";
import { sectionOf } from "./sections.ts";

interface Titled {
  id: string;
  title: string;
}

/** What to call the place where somebody is: the board's title where this page knows it, else the section. */
export function placeName(texts: Dictionary, queries: QueryClient, path: string): string {
  const board = /^\/boards\/(brd_\w+)/.exec(path)?.[1];
  if (board) {
    const lists = queries.getQueriesData<{ items?: Titled[] }>({ queryKey: ["boards"] });
    for (const [, list] of lists) {
      const found = list?.items?.find((item) => item.id === board);
      if (found) return found.title;
    }
  }
  const section = sectionOf(path);
  if (section) return texts.app.sections[section.key];
  return path.startsWith("/settings") ? texts.app.sections.settings : texts.app.sections.home;
}
