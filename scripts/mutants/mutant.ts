/** A text of one file and what takes its place. */
interface Edit {
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
}

/** One check taken out of the source, and the tests that must notice. */
export interface Mutant extends Edit {
  /** What is no longer checked. */
  name: string;
  /** The same check where it is made a second time: either alone is enough, so both go. */
  also?: Edit;
  /** Test files that must fail. */
  tests: readonly string[];
}

/** The files that a mutant changes, each with its text without the check. Throws when a text is not there once. */
export function patched(mutant: Mutant, read: (file: string) => string): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, find, replace } of mutant.also ? [mutant, mutant.also] : [mutant]) {
    const source = files.get(file) ?? read(file);
    const places = source.split(find).length - 1;
    const what = places === 0 ? "is no longer there" : `is there ${places} times`;
    if (places !== 1)
      throw new Error(`${mutant.name}: the text to take out of ${file} ${what}:\n${find}`);
    files.set(
      file,
      source.replace(find, () => replace),
    );
  }
  return files;
}
