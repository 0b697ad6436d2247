import { makePersisted } from "@solid-primitives/storage";
import { createContext, createSignal, useContext, type Signal } from "solid-js";

/** What the parts of the frame share: the rail's width and which overlay is open. */
export function createFrameState() {
  const [narrow, setNarrow] = makePersisted<boolean, Signal<boolean>>(
    createSignal(matchMedia("(width < 64rem)").matches),
    {
      name: "aetheria.rail.narrow",
    },
  );
  const [palette, setPalette] = createSignal(false);
  const [help, setHelp] = createSignal(false);
  return {
    narrow,
    toggleRail: () => void setNarrow(!narrow()),
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
