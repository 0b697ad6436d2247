import { DurableObject } from "cloudflare:workers";
import type { Place } from "#domain/audit/chain.ts";
import type { Anchors } from "#domain/audit/verify.ts";
import type { LiveMessage, LiveProgress } from "#domain/live/messages.ts";
import type { Env } from "#worker/platform/env.ts";
import { upgradeClaims, upgraded } from "#worker/platform/http/sockets.ts";
import { lastBefore, readOutbox } from "#worker/platform/live/outbox-rows.ts";
import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import type { OutboxRpc } from "#worker/platform/live/rpc.ts";
import { readPerson } from "#worker/platform/live/socket-person.ts";
import { log } from "#worker/platform/log.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { roomName } from "#worker/platform/tenant.ts";
import { adopt, anchorsOf, forget, seal, type ChainDeps } from "./audit-chain.ts";
import { chainOf } from "./chain-deps.ts";
import type { Attachment } from "./attachment.ts";
import { drain, eventsFor, presentBy, seenBy, type OutboxRow } from "./core.ts";
import { parseRequest } from "./parse-request.ts";
import { drainDeps } from "./drain-deps.ts";
import { outboxStorage, type OutboxStorage } from "./storage.ts";
import { tellBoards } from "./tell-boards.ts";
import { tellWebhooks } from "./tell-webhooks.ts";

const SWEEP_MS = 30_000;
const REPLAY_LIMIT = 500;
/** A board's object that could not be reached is tried again after this. */
const TELL_AGAIN_MS = 1_000;
/** Rows are sealed together this long after the first of them, so that a busy minute is a few batches. */
const SEAL_MS = 1_000;
const MAX_MESSAGE = 16 * 1024;
/** A commit may be dated this much before it can be read: its own duration, and clocks that differ. */
const CLOCKS_MS = 5_000;
/** Close codes: 4401 the session is over, 4403 no longer a member, 1009 message too large. */
const CLOSE = { session: 4401, ended: 4403, tooLarge: 1009, invalid: 1007 } as const;

/** One per organization: hands committed events, in order, to every open page of it. */
export class OutboxRoom extends DurableObject<Env> implements OutboxRpc {
  readonly #storage: OutboxStorage;
  readonly #chain: ChainDeps;
  #draining: Promise<void> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  /** A commit was told of since the log was last sealed. The alarm that will seal it outlives an eviction. */
  #unsealed = false;
  /** The organization was deleted: nothing is stored any more. */
  #erased = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#storage = outboxStorage(ctx.storage.sql);
    this.#chain = chainOf(env, ctx.storage.sql, () => this.#tenant());
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  override async fetch(request: Request): Promise<Response> {
    const claims = upgradeClaims(request);
    this.#own(claims.tenant);
    if (!this.#storage.spendTicket(claims.ticketId, claims.expiresAt, Date.now())) {
      return new Response(null, { status: 401 });
    }
    const person = await readPerson(this.env, claims);
    if (!person) return new Response(null, { status: 403 });
    const pair = new WebSocketPair();
    this.ctx.acceptWebSocket(pair[1], [person.claims.userId]);
    this.#attach(pair[1], { person, seq: null, place: "" });
    return upgraded(pair[0]);
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    if (typeof data !== "string" || data.length > MAX_MESSAGE) {
      return socket.close(CLOSE.tooLarge, "message too large");
    }
    const request = parseRequest(data);
    if (!request) return socket.close(CLOSE.invalid, "not a live request");
    if (request.kind === "place") {
      this.#attach(socket, { ...this.#attachment(socket), place: request.place });
      return this.#broadcastPresence();
    }
    await this.#welcome(socket, request.since ?? (await this.#seqOfAge(request.age)));
    this.#broadcastPresence();
  }

  override webSocketClose(socket: WebSocket): void {
    this.#broadcastPresence(socket);
  }

  async poke(tenant: TenantRef): Promise<void> {
    this.#own(tenant);
    this.#unsealed = true;
    await this.#drain();
  }

