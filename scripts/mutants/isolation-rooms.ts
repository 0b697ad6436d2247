import type { Mutant } from "./mutant.ts";

const ROOMS = ["worker/contract/isolation-rooms.workerd.test.ts"];
const SOCKETS = "worker/platform/http/sockets.ts";
const OUTBOX = "durable-objects/outbox/room.ts";
const BOARD = "durable-objects/board/room.ts";

/** Sockets, live objects, and what objects write. */
export const ROOM_MUTANTS: readonly Mutant[] = [
  {
    name: "origin of a socket",
    file: SOCKETS,
    find: "if (!allowedOrigin(c.env, c.req.url, origin)) fail",
    replace: "if (false) fail",
    tests: ROOMS,
  },
  {
    name: "room of the ticket",
    file: SOCKETS,
    find: 'if (claims.room !== c.req.path.replace("/ws/", ""))',
    replace: "if (false)",
    tests: ROOMS,
  },
  {
    name: "time of the ticket",
    file: "worker/platform/auth/tokens.ts",
    find: 'const claims = Ticket.parse(await verify(env, clock, token, "ticket+jwt", "socket"));',
    replace:
      'const claims = Ticket.parse(await verify(env, { now: () => clock.now() - 600_000 }, token, "ticket+jwt", "socket"));',
    tests: ROOMS,
  },
  {
    name: "organization in the names of objects",
    file: "worker/platform/tenant.ts",
    find: "return `${tenant.organizationId}/${room}`;",
    replace: "return room;",
    tests: ROOMS,
  },
  {
    name: "objects wait for the authority check",
    file: "worker/platform/tenant.ts",
    find: "async board<T extends Rpc.DurableObjectBranded>(boardId: string) {\n        await authority;\n",
    replace: "async board<T extends Rpc.DurableObjectBranded>(boardId: string) {\n",
    tests: ROOMS,
  },
  {
    name: "one use of a ticket, live",
    file: OUTBOX,
    find: "if (!this.#storage.spendTicket(claims.ticketId, claims.expiresAt, Date.now())) {",
    replace: "if (false) {",
    tests: ROOMS,
  },
  {
    name: "one use of a ticket, board",
    file: BOARD,
    find: "if (!spendTicket(this.#storage, claims.ticketId, claims.expiresAt, Date.now())) {",
    replace: "if (false) {",
    tests: ROOMS,
  },
  {
    name: "authority at the door of the live room",
    file: OUTBOX,
    find: "if (!person) return new Response(null, { status: 403 });",
    replace: "if (!person) return upgraded(new WebSocketPair()[0]);",
    tests: ROOMS,
  },
  {
    name: "key at the door of a board",
    file: BOARD,
    find: 'if (!person?.permissions.includes("boards.read"))',
    replace: "if (!person)",
    tests: ROOMS,
  },
  {
    name: "key to ask for a board's ticket",
    file: "worker/features/live/mint-ticket.ts",
    find: 'if (room !== "live" && !can(actor, "boards.read")) {',
    replace: "if (false) {",
    tests: ROOMS,
  },
  {
    name: "owner of the outbox object",
    file: OUTBOX,
    find: "if (owner && owner.organizationId !== tenant.organizationId) {",
    replace: "if (false) {",
    tests: ROOMS,
  },
  {
    name: "owner of the board's object, to a call",
    file: BOARD,
    find: "if (!this.#owns(tenant)) throw",
    replace: "if (false) throw",
    tests: ROOMS,
  },
  {
    name: "owner of the board's object, to a socket",
    file: BOARD,
    find: "if (!this.#owns(claims.tenant)) return",
    replace: "if (false) return",
    tests: ROOMS,
  },
  {
    name: "recheck of open live sockets",
    file: OUTBOX,
    find: 'else socket.close(CLOSE.session, "authority ended");',
    replace: "",
    tests: ROOMS,
  },
  {
    name: "recheck of open board sockets",
    file: BOARD,
    find: 'const reads = seat.person.permissions.includes("boards.read");',
    replace: "const reads = true;",
    tests: ROOMS,
  },
  {
    name: "boards hear of a change of authority",
    file: OUTBOX,
    find: "rooms.getByName(name).authorityChanged(tenant, userId)",
    replace: "rooms.getByName(name).authorityChanged(tenant, '')",
    tests: ROOMS,
  },
  {
    name: "what a live socket is told, by key",
    file: "durable-objects/outbox/core.ts",
    find: " && permissions.includes(row.permission)",
    replace: "",
    tests: ROOMS,
  },
  {
    name: "identity of the database that an object writes",
    file: "worker/platform/project.ts",
    find: "THEN 1 ELSE -1 END",
    replace: "THEN 1 ELSE 1 END",
    tests: ROOMS,
  },
];
