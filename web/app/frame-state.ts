import { createContext, createSignal, useContext } from "solid-js";

const RAIL = "aetheria.rail";

function storedRail(): boolean {
  const stored = localStorage.getItem(RAIL);
  return stored === null ? matchMedia("(width < 64rem)").matches : stored === "narrow";
}

/** What the parts of the frame share: the rail's width and which overlay is open. */
export function createFrameState() {
  const [narrow, setNarrow] = createSignal(storedRail());
  const [palette, setPalette] = createSignal(false);
  const [help, setHelp] = createSignal(false);
  return {
    narrow,
    toggleRail(): void {
      setNarrow(!narrow());
      localStorage.setItem(RAIL, narrow() ? "narrow" : "wide");
    },
    palette,
    setPalette,
    help,
    setHelp,
  };
}

export type FrameState = ReturnType<typeof createFrameState>;
export const FrameContext = createContext<FrameState>();

/** The frame around this component. */
export function useFrame(): FrameState {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error("useFrame needs a Frame above");
  return frame;
}
