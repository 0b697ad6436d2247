const FORM = /^[\w-]{20,100}$/;
const KEPT = "linkToken";

/**
 * Reads the token behind the # and takes it out of the address, so that it stays out of screenshots and of what is copied. It is kept
 * in the state of this entry of the tab's history: reloading the page finds it again, no other page does.
 */
export function takeToken(): string | undefined {
  const state = (history.state ?? {}) as Record<string, unknown>;
  const behind = location.hash.slice(1);
  const found = behind === "" ? state[KEPT] : behind;
  const token = typeof found === "string" && FORM.test(found) ? found : undefined;
  history.replaceState({ ...state, [KEPT]: token }, "", location.pathname + location.search);
  return token;
}
