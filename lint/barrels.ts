import { placeOf } from "./zones.ts";
import { isNode, pathOf, type Node, type Rule } from "./tree.ts";

/** Where re-exports are the point: the Worker's entry must export the Durable Object classes. */
const ENTRIES = new Set(["worker/index.ts"]);

/** Bans barrels: a name has one home, and an import says where that is. */
export const noBarrels: Rule = {
  create(context) {
    const path = pathOf(context);
    if (ENTRIES.has(path) || placeOf(path).floor === "outside") return {};
    const report = (node: Node): void =>
      context.report({
        node,
        message: "No re-exports: import the name from the file that makes it.",
      });
    return {
      ExportAllDeclaration: report,
      ExportNamedDeclaration: (node) => {
        if (isNode(node["source"])) report(node);
      },
    };
  },
};
