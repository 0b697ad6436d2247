import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { roomNames, type RoomNames } from "./room-names.ts";

/** One place that lists the rooms: what to put in, before or after which text. */
interface Entry {
  file: string;
  after?: string;
  before?: string;
  text: string;
}

function importAt(file: string, line: string): Entry {
  return { file, before: "import ", text: `${line}\n` };
}

function permissionWords(n: RoomNames, language: string): string {
  const [read, write] =
    language === "fr" ? ["lire", "créer et modifier"] : ["read", "create and change"];
  return `"${n.rooms}.read": "${n.Words} – ${read}", "${n.rooms}.write": "${n.Words} – ${write}",\n`;
}

/** The lists that a room must stand in. Anchors are texts of those files: a test holds them against the tree. */
function entries(n: RoomNames, migration: string, letter: string): Entry[] {
  return [
    importAt(
      "domain/permissions.ts",
      `import { ${n.room}Permissions } from "./${n.path}/permissions.ts";`,
    ),
    { file: "domain/permissions.ts", after: "PERMISSIONS = [", text: `...${n.room}Permissions,` },
    {
      file: "domain/permissions.ts",
      after: "  member: [",
      text: `"${n.rooms}.read", "${n.rooms}.write",`,
    },
    { file: "domain/permissions.ts", after: "  viewer: [", text: `"${n.rooms}.read",` },
    importAt(
      "domain/webhooks/catalogue.ts",
      `import { ${n.room}Event } from "#domain/${n.path}/events.ts";`,
    ),
    {
      file: "domain/webhooks/catalogue.ts",
      after: "WEBHOOK_EVENTS: readonly EventTypes[] = [",
      text: `${n.room}Event,`,
    },
    importAt("domain/api.ts", `import type * as ${n.rooms} from "./${n.path}/api.ts";`),
    { file: "domain/api.ts", after: "type Definitions =", text: ` typeof ${n.rooms} &` },
    ...["fr", "en"].flatMap((language) => [
      importAt(`domain/i18n/${language}/index.ts`, `import { ${n.rooms} } from "./${n.path}.ts";`),
      {
        file: `domain/i18n/${language}/index.ts`,
        after: `const ${language} = {`,
        text: ` ${n.rooms},`,
      },
      {
        file: `domain/i18n/${language}/app.ts`,
        after: "sections: {",
        text: `${n.rooms}: "${n.Words}",`,
      },
      {
        file: `domain/i18n/${language}/identity-roles.ts`,
        before: '"boards.read":',
        text: permissionWords(n, language),
      },
      {
        file: `domain/i18n/${language}/identity-roles.ts`,
        after: "features: {",
        text: `${n.rooms}: "${n.Words}",`,
      },
      {
        file: `domain/i18n/${language}/audit.ts`,
        after: "actions: {",
        text: `"${n.room}.created": "${n.Word} ${language === "fr" ? ": création" : "created"}",`,
      },
      {
        file: `domain/i18n/${language}/audit.ts`,
        after: "entities: {",
        text: `${n.room}: "${n.Word}",`,
      },
      {
        file: `domain/i18n/${language}/search.ts`,
        after: "kinds: {",
        text: `${n.room}: "${n.Word}",`,
      },
    ]),
    importAt(
      "worker/platform/migrations.ts",
      `import ${n.rooms} from "#migrations/tenant/${migration}";`,
    ),
    {
      file: "worker/platform/migrations.ts",
      before: "\n];",
      text: `\n  { name: "${migration}", sql: ${n.rooms} },`,
    },
    importAt("worker/app.ts", `import { ${n.room}Routes } from "./features/${n.path}/routes.ts";`),
    { file: "worker/app.ts", after: "ROUTES: readonly Bound[] = [", text: `...${n.room}Routes,` },
    importAt(
      "web/app/routes.ts",
      `import { ${n.room}Routes } from "#web/features/${n.path}/routes.ts";`,
    ),
    { file: "web/app/routes.ts", after: "children: [", text: `...${n.room}Routes,` },
    importAt("web/app/sections.ts", `import Icon${n.Rooms} from "~icons/lucide/folder";`),
    {
      file: "web/app/sections.ts",
      after: `letter: "h" },`,
      text: `{ key: "${n.rooms}", href: "/${n.path}", icon: Icon${n.Rooms}, letter: "${letter}", permission: "${n.rooms}.read", group: "work" },`,
    },
    importAt("scripts/api/features.ts", `import * as ${n.rooms} from "#domain/${n.path}/api.ts";`),
    {
      file: "scripts/api/features.ts",
      after: "readonly AnyRoute[]>> = {",
      text: `${n.rooms}: routesOf(${n.rooms}),`,
    },
    importAt("scripts/api/walks/all.ts", `import { ${n.rooms} } from "./${n.path}.ts";`),
    { file: "scripts/api/walks/all.ts", after: "Record<string, Walk>> = {", text: `${n.rooms},` },
    {
      file: "worker/contract/audit-trail.ts",
      after: "(firm: Firm) => Promise<Change>> = {",
      text: `"post /${n.path}": async () => ({ path: "/${n.path}", body: { name: "Un nom" } }),`,
    },
  ];
}

