/** Where to go after signing in: an address of this site, the home page for anything else. */
export function safeNext(next: string | undefined): string {
  // "//host" and "/\host" are other sites.
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : "/";
}
