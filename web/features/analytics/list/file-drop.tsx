import IconDrop from "~icons/lucide/file-down";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

const holds = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

const hover = (event: DragEvent): void => {
  if (holds(event)) event.preventDefault();
};

/** Takes a file dropped anywhere on the page while it is mounted, and shows where it may fall. */
export function FileDrop(props: { onFile: (file: File) => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const [over, setOver] = createSignal(0);
  const enter = (event: DragEvent) => void (holds(event) && setOver((depth) => depth + 1));
  const leave = (event: DragEvent) =>
    void (holds(event) && setOver((depth) => Math.max(0, depth - 1)));
  const drop = (event: DragEvent) => {
    if (!holds(event)) return;
    event.preventDefault();
    setOver(0);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 1) toasts.show({ text: t().analytics.drop.oneOnly, tone: "warn" });
    if (files[0]) props.onFile(files[0]);
  };
  onMount(() => {
    const listeners = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const;
    const entries = Object.entries(listeners) as [
      keyof typeof listeners,
      (event: DragEvent) => void,
    ][];
    for (const [type, listener] of entries) addEventListener(type, listener);
    onCleanup(() => {
      for (const [type, listener] of entries) removeEventListener(type, listener);
    });
  });
  return (
    <Show when={over() > 0}>
      <div class="pointer-events-none fixed inset-0 z-dialog flex items-center justify-center bg-scrim p-6">
        <p class="flex items-center gap-3 rounded-3 border-2 border-dashed border-accent bg-raised px-6 py-5 text-lead font-semibold shadow-3">
          <Icon of={IconDrop} size={20} class="text-accent" /> {t().analytics.drop.here}
        </p>
      </div>
    </Show>
  );
}
