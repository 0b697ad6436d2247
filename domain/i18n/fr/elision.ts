/** Names in h whose h is heard: Hans, Hassan, Harry. Those in he, hi, ho, hu, hy are mute in French use, as Hadrien is. */
const HEARD_H = /^ha(?!drien)/i;
const VOWEL = /^(?:[aeiouœæ]|h|y(?![aeiou]))/i;

/** Whether what comes before a name loses its vowel: before a vowel, a mute h and a y that is one. */
function elides(name: string): boolean {
  const bare = name.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return VOWEL.test(bare) && !HEARD_H.test(bare);
}

/** `de Karim`, `d’Alice`: the name stays as its person writes it. */
export const de = (name: string): string => (elides(name) ? `d’${name}` : `de ${name}`);

/** `de 06:43`, `d’hier, 17:08`, `du 16 nov., 09:42`: the hour of today has no article. */
export const duMoment = (when: string): string =>
  /^\d\d:/.test(when) ? `de ${when}` : /^\d/.test(when) ? `du ${when}` : de(when);

/** `que Karim`, `qu’Alice`. */
export const que = (name: string): string => (elides(name) ? `qu’${name}` : `que ${name}`);
