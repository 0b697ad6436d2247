import { z } from "zod";

/** The one format that this code writes. A change of it is a new number, and the reader then knows both. */
export const FORMAT = "aetheria.export.1";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const EntryName = z.string().max(200);
const Count = z.int().nonnegative();
const Place = z.strictObject({ id: Count, hash: Hash });

/** A file of lines, each a JSON value, with a line feed after each. */
export const Part = z.strictObject({ entry: EntryName, rows: Count, bytes: Count, sha256: Hash });
export type Part = z.infer<typeof Part>;

/** What belongs together, in one or more parts. `sha256`: of the parts' own hashes, each with a line feed after it. */
const Section = z.strictObject({ rows: Count, sha256: Hash, parts: z.array(Part).max(100_000) });

const Table = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,60}$/),
  /** In the order in which they stand in each line. */
  columns: z
    .array(z.string().regex(/^[a-z_][a-z0-9_]{0,60}$/))
    .min(1)
    .max(100),
  ...Section.shape,
});
export type Table = z.infer<typeof Table>;

const Board = z.strictObject({
  id: z.string().regex(/^brd_\w{26}$/),
  /** The sequence number of the board that its lines show. */
  version: Count,
  /** The sequence number up to which `tables` knows the board: never later than `version`. */
  projected: Count,
  ...Section.shape,
});
export type Board = z.infer<typeof Board>;

/** What is not in an archive, and why. `of`: a table, or `table.column`. */
const LeftOut = z.strictObject({ of: z.string().max(140), reason: z.string().max(400) });

/** What stands in `manifest.json`: everything else of the archive can be held against it. Instants are UTC. */
export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  id: z.string().max(40),
  organization: z.strictObject({
    id: z.string().regex(/^org_\w{26}$/),
    name: z.string().min(1).max(200),
  }),
  madeBy: z.strictObject({ userId: z.string().max(40), name: z.string().max(200) }),
  /** The instant that all tables show: they were copied in one transaction. */
  at: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** Migrations of the database that the tables come from, in order. */
  schema: z.array(z.string().max(100)).min(1).max(1000),
  tables: z.array(Table).max(1000),
  /** Members, roles, divisions, invitations and policy, as they were at `peopleAt`. */
  people: z.array(z.strictObject({ name: z.string().max(40), ...Section.shape })).max(20),
  peopleAt: z.iso.datetime(),
  boards: z.array(Board).max(100_000),
  /** Where each line of the index names a file of the archive: path, entry, size, type, hash. */
  files: z.strictObject({ count: Count, bytes: Count, ...Section.shape }),
  /** Where the chain of the audit log begins, and its last seal at `at`. */
  audit: z.strictObject({ base: Place, head: Place.nullable() }),
  leftOut: z.array(LeftOut).max(1000),
});
export type Manifest = z.infer<typeof Manifest>;

/** A line of the index of files. `path` is where the organization keeps it. */
export const FileLine = z.strictObject({
  path: z.string().min(1).max(900),
  entry: EntryName,
  size: Count,
  sha256: Hash,
  contentType: z.string().max(200).nullable(),
});
export type FileLine = z.infer<typeof FileLine>;

/** A person of the archive, by the id that records name. */
export const PersonLine = z.strictObject({
  id: z.string().regex(/^usr_\w{26}$/),
  name: z.string().min(1).max(200),
  email: z.string().min(3).max(320),
  roleId: z.string().max(40),
  since: z.iso.datetime(),
});
export type PersonLine = z.infer<typeof PersonLine>;

export const RoleLine = z.strictObject({
  id: z.string().max(40),
  slug: z.string().min(1).max(80),
  name: z.string().max(200).nullable(),
  permissions: z.array(z.string().max(80)).max(1000),
});
export type RoleLine = z.infer<typeof RoleLine>;

export const DivisionLine = z.strictObject({
  id: z.string().max(40),
  name: z.string().min(1).max(200),
  members: z.array(
    z.strictObject({ userId: z.string().max(40), roleId: z.string().max(40).nullable() }),
  ),
});

export const InvitationLine = z.strictObject({
  id: z.string().max(40),
  email: z.string().max(320).nullable(),
  roleId: z.string().max(40),
  invitedBy: z.string().max(40),
  createdAt: z.string().max(40),
  expiresAt: z.string().max(40),
  acceptedAt: z.string().max(40).nullable(),
  revokedAt: z.string().max(40).nullable(),
});

export const PolicyLine = z.strictObject({
  factorDemandedAt: z.string().max(40).nullable(),
  factorGraceDays: z.int().min(0).max(90),
  knownPermissions: z.array(z.string().max(80)).max(1000),
});

/** Each kind of line about people, by the name of its section. */
export const PEOPLE = {
  members: PersonLine,
  roles: RoleLine,
  divisions: DivisionLine,
  invitations: InvitationLine,
  policy: PolicyLine,
} as const;
