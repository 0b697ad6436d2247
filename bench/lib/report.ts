import { render, type Table } from "./table.ts";

/** What stood on a page between `<!-- bench:a -->` and `<!-- /bench:a -->` becomes the section's new text. */
export function withSection(page: string, name: string, text: string): string {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, to] = [page.indexOf(open), page.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`The page has no place for section "${name}".`);
  return `${page.slice(0, from + open.length)}\n\n${text.trim()}\n\n${page.slice(to)}`;
}

/** The tables of one section, told apart by the letter that their titles begin with. */
export function sectionText(tables: readonly Table[], name: string): string {
  return tables
    .filter((table) => table.title.startsWith(name))
    .map(render)
    .join("\n");
}
