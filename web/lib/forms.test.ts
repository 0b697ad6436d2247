import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const WEB = resolve(import.meta.dirname, "..");
const FORMS = globSync("**/*.tsx", { cwd: WEB })
  .filter((path) => !/^dist|\.test\./.test(path))
  .flatMap((path) => {
    const source = readFileSync(join(WEB, path), "utf8");
    return source
      .split(/<form(?=[\s>])/)
      .slice(1)
      .map((rest) => ({ path, opening: rest.slice(0, 200) }));
  });

it("there are forms to look at", () => expect(FORMS.length).toBeGreaterThan(8));

it.each(FORMS)(
  "the form of $path is judged by us: the browser's bubbles speak its own language",
  ({ opening }) => {
    expect(opening.slice(0, opening.indexOf("onSubmit"))).toContain("novalidate");
  },
);