  async registerRoom(tenant: TenantRef, name: string): Promise<void> {
    this.#own(tenant);
    this.#storage.addRoom(name);
  }

  async authorityChanged(tenant: TenantRef, userId: string): Promise<void> {
    this.#own(tenant);
    for (const socket of this.ctx.getWebSockets(userId)) {
      const held = this.#attachment(socket);
      const person = await readPerson(this.env, held.person.claims);
      if (person) {
        this.#attach(socket, { ...held, person });
        this.#send(socket, { kind: "authority" });
      } else socket.close(CLOSE.session, "authority ended");
    }
    this.#broadcastPresence();
    const rooms = this.env.BOARD_ROOM;
    await Promise.all(
      this.#storage.rooms().map((name) => rooms.getByName(name).authorityChanged(tenant, userId)),
    );
  }

  async erase(tenant: TenantRef): Promise<void> {
    if (!this.#erased) this.#mustBe(tenant);
    this.#erased = true;
    for (const socket of this.ctx.getWebSockets()) socket.close(CLOSE.ended, "deleted");
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  async tellProgress(tenant: TenantRef, permission: string, progress: LiveProgress): Promise<void> {
    this.#own(tenant);
    for (const socket of this.ctx.getWebSockets()) {
      const { seq, person } = this.#attachment(socket);
      const open = seq !== null && person.permissions.includes(permission);
      if (open) this.#send(socket, { kind: "progress", progress });
    }
  }

  async adoptChain(tenant: TenantRef, base: Place): Promise<void> {
    this.#own(tenant);
    await this.#inTurn(() => adopt(this.#chain, base));
  }

  async auditAnchors(tenant: TenantRef): Promise<Anchors> {
    this.#own(tenant);
    return this.#inTurn(async () => {
      await seal(this.#chain);
      return anchorsOf(this.#chain);
    });
  }

  async forgetAudit(tenant: TenantRef, before: string): Promise<number> {
    this.#own(tenant);
    return this.#inTurn(async () => {
      await seal(this.#chain);
      return forget(this.#chain, before);
    });
  }

  override async alarm(): Promise<void> {
    if (this.#erased || !this.#storage.tenant()) return;
    this.#unsealed = false;
    await this.#drain();
    try {
      await this.#inTurn(() => seal(this.#chain));
    } catch (error) {
      // The next commit or the sweep seals what is left: nothing is lost by that.
      log("warn", "audit.seal_failed", { error: String(error) });
    }
  }

  /** One hand at the chain at a time: a seal covers the one before it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Wakes the object after so many milliseconds, or earlier when it was to wake anyway. */
  async #wakeIn(delay: number): Promise<void> {
    const at = Date.now() + delay;
    const held = await this.ctx.storage.getAlarm();
    if (held === null || held > at) await this.ctx.storage.setAlarm(at);
  }

  /** The first organization to call owns the object; another one is refused, whatever went wrong before it. */
  #own(tenant: TenantRef): void {
    if (this.#erased) throw new Error("This outbox's organization was deleted");
    if (!this.#storage.tenant()) return this.#storage.adopt(tenant);
    this.#mustBe(tenant);
  }

  #mustBe(tenant: TenantRef): void {
    const owner = this.#storage.tenant();
    if (owner && owner.organizationId !== tenant.organizationId) {
      log("error", "outbox.tenant_mismatch", { organizationId: tenant.organizationId });
      throw new Error("This outbox belongs to another organization");
    }
  }

  #tenant(): TenantRef {
    const tenant = this.#storage.tenant();
    if (!tenant) throw new Error("This outbox has no organization yet");
    return tenant;
  }

  /** One drain at a time; a poke during it makes it look once more, which the drain's own loop does. */
  async #drain(): Promise<void> {
    while (this.#draining) await this.#draining;
    this.#draining = this.#drainOnce().finally(() => (this.#draining = null));
    await this.#draining;
  }

  async #drainOnce(): Promise<void> {
    const tenant = this.#tenant();
    const storage = this.#storage;
    const wait = await drain(
      drainDeps(storage, {
        read: (seq, limit) => readOutbox(this.env, tenant, seq, limit),
        toPages: (rows) => this.#deliver(rows),
      }),
    );
    const webhooks = this.env.WEBHOOK_ROOM.getByName(roomName(tenant, "webhooks"));
    const heard = await tellWebhooks(storage, () => webhooks.poke(tenant));
    const told = (await this.#tellBoards(tenant)) && heard;
    const open = this.ctx.getWebSockets().length > 0;
    if (wait !== null) await this.#wakeIn(wait);
    else if (!told) await this.#wakeIn(TELL_AGAIN_MS);
    else if (this.#unsealed) await this.#wakeIn(SEAL_MS);
    else if (open) await this.#wakeIn(SWEEP_MS);
  }

  /** An archived board refuses ops by its own knowledge, so its object is told until it has heard. */
  #tellBoards(tenant: TenantRef): Promise<boolean> {
    const rooms = this.env.BOARD_ROOM as unknown as DurableObjectNamespace<BoardRpc>;
    return tellBoards({
      waiting: () => this.#storage.boards(),
      tell: async ({ board, archived }) => {
        const room = rooms.getByName(roomName(tenant, `boards/${board}`));
        await room.setArchived(tenant, archived);
      },
      told: (state) => this.#storage.dropBoard(state),
      failed: (state, error) =>
        log("warn", "outbox.board_untold", { ...state, error: String(error) }),
    });
  }

  /** Where a page stood that began to read `age` milliseconds ago; null when it doesn't say. */
  async #seqOfAge(age: number | undefined): Promise<number | null> {
    if (age === undefined) return null;
    const began = new Date(Math.max(0, Date.now() - age - CLOCKS_MS)).toISOString();
    return lastBefore(this.env, this.#tenant(), began);
  }

  async #welcome(socket: WebSocket, since: number | null): Promise<void> {
    // Deliver the backlog first, so that the cursor is the head and nothing falls between replay and live.
    await this.#drain();
    const head = this.#storage.cursor() ?? 0;
    if (since !== null && (since > head || head - since > REPLAY_LIMIT)) {
      this.#send(socket, { kind: "reset", seq: head });
    } else if (since !== null && since < head) {
      const rows = await readOutbox(this.env, this.#tenant(), since, REPLAY_LIMIT);
      this.#sendEvents(socket, rows);
    }
    const now = Math.max(head, this.#storage.cursor() ?? 0);
    this.#attach(socket, { ...this.#attachment(socket), seq: now });
    if (now > head) {
      this.#sendEvents(socket, await readOutbox(this.env, this.#tenant(), head, REPLAY_LIMIT));
    }
    this.#send(socket, { kind: "welcome", seq: now });
    await this.#wakeIn(SWEEP_MS);
  }

  #deliver(rows: readonly OutboxRow[]): void {
    for (const socket of this.ctx.getWebSockets()) {
      const { seq } = this.#attachment(socket);
      if (seq !== null) this.#sendEvents(socket, rows);
    }
  }

  #sendEvents(socket: WebSocket, rows: readonly OutboxRow[]): void {
    const events = eventsFor(rows, this.#attachment(socket).person.permissions);
    if (events.length > 0) this.#send(socket, { kind: "events", events });
  }

  #broadcastPresence(leaving?: WebSocket): void {
    const sockets = this.ctx.getWebSockets().filter((socket) => socket !== leaving);
    const people = sockets.map((socket) => presentBy(this.#attachment(socket)));
    for (const socket of sockets) {
      const seen = seenBy(this.#attachment(socket).person, people);
      this.#send(socket, { kind: "presence", people: seen });
    }
  }

  #send(socket: WebSocket, message: LiveMessage): void {
    // A socket that closes meanwhile is no failure: its page comes back and says where it stands.
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  #attachment(socket: WebSocket): Attachment {
    return socket.deserializeAttachment() as Attachment;
  }

  #attach(socket: WebSocket, attachment: Attachment): void {
    socket.serializeAttachment(attachment);
  }
}
