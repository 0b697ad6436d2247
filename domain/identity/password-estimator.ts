import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import graphs from "@zxcvbn-ts/language-common/dist/adjacencyGraphs.json.mjs";
import diceware from "@zxcvbn-ts/language-common/dist/diceware.json.mjs";
import passwords from "@zxcvbn-ts/language-common/dist/passwords.json.mjs";
import englishNames from "@zxcvbn-ts/language-en/dist/firstnames.json.mjs";
import english from "@zxcvbn-ts/language-en/dist/commonWords.json.mjs";
import frenchFirstNames from "@zxcvbn-ts/language-fr/dist/firstnames.json.mjs";
import frenchLastNames from "@zxcvbn-ts/language-fr/dist/lastnames.json.mjs";
import french from "@zxcvbn-ts/language-fr/dist/commonWords.json.mjs";

/** Judged on the first 48 characters: the time it takes grows with the length, up to a second for 128 hostile ones. */
const MAX_LENGTH = 48;

/** The estimator with its word lists, about 1 MB: import this file lazily. */
export const estimator = new ZxcvbnFactory({
  graphs,
  maxLength: MAX_LENGTH,
  dictionary: {
    diceware,
    passwords,
    english,
    englishNames,
    french,
    frenchFirstNames,
    frenchLastNames,
  },
});

const common: ReadonlySet<string> = new Set(passwords);

/** Whether the whole password, whatever its case, is one of the 49,000 most common ones. */
export function isCommonPassword(password: string): boolean {
  return common.has(password.toLowerCase());
}
