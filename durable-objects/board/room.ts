import { DurableObject } from "cloudflare:workers";
import type { ClientMessage, Push } from "#domain/boards/messages.ts";
import { CLOSE } from "#domain/boards/protocol.ts";
import type { BoardLine } from "#domain/exports/board-lines.ts";
import { newId } from "#domain/ids.ts";
import type { BackupAsk, BoardHead, BoardRpc } from "#worker/features/boards/board-rpc.ts";
import { projectBoard } from "#worker/features/boards/project-board.ts";
import type { Env } from "#worker/platform/env.ts";
import { addressOf } from "#worker/platform/http/address.ts";
import { upgradeClaims, upgraded } from "#worker/platform/http/sockets.ts";
import { readPerson } from "#worker/platform/live/socket-person.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { roomName } from "#worker/platform/tenant.ts";
import { answerBackups, undisturbed } from "./backups.ts";
import { type Broadcast, greeted, startBroadcast } from "./broadcast.ts";
import { createBuckets } from "./bucket.ts";
import { changeTask } from "./change-task.ts";
import { greet, metaOf, receive, rightsOn } from "./core.ts";
import { importLines, openImported } from "./import-lines.ts";
import { boardPage, copyBoard, dropCopy, readCopy } from "./export-copy.ts";
import { found } from "./found.ts";
import { type Chores, startChores } from "./chores.ts";
import { commentsOf } from "./comments-of.ts";
import { cardThere, heldFiles } from "./files-of.ts";
import { parseMessage } from "./parse-message.ts";
import { pushOutside } from "./push-outside.ts";
import { keepSeat, originOf, peerOf, rightsOf, type Seat, seatOf, sendAll } from "./seat.ts";
import { rereadSeat } from "./reread-seat.ts";
import { reconcileRoom } from "./reconcile.ts";
import { boardSnapshot } from "./snapshot.ts";
import { objectStorage } from "./sqlite.ts";
import { prepare, readMeta, spendTicket, type Storage } from "./storage.ts";

