import { placeOf } from "./zones.ts";
import { bare, isNode, nameOf, nodes, pathOf, type Node, type Rule } from "./tree.ts";

/** Where the built-in roles are written down: their keys, their rows, their words. */
const DEFINITIONS =
  /^(domain\/permissions\.ts|domain\/i18n\/|worker\/platform\/auth\/built-in-roles\.ts)/;

/** Worlds that tests are played in. */
const TESTING = /(^|\/)testing(-[\w-]+)?\.tsx?$/;

/** Names of built-in roles that mean nothing else. `member` is also an access and a record: judged by what it is compared with. */
const ROLE_NAMES = new Set(["owner", "admin", "manager", "viewer"]);

/** What holds the name of a role. */
const HOLDER = /^(slug|role|roleSlug|roleName|roles?Slugs?)$/i;

const EQUALITY = new Set(["===", "!==", "==", "!="]);
const SEARCHES = new Set(["includes", "indexOf", "has", "startsWith", "endsWith"]);

/** SQL that picks a role by its slug or name. */
const BY_SLUG =
  /\b(?:roles?|r)\.(?:slug|name)\s*(?:=|<>|!=|IN\b|IS\b|LIKE\b)|\bslug\s*(?:=|<>|!=|IN\b|IS\b|LIKE\b)/i;

/**
 * Bans asking for a role by its name: an organization renames, changes and adds roles, so what somebody may do is
 * asked of permission keys alone, by `can` and `allows`.
 */
export const roleNames: Rule = {
  create(context) {
    const path = pathOf(context);
    const place = placeOf(path);
    if (place.test || TESTING.test(path) || place.floor === "outside" || DEFINITIONS.test(path))
      return {};
    const report = (node: Node): void =>
      context.report({
        node,
        message:
          "A role is asked for by its name. Ask for a permission key: can(actor, key) or allows(actor, key, divisionId).",
      });
    const checkText = (node: Node, text: unknown): void => {
      if (typeof text === "string" && BY_SLUG.test(text)) report(node);
    };
    return {
      BinaryExpression(node) {
        if (!EQUALITY.has(String(node["operator"]))) return;
        const [left, right] = [bare(node["left"]), bare(node["right"])];
        if (compares(left, right) || compares(right, left)) report(node);
      },
      SwitchStatement(node) {
        const asked = bare(node["discriminant"]);
        for (const one of nodes(node["cases"])) {
          if (isNode(one["test"]) && compares(asked, bare(one["test"]))) report(one);
        }
      },
      CallExpression(node) {
        if (searches(node)) report(node);
      },
      Literal: (node) => checkText(node, node["value"]),
      TemplateElement(node) {
        const value = node["value"];
        checkText(node, typeof value === "object" && value && "raw" in value ? value.raw : "");
      },
    };
  },
};

/** Whether the text of `right` is a role's name: by what it says, or by what it is compared with. */
function compares(left: Node | undefined, right: Node | undefined): boolean {
  const text = textOf(right);
  if (text === undefined) return false;
  if (ROLE_NAMES.has(text)) return true;
  const name = lastName(left);
  // A variable called `role` may be any part that somebody plays, unless it is compared with a role's name.
  return HOLDER.test(name) && (text === "member" || name !== "role" || left?.type !== "Identifier");
}

/** `["owner", "admin"].includes(x)`, `names.has("admin")`, `["x"].includes(role.slug)`. */
function searches(call: Node): boolean {
  const callee = bare(call["callee"]);
  if (callee?.type !== "MemberExpression" || !SEARCHES.has(nameOf(callee["property"])))
    return false;
  const asked = bare(nodes(call["arguments"])[0]);
  if (ROLE_NAMES.has(textOf(asked) ?? "")) return true;
  const list = listOf(bare(callee["object"]));
  if (list.length === 0) return false;
  return HOLDER.test(lastName(asked)) || list.some((text) => ROLE_NAMES.has(text));
}

/** The texts of an array, also inside `new Set([…])`. */
function listOf(node: Node | undefined): string[] {
  if (node?.type === "NewExpression") return listOf(bare(nodes(node["arguments"])[0]));
  if (node?.type !== "ArrayExpression") return [];
  return nodes(node["elements"]).flatMap((one) => textOf(bare(one)) ?? []);
}

function textOf(node: Node | undefined): string | undefined {
  const value = node?.type === "Literal" ? node["value"] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** `slug` of `slug`, `role.slug` and `role?.slug`; `role` of `me().role`. */
function lastName(node: Node | undefined): string {
  if (node?.type === "ChainExpression") return lastName(bare(node["expression"]));
  if (node?.type === "MemberExpression") return nameOf(node["property"]);
  if (node?.type === "CallExpression") return lastName(bare(node["callee"]));
  return nameOf(node);
}
