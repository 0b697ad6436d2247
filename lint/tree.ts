/** A syntax node as oxlint hands it to a rule: ESTree, read loosely. */
export interface Node {
  type: string;
  [key: string]: unknown;
}

export interface Context {
  cwd: string;
  filename: string;
  report(finding: { node: Node; message: string; fix?: (fixer: Fixer) => unknown }): void;
}

interface Fixer {
  replaceText(node: Node, text: string): unknown;
}

type Visitor = Record<string, (node: Node) => void>;

/** The shape of a rule of an ESLint plugin, as far as the project's own rules need it. */
export interface Rule {
  meta?: { fixable: "code" };
  create(context: Context): Visitor;
}

/** The file's path relative to the place oxlint was started in, with forward slashes. */
export function pathOf(context: Context): string {
  const path = context.filename.replaceAll("\\", "/");
  const root = `${context.cwd.replaceAll("\\", "/")}/`;
  return path.startsWith(root) ? path.slice(root.length) : path;
}

/** Narrows an unknown child to a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** The children of a node that are nodes. */
export function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The name of an identifier, the text of a string key, or "". */
export function nameOf(value: unknown): string {
  if (!isNode(value)) return "";
  if (value.type === "Identifier" || value.type === "PrivateIdentifier")
    return String(value["name"]);
  return value.type === "Literal" ? String(value["value"]) : "";
}

/** Takes `as const`, `satisfies T`, `x!` and brackets off an expression. */
export function bare(value: unknown): Node | undefined {
  let node = value;
  while (isNode(node)) {
    if (!/^(TS(As|Satisfies|NonNull)Expression|ParenthesizedExpression)$/.test(node.type))
      return node;
    node = node["expression"];
  }
  return undefined;
}
