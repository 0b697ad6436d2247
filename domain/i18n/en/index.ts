import type { fr } from "../fr/index.ts";
import type { Texts } from "../texts.ts";
import { ui } from "./ui.ts";

/** Every English text, by feature. */
export const en = { ui } satisfies Texts<typeof fr>;
