import { expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

it.each([
  ["@Karim peux-tu **vérifier** ?", "@Karim peux-tu vérifier ?"],
  ["*vite* et _bien_, ~~pas~~ `ici`", "vite et bien, pas ici"],
  ["__gras__ et ***les deux***", "gras et les deux"],
  ["# Titre\n\nTexte", "Titre Texte"],
  ["- un\n- [x] deux\n> cité", "un deux cité"],
  ["Voir [le plan](https://exemple.fr) et ![photo.png](fil_01)", "Voir le plan et photo.png"],
  ["```ts\nconst a = 1\n```", "const a = 1"],
  ["5 * 3 = 15, nom_de_fichier, 2*3*4", "5 * 3 = 15, nom_de_fichier, 234"],
  ["\\*pas en italique\\*", "*pas en italique*"],
  ["---", ""],
])("%j reads %j", (text, words) => expect(plainText(text)).toBe(words));
