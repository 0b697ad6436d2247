import { onCleanup } from "solid-js";

/** A key, a chord or a sequence: `?`, `mod+k` (⌘ on a Mac, Ctrl elsewhere), `mod+shift+z`, `g h`. */
type Keys = string;

const SEQUENCE_MS = 1_200;

/** Whether keys typed there are text, so that single letters are no commands. */
function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=textbox]"))
  );
}

function nameOf(event: KeyboardEvent): string {
  const chord = event.metaKey || event.ctrlKey;
  // Of a key alone Shift makes another one (`?`); of a chord it makes another command.
  const mod = chord ? `mod+${event.shiftKey ? "shift+" : ""}` : "";
  return mod + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

/** Runs the command of a key while the component lives. Letters wait while somebody types, chords don't. */
export function onShortcuts(commands: () => Readonly<Record<Keys, () => void>>): void {
  let first = "";
  let at = 0;
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const name = nameOf(event);
    const chord = name.startsWith("mod+");
    // An editor may stand in a shadow root, which the document sees as its host alone.
    const target = event.composedPath()[0] ?? event.target;
    if (!chord && (takesText(target) || document.querySelector("[role=dialog]"))) return;
    const sequence = first && Date.now() - at < SEQUENCE_MS ? `${first} ${name}` : name;
    const run = commands()[sequence] ?? commands()[name];
    first = run || chord ? "" : name;
    at = Date.now();
    if (!run) return;
    event.preventDefault();
    run();
  };
  document.addEventListener("keydown", listen);
  onCleanup(() => document.removeEventListener("keydown", listen));
}

/** How the command key is written here. */
export const MOD = /mac|iphone|ipad/i.test(navigator.platform) ? "⌘" : "Ctrl";
