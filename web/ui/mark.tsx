import { cx } from "./cx.ts";

/** The roof-shaped A without a bar and the point under it, on a 20 grid. */
const MARK_ROOF = "M8.72 4.5h2.56L15.8 15.5h-2.74L10 7.8 6.94 15.5H4.2Z";

/** The mark in its petrol tile. Not under 16 px. Decorative: the name stands beside it or names the link. */
export function Mark(props: { class?: string }) {
  return (
    <svg viewBox="0 0 20 20" class={cx("icon", props.class ?? "size-5")} aria-hidden="true">
      <rect width="20" height="20" rx="5" class="fill-tile" />
      <path d={MARK_ROOF} fill="white" />
      <circle cx="10" cy="14.1" r="1.45" fill="oklch(0.868 0.205 124)" />
    </svg>
  );
}

/** Mark and name, as on the sign-in page. */
export function Wordmark(props: { class?: string }) {
  return (
    <span class={cx("inline-flex items-center gap-2", props.class)}>
      <Mark class="size-6.5" />
      <span class="text-[1.125rem] font-semibold leading-6 tracking-[-0.03em]">Aetheria</span>
    </span>
  );
}
