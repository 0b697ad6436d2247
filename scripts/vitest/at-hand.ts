import type { Plugin } from "vite";

const LAZY = /\bimport\((?<path>"[^"]+")\)/g;

/**
 * Modules that are read on first use are at hand in the Worker's bundle. The tests' runner asks for them each time, in the name of
 * whoever asks first, and another request that waits for the same answer hangs: so they are imported at the start here too.
 */
export const lazyModulesAtHand = (): Plugin => ({
  name: "lazy-modules-at-hand",
  enforce: "pre",
  transform(code, id) {
    if (!/\/(?:worker|domain|durable-objects)\/[^?]*(?<!\.test)\.ts$/.test(id)) return null;
    const heads: string[] = [];
    const text = code.replaceAll(LAZY, (found, path: string, at: number) => {
      // A type is no module.
      if (/(?:typeof|:|<)\s*$/.test(code.slice(Math.max(0, at - 12), at))) return found;
      heads.push(`import * as lazy${heads.length} from ${path};`);
      return `Promise.resolve(lazy${heads.length - 1})`;
    });
    return heads.length === 0 ? null : { code: `${heads.join(" ")} ${text}`, map: null };
  },
});
