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

/** `que Karim`, `qu’Alice`. */
export const que = (name: string): string => (elides(name) ? `qu’${name}` : `que ${name}`);
