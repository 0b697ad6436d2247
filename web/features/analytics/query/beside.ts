/** Where the settings of a chart open: at a side of its card, or at their own button where no side has room. */
export type Beside = "right-start" | "bottom-end" | "left-start" | null;

/** Px that the panel needs: its width with a gap at both sides, and the least height that shows its choices. */
const ROOM = { width: 536, height: 340 };

/** The side of a card at which a panel hides nothing of it; null where there is none. */
export function beside(
  card: Pick<DOMRect, "left" | "right" | "top" | "bottom">,
  screen: { width: number; height: number },
): Beside {
  const seen = card.bottom > 0 && card.top < screen.height;
  if (!seen) return null;
  if (screen.width - card.right >= ROOM.width) return "right-start";
  if (screen.height - card.bottom >= ROOM.height) return "bottom-end";
  return card.left >= ROOM.width ? "left-start" : null;
}
