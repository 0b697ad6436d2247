import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { useToasts } from "#web/ui/toast-store.ts";

/** Takes the deletion of the organization back, and says that it did; one click, as nothing is lost by it. */
export function useCancelDeletion() {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const submit = createSubmit(async () => {
    try {
      await api("delete /organization/deletion", {});
      toasts.show({ text: t().deletion.cancelled, tone: "ok" });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
    session.update(await api("get /auth/me"));
  });
  return { pending: submit.pending, run: () => void submit.run() };
}
