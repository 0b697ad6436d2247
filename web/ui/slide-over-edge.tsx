const MIN_PX = 360;
const STEP_PX = 24;

/** The left edge of a slide-over: drag, ← →, Home and End change its width (px). */
export function SlideOverEdge(props: {
  label: string;
  width: number;
  onResize: (width: number) => void;
}) {
  const max = () => Math.max(MIN_PX, Math.min(960, window.innerWidth - 320));
  const set = (width: number) =>
    props.onResize(Math.round(Math.min(max(), Math.max(MIN_PX, width))));

  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const edge = event.currentTarget;
    const right = event.clientX + props.width;
    edge.setPointerCapture(event.pointerId);
    const move = (at: PointerEvent) => set(right - at.clientX);
    const end = () => {
      edge.removeEventListener("pointermove", move);
      edge.removeEventListener("pointerup", end);
      edge.removeEventListener("pointercancel", end);
    };
    edge.addEventListener("pointermove", move);
    edge.addEventListener("pointerup", end);
    edge.addEventListener("pointercancel", end);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: props.width + STEP_PX,
      ArrowRight: props.width - STEP_PX,
      Home: MIN_PX,
      End: max(),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(next);
  };

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuenow={props.width}
      aria-valuemin={MIN_PX}
      aria-valuemax={max()}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      class="absolute inset-y-0 -left-1 z-sticky w-2 cursor-col-resize touch-none transition-colors hover:bg-accent/25 focus-visible:bg-accent/25 phone:hidden"
    />
  );
}
