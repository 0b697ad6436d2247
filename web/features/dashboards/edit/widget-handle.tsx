import IconGrip from "~icons/lucide/grip-vertical";
import IconCorner from "~icons/lucide/move-diagonal-2";
import type { Layout } from "#domain/dashboards/layout.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";

interface Handle {
  title: string;
  layout: Layout;
  /** Size of a cell with its gap, in px. */
  cell: () => { width: number; height: number };
  /** Where it would stand, while the pointer holds it; undefined when it lets go. */
  onDraft: (layout: Layout | undefined) => void;
  onPlace: (layout: Layout) => void;
  /** A cell further by an arrow. */
  onStep: (layout: Layout) => void;
}

/** Follows the pointer from its press on, in whole cells; Esc gives up. */
function dragOf(
  props: Handle,
  moved: (layout: Layout, columns: number, rows: number) => Layout,
): (event: PointerEvent & { currentTarget: HTMLElement }) => void {
  return (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const element = event.currentTarget;
    element.focus();
    const { clientX, clientY, pointerId } = event;
    const from = props.layout;
    let next = from;
    element.setPointerCapture(pointerId);
    const follow = (now: PointerEvent) => {
      const { width, height } = props.cell();
      const columns = Math.round((now.clientX - clientX) / width);
      const rows = Math.round((now.clientY - clientY) / height);
      next = moved(from, columns, rows);
      props.onDraft(next);
    };
    const stop = (keep: boolean) => {
      element.removeEventListener("pointermove", follow);
      element.removeEventListener("pointerup", drop);
      element.removeEventListener("pointercancel", cancel);
      element.removeEventListener("keydown", escape);
      props.onDraft(undefined);
      if (keep && next !== from) props.onPlace(next);
    };
    const drop = () => stop(true);
    const cancel = () => stop(false);
    const escape = (key: KeyboardEvent) => {
      if (key.key !== "Escape") return;
      key.stopPropagation();
      stop(false);
    };
    element.addEventListener("pointermove", follow);
    element.addEventListener("pointerup", drop);
    element.addEventListener("pointercancel", cancel);
    element.addEventListener("keydown", escape);
  };
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const move = (layout: Layout, columns: number, rows: number): Layout => ({
  ...layout,
  x: layout.x + columns,
  y: layout.y + rows,
});
const resize = (layout: Layout, columns: number, rows: number): Layout => ({
  ...layout,
  w: Math.min(12 - layout.x, layout.w + columns),
  h: layout.h + rows,
});

function keysOf(props: Handle, alone: typeof move): (event: KeyboardEvent) => void {
  return (event) => {
    const by = ARROWS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    props.onStep((event.shiftKey ? resize : alone)(props.layout, ...by));
  };
}

/** What a widget is moved by: dragged, or the arrows; with Shift they resize it. */
export function WidgetHandle(props: Handle) {
  const t = useTexts();
  return (
    <button
      type="button"
      aria-label={t().dashboards.edit.move(props.title)}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
      class="touch-target -ml-2 flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-1 text-ink-3 hover:bg-hover active:cursor-grabbing phone:size-9"
      onPointerDown={(event) => dragOf(props, move)(event)}
      onKeyDown={(event) => keysOf(props, move)(event)}
    >
      <Icon of={IconGrip} size={14} />
    </button>
  );
}

/** The corner that resizes a widget: dragged, or the arrows. */
export function WidgetCorner(props: Handle) {
  const t = useTexts();
  return (
    <button
      type="button"
      aria-label={t().dashboards.edit.resize(props.title)}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
      class="absolute bottom-0.5 right-0.5 flex size-6 cursor-nwse-resize touch-none items-center justify-center rounded-1 bg-surface text-ink-3 hover:bg-hover phone:hidden"
      onPointerDown={(event) => dragOf(props, resize)(event)}
      onKeyDown={(event) => keysOf(props, resize)(event)}
    >
      <Icon of={IconCorner} size={12} />
    </button>
  );
}
