import type { ClientRecord } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { stageLook } from "./stages.ts";

const RING = "M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0";
const DOT = "M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0";

/** The shapes of `stageLook` (Lucide), each as one path: a row used again swaps an attribute, not elements. */
const PATHS: Record<ClientRecord["stage"], string> = {
  new: "M10.1 2.182a10 10 0 0 1 3.8 0m0 19.636a10 10 0 0 1-3.8 0m7.509-18.097a10 10 0 0 1 2.69 2.7M2.182 13.9a10 10 0 0 1 0-3.8m18.097 7.509a10 10 0 0 1-2.7 2.69M21.818 10.1a10 10 0 0 1 0 3.8M3.721 6.391a10 10 0 0 1 2.7-2.69m-.03 16.578a10 10 0 0 1-2.69-2.7",
  contacted: RING,
  meeting: `M10.1 2.18a9.9 9.9 0 0 1 3.8 0m3.7 1.53a10 10 0 0 1 2.69 2.7m1.53 3.69a9.9 9.9 0 0 1 0 3.8m-1.53 3.7a10 10 0 0 1-2.7 2.69m-3.69 1.53a9.9 9.9 0 0 1-3.8 0m-3.7-1.53a10 10 0 0 1-2.69-2.7M2.18 13.9a9.9 9.9 0 0 1 0-3.8m1.53-3.7a10 10 0 0 1 2.7-2.69${DOT}`,
  dev: `${RING}${DOT}`,
  signed: `${RING}M16 9l-5.5 5.5L8 12`,
  delivered: "M21.801 10A10 10 0 1 1 17 3.335M9 11l3 3L22 4",
};

/** The stage of a client as a chip, for rows that pass by the thousand. */
export function StageChip(props: { stage: ClientRecord["stage"] }) {
  const t = useTexts();
  return (
    <Chip tone={stageLook(props.stage).tone}>
      <svg viewBox="0 0 24 24" aria-hidden="true" class="icon -mt-0.5 mr-1.5 inline size-3">
        <path
          fill="none"
          stroke="currentColor"
          stroke-linecap="round"
          stroke-linejoin="round"
          stroke-width="2"
          d={PATHS[props.stage]}
        />
      </svg>
      {t().clients.stage[props.stage]}
    </Chip>
  );
}
