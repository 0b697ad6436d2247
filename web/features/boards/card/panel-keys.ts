import { onCleanup } from "solid-js";

const TAKES_KEYS = "input, textarea, select, [role=option], [role=listbox], [role=menuitem]";

/** Calls back with a letter while a card is open and nobody types or picks; true when it was a command. */
export function onPanelKeys(run: (letter: string) => boolean): void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.matches(TAKES_KEYS) || document.querySelector("[role=dialog][aria-modal=true]"))
      return;
    if (run(event.key.toLowerCase())) event.preventDefault();
  };
  document.addEventListener("keydown", listen);
  onCleanup(() => document.removeEventListener("keydown", listen));
}
