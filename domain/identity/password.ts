import { PASSWORD_LENGTH } from "./password-length.ts";

/** What to do about a weak password. The page renders `t().password.advice[code]`. */
export const PASSWORD_ADVICE = [
  "length",
  "tooLong",
  "common",
  "personal",
  "keyboard",
  "repeat",
  "sequence",
  "date",
  "name",
  "word",
  "useWords",
] as const;
export type PasswordAdvice = (typeof PASSWORD_ADVICE)[number];

/** What the estimator says. `score` runs from 0 (guessed at once) to 4 (very unguessable). */
export interface PasswordVerdict {
  acceptable: boolean;
  score: 0 | 1 | 2 | 3 | 4;
  advice: PasswordAdvice[];
}

/** At least 10⁸ guesses: beyond what an attacker tries against a service that slows attempts down. */
const ENOUGH = 3;

const WARNINGS: Readonly<Record<string, PasswordAdvice>> = {
  straightRow: "keyboard",
  keyPattern: "keyboard",
  simpleRepeat: "repeat",
  extendedRepeat: "repeat",
  sequences: "sequence",
  recentYears: "date",
  dates: "date",
  topTen: "common",
  topHundred: "common",
  common: "common",
  similarToCommon: "common",
  wordByItself: "word",
  namesByThemselves: "name",
  commonNames: "name",
  userInputs: "personal",
};

/** The words of what the person typed beside the password: their name, address and firm, whole and in parts. */
function personalWords(context: readonly string[]): string[] {
  const parts = context.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set([...parts, "aetheria"])].filter((word) => word.length >= 3);
}

/**
 * Judges a new password by how many guesses it withstands instead of by kinds of characters (ASVS 5.0 6.2.5, NIST
 * SP 800-63B-4), the same on the page and on the server. Loads the word lists on first use.
 * @param context what else the person typed: name, email, organization.
 */
export async function judgePassword(
  password: string,
  context: readonly string[] = [],
): Promise<PasswordVerdict> {
  const length = Array.from(password).length;
  if (length > PASSWORD_LENGTH.max) return { acceptable: false, score: 0, advice: ["tooLong"] };
  const { estimator, isCommonPassword } = await import("./password-estimator.ts");
  const words = personalWords(context);
  const { score: estimated, feedback } = estimator.check(password, words);
  const bare = password.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const personal = words.some((word) => leftOver(bare, word.toLowerCase()) < 6);
  const common = isCommonPassword(password);
  const short = length < PASSWORD_LENGTH.min;
  // What is refused is never called strong, whatever the estimate.
  const most = common ? 0 : personal ? 1 : short ? ENOUGH - 1 : 4;
  const score = Math.min(estimated, most);
  const strong = score >= ENOUGH && !short;
  if (strong) return { acceptable: true, score: score as PasswordVerdict["score"], advice: [] };
  const warning = WARNINGS[feedback.warning ?? ""];
  const advice: (PasswordAdvice | false | undefined)[] = [
    short && "length",
    common && "common",
    personal && "personal",
    warning,
    "useWords",
  ];
  return {
    acceptable: false,
    score: score as PasswordVerdict["score"],
    advice: [...new Set(advice.filter((code) => code !== false && code !== undefined))],
  };
}

/** How many characters are left of a password once a word is taken out of it; all of them when it is not in it. */
function leftOver(password: string, word: string): number {
  const bare = word.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return bare.length >= 4 && password.includes(bare) ? password.length - bare.length : Infinity;
}
