/** One package of package-lock.json, as far as completing it goes. */
export interface Locked {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export type Packages = Record<string, Locked>;

/** Where the package `name` that `parent` asks for stands: beside it, or in a folder further up. */
function find(packages: Packages, parent: string, name: string): string | undefined {
  for (
    let folder = parent;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))
  ) {
    const path = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`;
    if (packages[path]) return path;
    if (!folder) return undefined;
    if (!folder.includes("/node_modules/")) folder = "";
  }
}

/** Optional packages that others ask for by exact version and that the lock file does not hold. */
export function missingOptional(
  packages: Packages,
): { parent: string; name: string; version: string }[] {
  return Object.entries(packages).flatMap(([parent, one]) =>
    Object.entries(one.optionalDependencies ?? {})
      .filter(([name, version]) => /^\d/.test(version) && !find(packages, parent, name))
      .map(([name, version]) => ({ parent, name, version })),
  );
}

const OS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const CPU = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "wasm32"];

/** The platform that a native package's name tells: `@oxlint/binding-linux-arm64-musl`. */
export function platformOf(name: string): Pick<Locked, "os" | "cpu" | "libc"> {
  const words = name
    .replace("windows-64", "win32-x64")
    .replace("darwin-64", "darwin-x64")
    .split(/[-/]/);
  const os = OS.find((one) => words.includes(one));
  const cpu = CPU.find((one) => words.includes(one));
  if (!cpu || (!os && cpu !== "wasm32")) throw new Error(`No platform in the name of ${name}`);
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : undefined;
  return { cpu: [cpu], ...(os ? { os: [os] } : {}), ...(libc ? { libc } : {}) };
}

/**
 * Adds the packages of other platforms that a registry without them left out: `npm ci` refuses a lock file that
 * misses any, even those that it would not install.
 */
export function complete(packages: Packages): Packages {
  const added = missingOptional(packages).map(({ parent, name, version }) => {
    const dev = packages[parent]?.dev ? { dev: true } : {};
    return [
      `node_modules/${name}`,
      { version, ...dev, optional: true, ...platformOf(name) },
    ] as const;
  });
  const all = Object.entries({ ...packages, ...Object.fromEntries(added) });
  return Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, "en")));
}
