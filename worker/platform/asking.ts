import { askConfig, type AskConfig } from "#worker/integrations/anthropic/config.ts";
import { RAW, type Ctx } from "./context.ts";

/** How this Worker asks Claude. */
export function askingOf(ctx: Ctx): AskConfig {
  return askConfig(ctx[RAW].env);
}
