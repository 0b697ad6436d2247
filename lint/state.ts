import { placeOf } from "./zones.ts";
import { bare, isNode, nameOf, nodes, pathOf, type Node, type Rule } from "./tree.ts";

const MUTATORS = new Set(
  "set add delete clear push pop shift unshift splice sort reverse fill copyWithin".split(" "),
);
const CONTAINERS = new Set("Map Set WeakMap WeakSet Array".split(" "));

/**
 * Bans state that outlives a request: one isolate serves many organizations, so a module-level
 * variable is a leak between them. Constants that nothing changes stay allowed.
 */
export const moduleState: Rule = {
  create(context) {
    const place = placeOf(pathOf(context));
    if (place.test || ["web", "outside"].includes(place.floor)) return {};
    const constants = new Map<string, Node>();
    const changed = new Set<string>();
    const report = (node: Node, what: string): void =>
      context.report({
        node,
        message: `${what} outlives the request and is shared by every organization of the isolate. Keep it in the request, the database or a Durable Object.`,
      });
    return {
      Program: (program) => collect(program, constants, report),
      StaticBlock: (node) => report(node, "A static block"),
      PropertyDefinition(node) {
        if (node["static"] === true && node["readonly"] !== true) report(node, "A static field");
        else if (node["static"] === true && isContainer(node["value"]))
          report(node, "A static container");
      },
      AssignmentExpression: (node) => note(node["left"], changed, report),
      UpdateExpression: (node) => note(node["argument"], changed, report),
      UnaryExpression: (node) => {
        if (node["operator"] === "delete") note(node["argument"], changed, report);
      },
      CallExpression: (node) => noteCall(node, changed),
      "Program:exit": () => {
        for (const [name, node] of constants) {
          if (changed.has(name)) report(node, `\`${name}\`, changed after it was made,`);
        }
      },
    };
  },
};

type Report = (node: Node, what: string) => void;

/** Reports what is mutable by its declaration and remembers the other module constants by name. */
function collect(program: Node, constants: Map<string, Node>, report: Report): void {
  for (const statement of nodes(program["body"])) {
    const inner = statement["declaration"];
    const declaration = isNode(inner) ? inner : statement;
    if (declaration.type !== "VariableDeclaration" || declaration["declare"] === true) continue;
    if (declaration["kind"] !== "const") {
      report(declaration, `A module-level \`${String(declaration["kind"])}\``);
      continue;
    }
    for (const one of nodes(declaration["declarations"])) {
      const name = nameOf(one["id"]);
      if (isEmptyContainer(one["init"])) report(one, `The empty container \`${name}\``);
      else if (name) constants.set(name, one);
    }
  }
}

/** Remembers `name[…] = …`, `name.x = …`, and reports writes to globalThis. */
function note(target: unknown, changed: Set<string>, report: Report): void {
  let node = bare(target);
  if (node?.type !== "MemberExpression") return;
  while (node?.type === "MemberExpression") node = bare(node["object"]);
  const name = nameOf(node);
  if (name === "globalThis" && node) report(node, "A property of globalThis");
  else if (name) changed.add(name);
}

function noteCall(call: Node, changed: Set<string>): void {
  const callee = bare(call["callee"]);
  if (callee?.type !== "MemberExpression") return;
  const object = nameOf(bare(callee["object"]));
  if (MUTATORS.has(nameOf(callee["property"]))) changed.add(object);
  const first = nodes(call["arguments"])[0];
  if (object === "Object" && nameOf(callee["property"]) === "assign") changed.add(nameOf(first));
}

function isContainer(value: unknown): boolean {
  const node = bare(value);
  if (node?.type === "ArrayExpression" || node?.type === "ObjectExpression") return true;
  return node?.type === "NewExpression" && CONTAINERS.has(nameOf(node["callee"]));
}

function isEmptyContainer(value: unknown): boolean {
  const node = bare(value);
  if (node?.type === "ArrayExpression") return nodes(node["elements"]).length === 0;
  if (node?.type === "ObjectExpression") return nodes(node["properties"]).length === 0;
  if (node?.type !== "NewExpression" || !CONTAINERS.has(nameOf(node["callee"]))) return false;
  return nodes(node["arguments"]).length === 0 || nameOf(node["callee"]).startsWith("Weak");
}
