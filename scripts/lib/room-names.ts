/** Every spelling of a feature's name that its files need. */
export interface RoomNames {
  /** Identifiers: `siteVisits`, `siteVisit`, `SiteVisits`, `SiteVisit`. */
  rooms: string;
  room: string;
  Rooms: string;
  Room: string;
  /** Files and addresses: `site-visits`, `site-visit`. */
  path: string;
  one: string;
  /** The table: `site_visits`. */
  table: string;
  /** In sentences: `site visits`, `site visit`, `Site visits`, `Site visit`. */
  words: string;
  word: string;
  Words: string;
  Word: string;
  /** Three letters before each id. */
  prefix: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const camel = (kebab: string): string =>
  kebab.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

/** `companies` → `company`, `boxes` → `box`, `vendors` → `vendor`. */
function singular(plural: string): string {
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  if (/(x|ch|sh|ss)es$/.test(plural)) return plural.slice(0, -2);
  return plural.slice(0, -1);
}

/** The first three letters that no other record uses: of the word, else with its later letters. */
function freePrefix(one: string, taken: ReadonlySet<string>): string {
  const letters = one.replaceAll("-", "");
  for (let i = 2; i < letters.length; i++) {
    const prefix = letters.slice(0, 2) + letters.charAt(i);
    if (!taken.has(prefix)) return prefix;
  }
  throw new Error(`No free id prefix in "${one}": choose another name.`);
}

/**
 * The spellings of a feature called `name`: an English plural in kebab case, such as `site-visits`.
 * @throws when the name has another shape.
 */
export function roomNames(name: string, takenPrefixes: ReadonlySet<string>): RoomNames {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*s$/.test(name) || name.length < 4) {
    throw new Error(`"${name}" is not a plural in lower case, such as vendors or site-visits.`);
  }
  const one = singular(name);
  const words = name.replaceAll("-", " ");
  const word = one.replaceAll("-", " ");
  return {
    rooms: camel(name),
    room: camel(one),
    Rooms: capital(camel(name)),
    Room: capital(camel(one)),
    path: name,
    one,
    table: name.replaceAll("-", "_"),
    words,
    word,
    Words: capital(words),
    Word: capital(word),
    prefix: freePrefix(one, takenPrefixes),
  };
}
