import { useQueryClient } from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import { questionsQuery } from "#web/features/questions/queries.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useQuery } from "#web/lib/query.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import type { Exchange } from "./exchange.ts";
import { keptOf, saveQuestion, updateQuestion, type Kept } from "./save-question.ts";

/** What is saved of the exchanges of a conversation, by whoever saved it, and the way to save more. */
export function useKept(workspaceId: Accessor<string>, sources: Pick<Sources, "all">) {
  const t = useTexts();
  const { language } = useLocale();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const list = useQuery(() => questionsQuery(workspaceId()));
  const news = () => queries.invalidateQueries({ queryKey: ["questions"] });
  const of = (exchange: Exchange): Kept | undefined => keptOf(exchange, list.data?.items ?? []);
  const failed = (error: unknown): void => {
    const changed = error instanceof ApiProblem && error.code === "conflict.version";
    toasts.show({ text: changed ? t().asks.sql.changed : say(error), tone: "bad" });
    void news();
  };
  const keep = async (exchange: Exchange): Promise<void> => {
    const { kept, keptAnew } = t().asks;
    const found = of(exchange);
    if (found?.same) return;
    try {
      if (found) {
        const back = await updateQuestion(exchange, found.item, sources.all());
        toasts.show({
          text: keptAnew(found.item.title),
          tone: "ok",
          onUndo: () => void back().then(news, failed),
        });
      } else {
        const at = { workspaceId: workspaceId(), language: language(), sources: sources.all() };
        toasts.show({ text: kept((await saveQuestion(exchange, at)).title), tone: "ok" });
      }
      await news();
    } catch (error) {
      failed(error);
    }
  };
  return { of, keep };
}
