import { noBarrels } from "./barrels.ts";
import { forbidden } from "./floors.ts";
import { databaseHandles } from "./handles.ts";
import { moduleState } from "./state.ts";
import { isNode, nameOf, pathOf, type Node, type Rule } from "./tree.ts";

/** Imports run one way: docs/architecture.md. */
const floors: Rule = {
  create(context) {
    const path = pathOf(context);
    const check = (node: Node): void => {
      if (!isNode(node["source"])) return;
      const why = forbidden(path, nameOf(node["source"]), typeOnly(node));
      if (why) context.report({ node, message: why });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    };
  },
};

function typeOnly(node: Node): boolean {
  return node.type === "TSImportType" || [node["importKind"], node["exportKind"]].includes("type");
}

/** The project's own rules, loaded by .oxlintrc.json. Each has fixtures in lint/fixtures. */
export default {
  meta: { name: "aetheria" },
  rules: {
    floors,
    "no-barrels": noBarrels,
    "database-handles": databaseHandles,
    "module-state": moduleState,
  },
};