/** Puts an entry into a text. @throws when its anchor is not there. */
function insert(text: string, entry: Entry): string {
  const anchor = entry.after ?? entry.before ?? "";
  const found = entry.before === "import " ? text.search(/^import /m) : text.indexOf(anchor);
  if (found < 0)
    throw new Error(`${entry.file} holds no "${anchor}" any more: mend scripts/lib/room.ts.`);
  const at = entry.after ? found + anchor.length : found;
  return text.slice(0, at) + entry.text + text.slice(at);
}

/** Prefixes of ids that the domain uses already. */
function takenPrefixes(root: string): Set<string> {
  const files = globSync("domain/**/*.ts", { cwd: root }).map((path) =>
    readFileSync(join(root, path), "utf8"),
  );
  const hits = files.flatMap((text) => [...text.matchAll(/idSchema\("(\w+)"\)|\| "(\w{3})"/g)]);
  return new Set(hits.map((hit) => hit[1] ?? hit[2] ?? ""));
}

function freeLetter(root: string, name: string): string {
  const sections = readFileSync(join(root, "web/app/sections.ts"), "utf8");
  const taken = new Set([...sections.matchAll(/letter: "(\w)"/g)].map((hit) => hit[1]));
  const letters = `${name}abcdefghijklmnopqrstuvwxyz`.replaceAll(/[^a-z]/g, "").split("");
  return letters.find((letter) => !taken.has(letter)) ?? "z";
}

/**
 * Adds a room called `name` on every floor of the repository at `root`, from the templates in scripts/room.
 * @returns the paths of new and changed files. Nothing is written when anything does not fit.
 */
export function addRoom(root: string, name: string): string[] {
  const names = roomNames(name, takenPrefixes(root));
  const last = globSync("migrations/tenant/*.sql", { cwd: root }).length;
  const spellings = { ...names, number: String(last + 1).padStart(4, "0") };
  const fill = (text: string): string =>
    text.replaceAll(/@(\w+)@/g, (whole, key: string) =>
      key in spellings ? spellings[key as keyof typeof spellings] : whole,
    );
  const changed = new Map<string, string>();
  const templates = join(root, "scripts/room");
  for (const template of globSync("**/*.tmpl", { cwd: templates })) {
    const path = fill(template.replaceAll("\\", "/").replace(/\.tmpl$/, ""));
    if (existsSync(join(root, path))) throw new Error(`There is a ${path} already.`);
    changed.set(path, fill(readFileSync(join(templates, template), "utf8")));
  }
  const migration = `${spellings.number}_${names.table}.sql`;
  for (const entry of entries(names, migration, freeLetter(root, name))) {
    const before = changed.get(entry.file) ?? readFileSync(join(root, entry.file), "utf8");
    changed.set(entry.file, insert(before, entry));
  }
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...changed.keys()].toSorted();
}
