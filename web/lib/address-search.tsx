import IconSearch from "~icons/lucide/search";
import { useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { TextField } from "#web/ui/text-field.tsx";

const PAUSE_MS = 200;

/** The words to look for (/), kept in the address once the person pauses. */
export function AddressSearch(props: {
  words: string | undefined;
  label: string;
  class?: string | undefined;
}) {
  const [, setParams] = useSearchParams();
  const [typed, setTyped] = createSignal<string>();
  let input: HTMLInputElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Words of this field that are on their way to the address, in their order. */
  let sent: string[] = [];
  onCleanup(() => clearTimeout(timer));
  onShortcuts(() => ({ "/": () => input?.focus() }));
  const take = (words: string) => {
    clearTimeout(timer);
    sent.push(words.trim());
    setParams({ q: words.trim() || undefined }, { replace: true });
  };
  // Another view brings other words; what is typed here keeps its last space, and what was typed on meanwhile.
  createEffect(
    on(
      () => props.words,
      (words) => {
        const own = sent.indexOf(words ?? "");
        sent = own < 0 ? [] : sent.slice(own + 1);
        if (own >= 0) return;
        clearTimeout(timer);
        setTyped(undefined);
      },
      { defer: true },
    ),
  );
  return (
    <TextField
      label={props.label}
      labelHidden
      type="search"
      size="sm"
      icon={IconSearch}
      placeholder={props.label}
      aria-keyshortcuts="/"
      ref={(element) => (input = element)}
      class={props.class}
      value={typed() ?? props.words ?? ""}
      onInput={(words) => {
        setTyped(words);
        clearTimeout(timer);
        timer = setTimeout(() => take(words), PAUSE_MS);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") take(event.currentTarget.value);
        else if (event.key === "Escape" && event.currentTarget.value) {
          setTyped("");
          take("");
        } else return;
        event.preventDefault();
      }}
    />
  );
}
