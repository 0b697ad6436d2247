import { noBarrels } from "./barrels.ts";
import { forbidden } from "./floors.ts";
import { databaseHandles } from "./handles.ts";
import { roleNames } from "./roles.ts";
import { moduleState } from "./state.ts";
import { aliasOf, targetOf } from "./zones.ts";
import { isNode, nameOf, pathOf, type Node, type Rule } from "./tree.ts";

/** Imports run one way: docs/architecture.md. `oxlint --fix` spells climbing imports with their alias. */
const floors: Rule = {
  meta: { fixable: "code" },
  create(context) {
    const path = pathOf(context);
    const check = (node: Node): void => {
      const source = node["source"];
      if (!isNode(source)) return;
      const specifier = nameOf(source);
      const why = forbidden(path, specifier, typeOnly(node));
      if (!why) return;
      const alias = specifier.startsWith("../") && aliasOf(targetOf(specifier, path) ?? "");
      context.report({
        node,
        message: why,
        ...(alias ? { fix: (fixer) => fixer.replaceText(source, `"${alias}"`) } : {}),
      });
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
    "role-names": roleNames,
  },
};
