import IconSearch from "~icons/lucide/search";
import { useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { TextField } from "#web/ui/text-field.tsx";

const PAUSE_MS = 250;

/** The words to look for (/), kept in the address once the person pauses. */
export function LogSearch(props: { words: string | undefined }) {
  const t = useTexts();
  const [, setParams] = useSearchParams();
  const [typed, setTyped] = createSignal<string>();
  let input: HTMLInputElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  onShortcuts(() => ({ "/": () => input?.focus() }));
  const take = (words: string) => {
    clearTimeout(timer);
    setParams({ q: words.trim() || undefined }, { replace: true });
  };
  createEffect(
    on(
      () => props.words,
      (words) => {
        if ((typed() ?? "").trim() !== (words ?? "")) setTyped(undefined);
      },
      { defer: true },
    ),
  );
  return (
    <TextField
      label={t().audit.filter.search}
      labelHidden
      type="search"
      size="sm"
      icon={IconSearch}
      placeholder={t().audit.filter.search}
      aria-keyshortcuts="/"
      ref={(element) => (input = element)}
      class="w-72 phone:w-60 phone:shrink-0"
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
