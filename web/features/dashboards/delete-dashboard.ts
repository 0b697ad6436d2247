import { useQueryClient } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useToasts } from "#web/ui/toast-store.ts";

/**
 * Deletes a dashboard and offers the way back in a toast; what was refused is said there too. `before` runs first, such as saving what is
 * on its way, `onDeleted` once it is gone.
 */
export function useDeleteDashboard() {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const fail = (error: unknown) => void toasts.show({ text: say(error), tone: "bad" });
  /** Workspaces say how many dashboards they hold. */
  const refresh = () =>
    Promise.all(
      ["dashboards", "workspaces"].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  return async (
    { id, title }: { id: string; title: string },
    steps: { before?: () => Promise<unknown>; onDeleted?: () => void } = {},
  ): Promise<void> => {
    const params = { id };
    const restore = () => api("post /dashboards/{id}/restore", { params }).then(refresh, fail);
    try {
      await steps.before?.();
      await api("delete /dashboards/{id}", { params });
    } catch (error) {
      fail(error);
      return;
    }
    toasts.show({ text: t().dashboards.deleted(title), onUndo: () => void restore() });
    steps.onDeleted?.();
    await refresh();
  };
}
