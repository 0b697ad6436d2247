/**
 * The one catalogue of errors: code → HTTP status. The server sends the code and its parameters; the web
 * renders `t().errors[code]`. A code without words in every language fails the type check.
 */
export const ERRORS = {
  "request.invalid": 422,
  "request.malformed": 400,
  "request.too_large": 413,
  "request.unsupported_type": 415,
  "request.cross_site": 403,
  "request.insecure": 403,
  "request.idempotency_key": 400,
  "request.idempotency_reuse": 422,
  "request.rate_limited": 429,
  "route.not_found": 404,
  "auth.required": 401,
  "auth.expired": 401,
  "auth.invalid_credentials": 401,
  "auth.refresh_reused": 401,
  "auth.link_invalid": 410,
  "auth.email_taken": 409,
  "auth.password_weak": 422,
  "auth.password_wrong": 422,
  "auth.email_unverified": 403,
  "auth.ticket_invalid": 401,
  "auth.session_not_found": 404,
  "auth.code_invalid": 422,
  "auth.challenge_invalid": 410,
  "auth.second_factor_required": 403,
  "auth.factor_exists": 409,
  "auth.factor_not_found": 404,
  "auth.passkey_invalid": 422,
  "auth.fresh_required": 403,
  "auth.factor_demanded": 403,
  "auth.token_invalid": 401,
  "auth.token_refused": 403,
  "permission.denied": 403,
  "organization.not_found": 404,
  "organization.pool_full": 503,
  "organization.too_many": 409,
  "organization.unavailable": 503,
  "organization.name_mismatch": 422,
  "support.grant_not_found": 404,
  "organization.deletion_asked": 409,
  "organization.deletion_not_asked": 404,
  "identity.invitation_invalid": 410,
  "identity.member_not_found": 404,
  "identity.role_not_found": 404,
  "identity.last_owner": 409,
  "identity.owner_keys": 422,
  "identity.role_in_use": 409,
  "identity.role_name_taken": 409,
  "identity.already_member": 409,
  "identity.invitation_not_found": 404,
  "identity.already_owner": 409,
  "identity.role_unscopable": 422,
  "identity.division_not_found": 404,
  "identity.division_name_taken": 409,
  "token.not_found": 404,
  "token.expiry_invalid": 422,
  "token.limit": 409,
  "token.read_needed": 422,
  "service.not_found": 404,
  "service.name_taken": 409,
  "service.disabled": 409,
  "export.not_found": 404,
  "export.running": 409,
  "export.not_running": 409,
  "export.no_archive": 410,
  "export.link_invalid": 410,
  "export.range_invalid": 416,
  "restore.not_found": 404,
  "restore.running": 409,
  "restore.not_receiving": 409,
  "restore.chunk_invalid": 422,
  "restore.incomplete": 409,
  "restore.ended": 409,
  "conflict.version": 409,
  "client.not_found": 404,
  "client.cursor_invalid": 400,
  "dashboard.not_found": 404,
  "dashboard.full": 409,
  "dashboard.version_not_found": 404,
  "dashboard.foreign_widget": 422,
  "dashboard.not_published": 409,
  "dashboard.not_a_picture": 422,
  "dashboard.too_many_links": 409,
  "dashboard.link_not_found": 404,
  "dashboard.link_gone": 410,
  "dashboard.link_password_needed": 403,
  "dashboard.link_password_wrong": 403,
  "dashboard.schedule_not_found": 404,
  "dashboard.comment_not_found": 404,
  "dashboard.comment_of_another": 403,
  "dashboard.too_many_comments": 409,
  "dashboard.too_many_schedules": 409,
  "widget.not_found": 404,
  "note.not_found": 404,
  "note.cursor_invalid": 400,
  "list.cursor_invalid": 400,
  "workspace.not_found": 404,
  "source.not_found": 404,
  "source.table_taken": 409,
  "source.not_a_file": 409,
  "source.not_shared": 409,
  "question.not_found": 404,
  "semantic.not_found": 404,
  "semantic.exists": 409,
  "semantic.version_not_found": 404,
  "board.not_found": 404,
  "board.archived": 409,
  "board.card_not_found": 404,
  "board.view_not_found": 404,
  "board.backup_not_found": 404,
  "board.template_not_found": 404,
  "board.template_too_many": 409,
  "board.card_ambiguous": 409,
  "board.column_not_found": 404,
  "board.op_rejected": 422,
  "file.not_found": 404,
  "file.incomplete": 409,
  "file.taken": 409,
  "import.not_found": 404,
  "import.not_receiving": 409,
  "import.incomplete": 409,
  "import.over": 409,
  "import.not_over": 409,
  "ask.not_found": 404,
  "ask.no_key": 409,
  "ask.budget_spent": 409,
  "ask.unexpected_results": 409,
  "ask.too_long": 422,
  "audit.record_not_found": 404,
  "audit.cursor_invalid": 422,
  "webhook.not_found": 404,
  "webhook.delivery_not_found": 404,
  "webhook.url_refused": 422,
  "webhook.too_many": 409,
  "webhook.paused": 409,
  "webhook.secret_unreadable": 503,
  "webhook.cursor_invalid": 422,
  "connection.not_found": 404,
  "connection.host_refused": 422,
  "connection.too_many": 409,
  "connection.password_needed": 422,
  "connection.password_unreadable": 409,
  "connection.failed": 424,
  "connection.writer": 409,
  "connection.sql_refused": 422,
  "connection.too_costly": 422,
  "connection.query_failed": 422,
  "server.unavailable": 503,
  "server.error": 500,
} as const satisfies Record<string, number>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof ERRORS;

/** Parameters of a problem: small, public and never a secret. */
export type ErrorParams = Record<string, unknown>;

/** An error of the catalogue, thrown by verbs and turned into problem+json by the one mapper. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, params: ErrorParams = {}, headers: Record<string, string> = {}) {
    super(code);
    this.code = code;
    this.params = params;
    this.headers = headers;
  }

  /** The HTTP status of this code. */
  get status(): number {
    return ERRORS[this.code];
  }
}

/** Throws an error of the catalogue. `headers` go out with the answer, such as Retry-After. */
export function fail(
  code: ErrorCode,
  params?: ErrorParams,
  headers?: Record<string, string>,
): never {
  throw new Fault(code, params, headers);
}
