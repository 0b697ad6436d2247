import type { ErrorCode, ErrorParams } from "#domain/errors.ts";

/** What can go wrong before any server has answered. */
export type NetworkCode = "network.offline" | "network.timeout" | "network.unreachable";

/** What the browser says of a passkey: this authenticator keeps one already, the address is none for keys, it can't. */
export type PasskeyCode = "passkey.exists" | "passkey.address" | "passkey.unable";

/** A code that the page has words for: `t().errors[code]`. */
export type ProblemCode = ErrorCode | NetworkCode | PasskeyCode;

/** An answer of the API that is not what was asked for, or no answer. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: ProblemCode;
  /** The HTTP status; 0 when no server answered. */
  readonly status: number;
  readonly params: ErrorParams;
  readonly requestId: string | undefined;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ProblemCode,
    status: number,
    params: ErrorParams = {},
    requestId?: string,
    retryAfter?: number,
  ) {
    super(code);
    this.code = code;
    this.status = status;
    this.params = params;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }
}

/** Whether the same request may do better a moment later: no connection, no answer in time, or 503. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof ApiProblem &&
    (error.status === 0 || error.status === 503) &&
    error.code !== "organization.pool_full"
  );
}

/**
 * Whether a read of one record by its id found nothing. An id that no record can have is refused as malformed: to
 * whoever follows an address that is the same.
 */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 404 || error.code === "request.invalid");
}

interface ProblemBody {
  code?: unknown;
  params?: unknown;
  requestId?: unknown;
}

/** Reads problem+json; anything else that isn't a success becomes `server.error` or `server.unavailable`. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const fallback = response.status === 503 ? "server.unavailable" : "server.error";
  const seconds = Number(response.headers.get("retry-after"));
  return new ApiProblem(
    (typeof body.code === "string" ? body.code : fallback) as ProblemCode,
    response.status,
    (body.params ?? {}) as ErrorParams,
    typeof body.requestId === "string"
      ? body.requestId
      : (response.headers.get("x-request-id") ?? undefined),
    Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
  );
}
