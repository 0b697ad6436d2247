import type { Unread } from "#web/features/analytics/query/refusal-text.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { SourceUnreadable } from "./source-state.ts";
import type { Sources } from "./use-sources.ts";

/** The tables of a workspace that can't be read here, each with its reason: whoever names one in SQL is told. */
export function useUnreadTables(sources: Pick<Sources, "all" | "state">): () => Unread[] {
  const t = useTexts();
  const say = useProblemText();
  const words = () => t().workspaces.sources;
  return () =>
    sources.all().flatMap((source): Unread[] => {
      const { table, title } = source;
      const state = sources.state(source.id);
      if (state.kind === "absent") {
        const file = source.kind === "device" ? source.details.fileName : title;
        return [{ table, why: words().absentNamed(title, file) }];
      }
      if (state.kind === "stopped")
        return [{ table, why: `${words().unreadNamed(title)} ${words().stopped}` }];
      if (state.kind !== "failed") return [];
      const { error } = state;
      const why = error instanceof SourceUnreadable ? words().unreadable : say(error);
      return [{ table, why: `${words().unreadNamed(title)} ${why}` }];
    });
}
