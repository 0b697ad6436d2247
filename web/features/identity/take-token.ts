/** Reads the token behind the # and takes it out of the address, so that it stays out of history and screenshots. */
export function takeToken(): string | undefined {
  const token = location.hash.slice(1);
  history.replaceState(history.state, "", location.pathname + location.search);
  return /^[\w-]{20,100}$/.test(token) ? token : undefined;
}
