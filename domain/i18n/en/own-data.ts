import type { ownData as fr } from "../fr/own-data.ts";
import type { Texts } from "../texts.ts";

export const ownData = {
  title: "Your organization’s data",
} satisfies Texts<typeof fr>;
