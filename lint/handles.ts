import { placeOf } from "./zones.ts";
import { isNode, nameOf, nodes, pathOf, type Node, type Rule } from "./tree.ts";

/** Names of the D1 bindings in wrangler.toml, and of the type that stands for one. */
const DATABASE = /^(CONTROL_DB|TENANT_DB(_\w*)?|D1Database|D1DatabaseSession|D1PreparedStatement)$/;

/** Drizzle's drivers and its core constructors: what can open a database. */
const DRIVER = /^drizzle-orm\/(?!sqlite-core$|sql($|\/))/;

/**
 * Bans raw database handles outside worker/platform: a handle that skips the platform skips the
 * tenant check, the audit row and the outbox with it.
 */
export const databaseHandles: Rule = {
  create(context) {
    const place = placeOf(pathOf(context));
    if (["platform", "web", "outside"].includes(place.floor)) return {};
    const report = (node: Node, what: string): void =>
      context.report({
        node,
        message: `${what} is a raw database handle: only worker/platform holds one. Read through ctx.db, write through commit.`,
      });
    return {
      ImportDeclaration(node) {
        const source = nameOf(node["source"]);
        if (DRIVER.test(source)) report(node, source);
        if (source !== "cloudflare:workers" || place.test) return;
        for (const one of nodes(node["specifiers"])) {
          if (nameOf(one["imported"]) === "env") report(one, "`env` of cloudflare:workers");
        }
      },
      CallExpression(node) {
        if (nameOf(node["callee"]) === "drizzle") report(node, "`drizzle()`");
      },
      Identifier(node) {
        if (DATABASE.test(nameOf(node))) report(node, `\`${nameOf(node)}\``);
      },
      Literal(node) {
        if (typeof node["value"] === "string" && DATABASE.test(node["value"]))
          report(node, `"${node["value"]}"`);
      },
      TemplateElement(node) {
        const value = node["value"];
        const text = typeof value === "object" && value && "raw" in value ? String(value.raw) : "";
        if (text.startsWith("TENANT_DB_") && !isNode(value)) report(node, "A TENANT_DB_… name");
      },
    };
  },
};
