import type { Mutant } from "./mutant.ts";

const TESTS = ["worker/contract/isolation-exports.workerd.test.ts"];
const JOBS = ["worker/features/exports/export-job.workerd.test.ts"];
const DOWNLOAD = "worker/platform/exports/download.ts";

/** What an export or a restoration of one organization could give to another one, or to somebody else. */
export const EXPORT_MUTANTS: readonly Mutant[] = [
  {
    name: "the organization that an object of exports works for",
    file: "durable-objects/exports/room.ts",
    find: "if (owner.organizationId !== tenant.organizationId)",
    replace: "if (false)",
    tests: TESTS,
  },
  {
    name: "the archive that a ticket is for",
    file: "worker/platform/auth/tokens.ts",
    find: "if (claims.archive !== archive)",
    replace: "if (false)",
    tests: JOBS,
  },
  {
    name: "the kind of ticket that downloads",
    file: "worker/platform/auth/tokens.ts",
    find: "const Download = Access.extend({ archive: z.string() });",
    replace: "const Download = Access.extend({ archive: z.string().optional() });",
    also: {
      file: "worker/platform/auth/tokens.ts",
      find: 'const payload = await verify(env, clock, token, "download+jwt", "download");\n    const claims = Download.parse(payload);\n    if (claims.archive !== archive)',
      replace:
        'const payload = await verify(env, clock, token, "at+jwt", "api");\n    const claims = Download.parse(payload);\n    if (!archive)',
    },
    tests: TESTS,
  },
  {
    name: "whether who downloads still owns the organization",
    file: DOWNLOAD,
    find: 'if (!can(actor, "identity.own"))',
    replace: "if (false)",
    tests: JOBS,
  },
  {
    name: "the organization's prefix of an archive",
    file: "worker/platform/exports/archive-store.ts",
    find: "return `${tenant.organizationId}/exports/${exportId}.zip`;",
    replace: "return `${tenant.organizationId.slice(0, 4)}/exports/${exportId}.zip`;",
    tests: TESTS,
  },
  {
    name: "the organization of a board whose copy is made",
    file: "durable-objects/board/room.ts",
    find: "return this.#founded(tenant) ? copyBoard",
    replace: "return readMeta(this.#storage) ? copyBoard",
    tests: TESTS,
  },
  {
    name: "the organization of a board whose backups are asked for",
    file: "durable-objects/board/room.ts",
    find: "    this.#own(tenant);\n    const shelf",
    replace: "    const shelf",
    tests: ["durable-objects/board/room.workerd.test.ts"],
  },
  {
    name: "the organization of a board whose copy is read",
    file: "durable-objects/board/room.ts",
    find: "    this.#own(tenant);\n    return readCopy(this.#storage, after, bytes);",
    replace: "    void tenant;\n    return readCopy(this.#storage, after, bytes);",
    tests: TESTS,
  },
  {
    name: "the person of a restoration",
    file: "worker/features/exports/restore-queries.ts",
    find: "FROM restores WHERE id = ? AND user_id = ?`",
    replace: "FROM restores WHERE id = ? AND (user_id = ? OR 1)`",
    tests: TESTS,
  },
];
