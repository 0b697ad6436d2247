/**
 * The shape another language must have to stand in for French: the same keys, strings for strings, and
 * functions that take the same parameters. A missing or misspelt key fails the type check, and with it the build.
 */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Texts<T[K]>;
};

/** Languages the interface speaks. French is the source of the shape. */
export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Locale whose numbers, money, dates and week start go with a language. */
export const LOCALES = { fr: "fr-FR", en: "en-US" } as const satisfies Record<Language, string>;
