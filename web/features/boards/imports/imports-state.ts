import { createSignal } from "solid-js";
import { useQueryClient } from "@tanstack/solid-query";
import type { ImportDraft } from "#domain/board-imports/draft.ts";
import type { ImportView } from "#domain/board-imports/model.ts";
import { api } from "#web/lib/api.ts";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { importsQuery } from "./queries.ts";
import { followImport, sendImport, type Target } from "./send-import.ts";

/** What this page does with imports: sends, goes on, cancels, undoes. What it follows is told as it goes. */
export function useImports() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const say = useProblemText();
  const [live, setLive] = createSignal<ImportView | null>(null);
  const [sent, setSent] = createSignal<number | null>(null);
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: importsQuery().queryKey });
    await queries.invalidateQueries({ queryKey: ["boards"] });
  };
  /** The import that this page goes on with; another one's, or none, once it was cancelled here. */
  let here: string | null = null;
  const show = (view: ImportView | null) => {
    here = view?.id ?? null;
    setLive(view);
  };
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
      return false;
    } finally {
      // The list has it before this page lets go of it, so that its row stays.
      await refresh();
      show(null);
      setSent(null);
    }
  };
  const follow = (id: string) =>
    followImport(id, (view) => {
      if (here === id) setLive(view);
      return here === id;
    });
  return {
    live,
    sent,
    start: (draft: ImportDraft, fileName: string, target: Target) =>
      attempt(async () => {
        let begun: string | null = null;
        const started = await sendImport(draft, fileName, target, (view, cards) => {
          if (begun === null) show(view);
          begun = view.id;
          setSent(cards);
          return here === view.id;
        });
        // Columns alone come in no part.
        if (begun === null) show(started);
        if (here === started.id) await follow(started.id);
      }),
    goOn: (item: ImportView) =>
      attempt(async () => {
        show(item);
        await follow(item.id);
      }),
    cancel: ({ id }: ImportView) =>
      attempt(async () => {
        here = null;
        await api("post /board-imports/{id}/cancel", { params: { id } });
      }),
    undo: ({ id }: ImportView) =>
      attempt(async () => {
        show(await api("post /board-imports/{id}/undo", { params: { id } }));
        await follow(id);
      }),
  };
}
