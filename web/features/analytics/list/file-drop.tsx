import IconDrop from "~icons/lucide/file-down";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { currentLibrary, waiting } from "#web/features/analytics/current-library.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { freeName, isWriting, pastedTable } from "./pasted-table.ts";

const holds = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

const hover = (event: DragEvent): void => {
  if (holds(event)) event.preventDefault();
};

/**
 * Takes files dropped anywhere on the page while it is mounted, and shows where they may fall; and a table that is pasted there. Several
 * files at once are read one after the other: the first is handed on, the others wait.
 */
export function FileDrop(props: { onFile: (file: File) => void }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const words = () => t().analytics.files;
  const [over, setOver] = createSignal(0);
  const enter = (event: DragEvent) => void (holds(event) && setOver((depth) => depth + 1));
  const leave = (event: DragEvent) =>
    void (holds(event) && setOver((depth) => Math.max(0, depth - 1)));
  const drop = (event: DragEvent) => {
    if (!holds(event)) return;
    event.preventDefault();
    setOver(0);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files[0] === undefined) return;
    waiting.put(files.slice(1));
    props.onFile(files[0]);
  };
  const paste = (event: ClipboardEvent) => {
    if (isWriting(event.target)) return;
    const copied = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const name = words().pasted(f().dayMonth(calendarDate()));
    if (copied === undefined && pastedTable(text, name) === null) {
      toasts.show({ text: words().notPasted, tone: "warn" });
      return;
    }
    event.preventDefault();
    void take(copied, text, name);
  };
  const take = async (copied: File | undefined, text: string, name: string) => {
    const kept = await currentLibrary()
      .list()
      .catch(() => []);
    const names = kept.map(({ fileName }) => fileName);
    const file = copied ?? pastedTable(text, freeName(name, names));
    if (file === null) return;
    waiting.put([]);
    props.onFile(file);
  };
  onMount(() => {
    const listeners = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const;
    const entries = Object.entries(listeners) as [
      keyof typeof listeners,
      (event: DragEvent) => void,
    ][];
    for (const [type, listener] of entries) addEventListener(type, listener);
    addEventListener("paste", paste);
    onCleanup(() => {
      removeEventListener("paste", paste);
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
