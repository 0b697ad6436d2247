import { createContext, createSignal, useContext } from "solid-js";
import type { Tone } from "./tone.ts";

export type Toast = {
  id: number;
  text: string;
  tone?: Extract<Tone, "neutral" | "ok" | "warn" | "bad"> | undefined;
  /** Offers to take the change back. */
  onUndo?: (() => void) | undefined;
  /** Whether what it tells of holds: once it did and no longer does, undone in another way, the toast leaves. */
  holds?: (() => boolean) | undefined;
  /** Another action than undo. */
  action?: { label: string; onSelect: () => void } | undefined;
  /** How long it stays, in ms: 6 s, 10 s with undo; Infinity until dismissed. */
  lasts?: number | undefined;
};

/** The toasts on screen, newest last, and how to add and take away one. */
export function createToasts() {
  const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
  let last = 0;
  return {
    toasts,
    /** Shows a toast and returns its id. At most three stay; the oldest leaves. */
    show: (toast: Omit<Toast, "id">) => {
      const id = ++last;
      setToasts((shown) => [...shown, { ...toast, id }].slice(-3));
      return id;
    },
    dismiss: (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
  };
}

export type Toasts = ReturnType<typeof createToasts>;
export const ToastContext = createContext<Toasts>();

/** `const toasts = useToasts(); toasts.show({ text, onUndo })`. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error("useToasts needs a ToastProvider above");
  return toasts;
}