/** One per board: owns its columns, cards and their order. Everything true of a board is decided here. */
export class BoardRoom extends DurableObject<Env> implements BoardRpc {
  readonly #storage: Storage;
  readonly #take = createBuckets();
  #started: { broadcast: Broadcast; chores: Chores } | null = null;
  /** The organization was deleted: nothing is stored any more. */
  #erased = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#storage = objectStorage(ctx.storage);
    prepare(this.#storage);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    // Waking with sockets open may follow an eviction that lost a tick: tell them where the board is.
    if (ctx.getWebSockets().length > 0 && readMeta(this.#storage)) this.#live();
  }

  override async fetch(request: Request): Promise<Response> {
    const claims = upgradeClaims(request);
    if (!this.#owns(claims.tenant)) return new Response(null, { status: 404 });
    if (!spendTicket(this.#storage, claims.ticketId, claims.expiresAt, Date.now())) {
      return new Response(null, { status: 401 });
    }
    const person = await readPerson(this.env, claims);
    if (!person?.permissions.includes("boards.read")) return new Response(null, { status: 403 });
    const pair = new WebSocketPair();
    this.ctx.acceptWebSocket(pair[1], [person.claims.userId]);
    const seat = { person, address: addressOf(request), peer: newId("per"), client: null };
    keepSeat(pair[1], { ...seat, state: null, since: Date.now() });
    const name = roomName(claims.tenant, `boards/${metaOf(this.#storage).board}`);
    const outbox = this.env.OUTBOX_ROOM.getByName(roomName(claims.tenant, "outbox"));
    await outbox.registerRoom(claims.tenant, name);
    await this.#live().chores.sweepLater();
    return upgraded(pair[0]);
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    if (socket.readyState !== WebSocket.OPEN) return;
    this.#live().chores.heard(socket);
    const message = parseMessage(data);
    const seat = seatOf(socket);
    if (!message) return this.#refuse(socket, "message");
    if (message.kind === "hello") return this.#hello(socket, seat, message);
    if (seat.client === null) return this.#refuse(socket, "hello_first");
    if (message.kind === "push") return this.#push(socket, seat, seat.client, message);
    if (message.kind === "presence") {
      keepSeat(socket, { ...seat, state: message.state });
      this.#live().broadcast.moved(socket);
    } else this.#live().chores.seen(socket, message.version);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#gone(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#gone(socket);
  }

  async found(...[tenant, board, by, columns]: Parameters<BoardRpc["found"]>): Promise<void> {
    if (readMeta(this.#storage)) return this.#own(tenant);
    const { organizationId: organization, binding } = tenant;
    const first = { ...by, columns, at: new Date().toISOString(), epoch: newId("epo") };
    found(this.#storage, { organization, binding, board, ...first });
    await this.#live().chores.projectSoon();
  }

  async snapshot(tenant: TenantRef) {
    return this.#founded(tenant) ? boardSnapshot(this.#storage) : null;
  }

  async comments(tenant: TenantRef, card: string) {
    this.#own(tenant);
    return commentsOf(this.#storage, card);
  }

  async card(tenant: TenantRef, id: string) {
    this.#own(tenant);
    return cardThere(this.#storage, id);
  }

  async heldFiles(tenant: TenantRef) {
    return this.#founded(tenant) ? heldFiles(this.#storage) : null;
  }

  async pushOutside(...[tenant, outside]: Parameters<BoardRpc["pushOutside"]>) {
    this.#own(tenant);
    const done = pushOutside(this.#storage, outside);
    if (!done) return null;
    const projected = await this.#tell(done.applied);
    return { results: done.results, version: metaOf(this.#storage).version, projected };
  }

  async changeTask(...[tenant, task]: Parameters<BoardRpc["changeTask"]>) {
    this.#own(tenant);
    const { outcome, applied } = changeTask(this.#storage, task, new Date().toISOString());
    return { outcome, projected: await this.#tell(applied) };
  }

  async page(...[tenant, after]: Parameters<BoardRpc["page"]>) {
    return this.#founded(tenant) ? boardPage(this.#storage, after) : null;
  }

  async copyForExport(tenant: TenantRef) {
    return this.#founded(tenant) ? copyBoard(this.#storage) : null;
  }

  async readExportCopy(tenant: TenantRef, after: number, bytes: number) {
    this.#own(tenant);
    return readCopy(this.#storage, after, bytes);
  }

  async importLines(_tenant: TenantRef, lines: string): Promise<void> {
    importLines(this.#storage, JSON.parse(lines) as BoardLine[]);
  }

  async openImported(tenant: TenantRef, head: BoardHead, projected: number): Promise<void> {
    const { organizationId: organization, binding } = tenant;
    openImported(this.#storage, { organization, binding, epoch: newId("epo") }, head, projected);
    this.#own(tenant);
    await this.#live().chores.projectSoon();
  }

  async dropExportCopy(tenant: TenantRef): Promise<void> {
    if (this.#founded(tenant)) dropCopy(this.#storage);
  }

  reconcile(tenant: TenantRef): Promise<number> {
    this.#own(tenant);
    return reconcileRoom(this.#storage, this.#live().chores, this.env, tenant);
  }

  async backups(tenant: TenantRef, ask: BackupAsk) {
    this.#own(tenant);
    const shelf = { storage: this.#storage, files: this.env.FILES, tenant, now: Date.now() };
    const told = await undisturbed(this.ctx, () => answerBackups(shelf, ask));
    if (ask.kind !== "return" || told.length === 0) return told;
    for (const socket of this.ctx.getWebSockets()) this.#leave(socket, CLOSE.behind, "returned");
    return this.#tell(0).then(() => told);
  }

  async setArchived(tenant: TenantRef, archived: boolean): Promise<void> {
    this.#own(tenant);
    this.#storage.run("UPDATE meta SET archived = ?", Number(archived));
    for (const socket of greeted(this.ctx.getWebSockets())) {
      const rights = rightsOn(metaOf(this.#storage), rightsOf(seatOf(socket)));
      sendAll(socket, [{ kind: "rights", rights }]);
    }
    if (!archived) await this.#live().chores.projectSoon();
  }

  async authorityChanged(tenant: TenantRef, userId: string): Promise<void> {
    this.#own(tenant);
    for (const socket of this.ctx.getWebSockets(userId)) {
      const seat = await rereadSeat(this.env, socket);
      const rights = rightsOn(metaOf(this.#storage), rightsOf(seat));
      const reads = seat.person.permissions.includes("boards.read");
      if (reads) sendAll(socket, [{ kind: "rights", rights }]);
      else this.#leave(socket, CLOSE.forbidden, "authority ended");
    }
  }

  async erase(tenant: TenantRef): Promise<void> {
    if (!this.#erased && readMeta(this.#storage)) this.#own(tenant);
    this.#erased = true;
    for (const socket of this.ctx.getWebSockets()) socket.close(CLOSE.forbidden, "deleted");
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  override async alarm(): Promise<void> {
    if (!this.#erased && readMeta(this.#storage)) await this.#live().chores.run();
  }

  #hello(socket: WebSocket, seat: Seat, hello: Extract<ClientMessage, { kind: "hello" }>): void {
    const { userId } = seat.person.claims;
    const by = { userId, peer: seat.peer, rights: rightsOf(seat) };
    const frames = greet(this.#storage, by, hello);
    sendAll(socket, frames);
    if (frames[0]?.kind === "refused") return socket.close(CLOSE.refused, frames[0].code);
    // A page that came back before its lost socket was noticed: one client, one socket.
    const same = (other: WebSocket) => other !== socket && seatOf(other).client === hello.client;
    const lost = this.ctx.getWebSockets(userId).filter(same);
    for (const other of lost) this.#leave(other, CLOSE.silent, "replaced");
    keepSeat(socket, { ...seat, client: hello.client });
    const peers = greeted(this.ctx.getWebSockets()).map((one) => peerOf(seatOf(one)));
    sendAll(socket, [{ kind: "presence", peers, whole: true }]);
    this.#live().broadcast.moved(socket);
  }

  async #push(socket: WebSocket, seat: Seat, client: string, message: Push): Promise<void> {
    const now = Date.now();
    const retryMs = this.#take(client, message.ops.length, now);
    if (retryMs > 0) return sendAll(socket, [{ kind: "slow", retryMs }]);
    const { userId } = seat.person.claims;
    const at = new Date(now).toISOString();
    const by = { client, userId, origin: originOf(seat), rights: rightsOf(seat), at };
    const { frames, applied } = receive(this.#storage, by, message);
    sendAll(socket, frames);
    if (applied === 0) return;
    this.#live().broadcast.ops();
    await this.#live().chores.projectSoon();
  }

  /** What came by no socket goes to the open pages, and to D1. @returns false when D1 lags. */
  #tell(applied: number): Promise<boolean> {
    const { broadcast, chores } = this.#live();
    if (applied > 0) broadcast.ops();
    return chores.projectNow();
  }

  /** Tells the others, once, that the person behind a socket left. */
  #gone(socket: WebSocket): void {
    const seat = seatOf(socket);
    if (seat.client === null) return;
    keepSeat(socket, { ...seat, client: null });
    this.#live().broadcast.others(socket, { kind: "left", peer: seat.peer });
  }

  #leave(socket: WebSocket, code: number, reason: string): void {
    this.#gone(socket);
    socket.close(code, reason);
  }

  #refuse(socket: WebSocket, code: "message" | "hello_first"): void {
    sendAll(socket, [{ kind: "refused", code }]);
    socket.close(CLOSE.refused, code);
  }

  /** What runs while the object is awake. Made on first use, after the board was founded. */
  #live() {
    this.#started ??= {
      broadcast: startBroadcast(this.#storage, () => this.ctx.getWebSockets()),
      chores: startChores({
        storage: this.#storage,
        alarms: this.ctx.storage,
        sockets: () => this.ctx.getWebSockets(),
        pinged: (socket) => this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0,
        tell: () => this.#live().broadcast.ops(),
        project: (backlog) => projectBoard(this.env, this.#tenant(), backlog),
        leave: (socket, code, reason) => this.#leave(socket, code, reason),
      }),
    };
    return this.#started;
  }

  #tenant(): TenantRef {
    const meta = metaOf(this.#storage);
    return { organizationId: meta.organization, binding: meta.binding as TenantRef["binding"] };
  }

  #owns(tenant: TenantRef): boolean {
    return readMeta(this.#storage)?.organization === tenant.organizationId;
  }

  /** Whether there is a board, which must be of this organization. */
  #founded(tenant: TenantRef): boolean {
    if (!readMeta(this.#storage)) return false;
    this.#own(tenant);
    return true;
  }

  /** The organization that founded the board owns it; another one is refused, whatever went wrong before. */
  #own(tenant: TenantRef): void {
    if (!this.#owns(tenant)) throw new Error("This board belongs to another organization");
  }
}
