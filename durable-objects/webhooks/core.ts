import type { LiveEvent } from "#domain/live/messages.ts";
import type { AttemptError } from "#domain/webhooks/deliveries.ts";
import type { DeliveryState, PauseReason } from "#domain/webhooks/model.ts";

/** A committed event with the key that its readers need. */
export interface OutboxRow extends LiveEvent {
  permission: string;
}

/** What the object knows of a webhook: from the outbox alone, so that each event meets it as it then stood. */
export interface Subscription {
  id: string;
  types: readonly string[];
  permissions: readonly string[];
  /** A deleted one gives up what waits. */
  state: "active" | "paused" | "deleted";
}

/** An event for one webhook. `seq` is its place in the outbox, null for what no commit made. */
export interface NewDelivery {
  id: string;
  seq: number | null;
  webhook: string;
  type: string;
  permission: string;
  entity: string;
  entityId: string;
  body: string;
  /** UTC milliseconds. */
  at: number;
}

/** What taking up rows of the outbox changes, all of it or nothing. */
export interface Intake {
  subscriptions: readonly Subscription[];
  deliveries: readonly NewDelivery[];
  /** The cursor that the rows were read after: by now another one, and nothing is changed. */
  after: number;
  /** The last row that is taken up. */
  upTo: number;
}

/** A delivery whose time has come. `tries` counts since it was made or last replayed, `attempts` all. */
export interface Due {
  id: string;
  body: string;
  tries: number;
  attempts: number;
}

/** What came of one attempt. */
export interface Outcome {
  at: number;
  duration: number;
  status: number | null;
  error: AttemptError | null;
  answer: string;
  retryAfter: number | null;
  headers: Record<string, string>;
}

/** A webhook that is to be paused because of its receiver. `key` names the intention, so that it is told once. */
export interface Pausing {
  id: string;
  reason: Exclude<PauseReason, "person">;
  key: string;
}

/** Where the object begins to read. */
export interface Start {
  /** The row before the organization's first webhook. */
  after: number;
  /**
   * When the database became this organization's. Events from before it came with a restored copy: whoever got them then
   * must not get them again.
   */
  newsSince: number;
}

/** What the object keeps. Each call is one transaction; times are UTC milliseconds. */
export interface WebhookStore {
  /** Null until the object has looked at its outbox for the first time. */
  cursor(): number | null;
  /** Events from before this are another's history: see `Start`. */
  newsSince(): number;
  begin(start: Start): void;
  subscriptions(): Subscription[];
  /** Does nothing when the cursor is no longer `intake.after`: somebody else was quicker. */
  take(intake: Intake, now: number): void;
  add(delivery: NewDelivery): void;
  /** Webhooks with something due that may be tried now: those that work first, then who has waited longest. */
  ready(now: number): { id: string; failing: boolean }[];
  due(webhook: string, now: number): Due | null;
  /** `state` says what the delivery now is, `nextAt` when it is tried again. */
  record(
    webhook: string,
    delivery: Due,
    outcome: Outcome,
    verdict: { state: DeliveryState; nextAt: number | null },
  ): void;
  failingSince(webhook: string): number | null;
  /** Tries nothing of a webhook before this. */
  hold(webhook: string, until: number): void;
  /** Gives up what waits of a webhook that is no more; the event that tells of its end may have yet to be taken up. */
  giveUp(webhook: string, now: number): void;
  pausing(now: number): Pausing[];
  setPausing(pausing: Pausing): void;
  /** The intention was carried out, or failed and is tried again at `again`. */
  settlePausing(id: string, again: number | null): void;
  /** When something is to be done next; null for nothing. */
  nextAt(): number | null;
  /** Forgets what the log no longer keeps. */
  purge(now: number): void;
}

/** What a webhook is at the moment of sending; null when it was deleted. */
export interface Receiver {
  active: boolean;
  url: string;
  /** Those that sign, the present one first; null when they can't be opened. */
  secrets: readonly string[] | null;
}

/** What the object needs of the world. */
export interface WebhookDeps {
  store: WebhookStore;
  organizationId(): string;
  now(): number;
  /** In [0, 1). */
  random(): number;
  newId(): string;
  /** Rows of the outbox after `seq`, in order. */
  read(seq: number, limit: number): Promise<OutboxRow[]>;
  /** Null when there never was a webhook. */
  start(): Promise<Start | null>;
  receiver(webhook: string): Promise<Receiver | null>;
  /** Never throws for what the receiver does. */
  post(request: { url: string; headers: Record<string, string>; body: string }): Promise<{
    status: number | null;
    error: AttemptError | null;
    answer: string;
    retryAfter: number | null;
  }>;
  /** Pauses a webhook in the organization's database and tells its people, once for each key. */
  pause(pausing: Pausing): Promise<void>;
  /** Something in the log has changed. */
  changed(): void;
  failed(what: string, error: unknown): void;
}
