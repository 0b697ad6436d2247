import type { z } from "zod";
import { CATEGORIES, type Category, PRIORITIES, type Priority } from "#domain/boards/model.ts";

const plain = (text: string) =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();

const MEANINGS: readonly [RegExp, z.infer<typeof Category>][] = [
  [/\b(done|termine|fini|complete|closed|clos|livre|delivered|ferme|fait)/, "done"],
  [/(valid|review|revue|relecture|recette|\btest|verif|\bqa\b|controle)/, "review"],
  [/(en cours|doing|progress|\bwip\b|started|commence)/, "doing"],
  [/(a faire|to ?do|next|pret|ready|planifi|this week|cette semaine)/, "todo"],
  [/(backlog|idee|idea|boite|inbox|later|plus tard)/, "backlog"],
];

/** What a column means, by its name in French or English; to do when it tells nothing. */
export function guessCategory(name: string): z.infer<typeof Category> {
  const exact = CATEGORIES.find((category) => category === name);
  return exact ?? MEANINGS.find(([words]) => words.test(plain(name)))?.[1] ?? "todo";
}

const LEVELS: readonly [RegExp, z.infer<typeof Priority>][] = [
  [/^(urgent|critique|critical|p0|tres haute|highest|blocker|bloquant)/, "urgent"],
  [/^(haut|high|elev|p1|important)/, "high"],
  [/^(moyen|medium|normal|p2)/, "medium"],
  [/^(bas|low|faible|p3|p4)/, "low"],
  [/^(aucun|none|sans|-)/, "none"],
];

/** A priority by its word; `none` for an empty cell, null for a word that means none of them. */
export function guessPriority(text: string): z.infer<typeof Priority> | null {
  const word = plain(text);
  if (word === "") return "none";
  const exact = PRIORITIES.find((priority) => priority === word);
  return exact ?? LEVELS.find(([words]) => words.test(word))?.[1] ?? null;
}
