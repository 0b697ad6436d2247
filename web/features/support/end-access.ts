import { useQueryClient } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { useToasts } from "#web/ui/toast-store.ts";

/** Ends an access of support, at once: another one can be opened as easily. */
export function useEndAccess() {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const submit = createSubmit(async (id: string) => {
    try {
      await api("delete /support/grants/{id}", { params: { id } });
      toasts.show({ text: t().support.ended, tone: "ok" });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
    session.update(await api("get /auth/me"));
    await queries.invalidateQueries({ queryKey: ["support"] });
  });
  return { pending: submit.pending, run: (id: string) => void submit.run(id) };
}
