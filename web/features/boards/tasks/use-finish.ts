import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useVisit } from "#web/features/boards/visit-provider.tsx";
import { createFinisher, type CardPlace } from "./finish.ts";

/** Ticks tasks, tells where they went, and offers to take it back. */
export function useFinish() {
  const t = useTexts();
  const toasts = useToasts();
  const finisher = createFinisher(useVisit());
  return {
    isTicked: finisher.isTicked,
    forget: finisher.forget,
    async finish(task: CardPlace & { title: string }): Promise<void> {
      const result = await finisher.finish(task);
      if (result.kind === "done") {
        const undo = async () => {
          await result.undo().then(
            () => toasts.show({ text: t().tasks.back }),
            () => toasts.show({ text: t().tasks.unreachable, tone: "bad" }),
          );
        };
        toasts.show({
          text: t().tasks.finished(task.title, result.column),
          onUndo: () => void undo(),
        });
        return;
      }
      const words = {
        no_column: t().tasks.noColumn,
        gone: t().tasks.gone,
        unreachable: t().tasks.unreachable,
      };
      toasts.show({ text: words[result.kind], tone: "bad" });
    },
  };
}
