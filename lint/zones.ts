/** A place in the house. `feature` is the room's name on the floors that have rooms. */
export interface Place {
  floor:
    | "domain"
    | "platform"
    | "features"
    | "jobs"
    | "integrations"
    | "objects"
    | "root"
    | "web"
    | "outside";
  /** First folder below the floor: the feature, the live room, or the part of the web app. */
  room: string;
  /** Path below the room, for example `schema.ts`. */
  file: string;
  test: boolean;
}

const TEST = /\.(test|e2e)\.tsx?$|^web\/e2e\//;

/** Says which floor and room a path (relative to the repository, with `/`) belongs to. */
export function placeOf(path: string): Place {
  const parts = path.split("/");
  const test = TEST.test(path);
  const at = (floor: Place["floor"], depth: number): Place => ({
    floor,
    room: parts.length > depth + 1 ? (parts[depth] ?? "") : "",
    file: parts.slice(parts.length > depth + 1 ? depth + 1 : depth).join("/"),
    test,
  });
  if (parts[0] === "domain") return at("domain", 1);
  if (parts[0] === "durable-objects") return at("objects", 1);
  if (parts[0] === "web") return parts[1] === "features" ? at("web", 2) : at("web", 1);
  if (parts[0] !== "worker") return { floor: "outside", room: "", file: path, test };
  if (parts.length === 2) return at("root", 1);
  if (parts[1] === "platform") return at("platform", 2);
  if (parts[1] === "features") return at("features", 2);
  if (parts[1] === "jobs") return at("jobs", 2);
  if (parts[1] === "integrations") return at("integrations", 2);
  return at("root", 1);
}

const ALIASES: Record<string, string> = {
  "#domain/": "domain/",
  "#worker/": "worker/",
  "#objects/": "durable-objects/",
  "#web/": "web/",
  "#migrations/": "migrations/",
  "#scripts/": "scripts/",
};

/** The repository path an import points to, or undefined for a package. */
export function targetOf(specifier: string, importer: string): string | undefined {
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (specifier.startsWith(alias)) return normalise(folder + specifier.slice(alias.length));
  }
  if (!specifier.startsWith(".")) return undefined;
  const folder = importer.split("/").slice(0, -1).join("/");
  return normalise(`${folder}/${specifier}`);
}

/** How to spell a repository path with its alias, or undefined when its folder has none. */
export function aliasOf(target: string): string | undefined {
  const hit = Object.entries(ALIASES).find(([, folder]) => target.startsWith(folder));
  return hit && hit[0] + target.slice(hit[1].length);
}

function normalise(path: string): string {
  const out: string[] = [];
  for (const part of path.replace(/\?.*$/, "").split("/")) {
    if (part === "..") out.pop();
    else if (part !== "." && part !== "") out.push(part);
  }
  return out.join("/");
}
