import { createSignal, createUniqueId } from "solid-js";

/**
 * The keyboard of a list whose focus stays elsewhere (a text field): arrows, Home and End move the active option, Enter
 * chooses it. Point `aria-activedescendant` at `optionId(active())`. `count` may shrink at any time.
 */
export function createListNavigation(list: {
  count: () => number;
  onChoose: (index: number) => void;
  /** Called when the active option changes by key, to scroll it into view. */
  onMove?: (index: number) => void;
}) {
  const id = createUniqueId();
  const [chosen, setActive] = createSignal(0);
  const active = () => Math.max(0, Math.min(chosen(), list.count() - 1));
  const optionId = (index: number) => `${id}-option-${index}`;
  const move = (index: number) => {
    setActive(index);
    document.getElementById(optionId(index))?.scrollIntoView?.({ block: "nearest" });
    list.onMove?.(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || list.count() === 0) return;
    const last = list.count() - 1;
    const at = active();
    if (event.key === "ArrowDown") move(at === last ? 0 : at + 1);
    else if (event.key === "ArrowUp") move(at === 0 ? last : at - 1);
    else if (event.key === "PageDown") move(Math.min(last, at + 8));
    else if (event.key === "PageUp") move(Math.max(0, at - 8));
    else if (event.key === "Enter") list.onChoose(at);
    else return;
    event.preventDefault();
  };
  return { active, setActive, optionId, onKeyDown };
}
