import type { ClientRecord } from "#domain/clients/model.ts";
import { stageIcons, type StageShape } from "#web/ui/stage-icon.tsx";
import type { Tone } from "#web/ui/tone.ts";

const LOOK: Record<ClientRecord["stage"], { shape: StageShape; tone: Tone }> = {
  new: { shape: "dashed", tone: "neutral" },
  contacted: { shape: "empty", tone: "neutral" },
  meeting: { shape: "dotted", tone: "neutral" },
  dev: { shape: "dot", tone: "accent" },
  signed: { shape: "check", tone: "ok" },
  delivered: { shape: "done", tone: "neutral" },
};

/** Colour and shape of a stage: never the colour alone. */
export function stageLook(stage: ClientRecord["stage"]) {
  const { shape, tone } = LOOK[stage];
  return { icon: stageIcons[shape], tone };
}
