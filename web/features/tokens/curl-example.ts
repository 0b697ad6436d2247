/** What a token is tried with: the first list that one of its keys opens. Search is open to every token. */
const LISTS: readonly (readonly [key: string, path: string])[] = [
  ["clients.read", "/clients?limit=5"],
  ["boards.read", "/boards"],
  ["identity.read", "/members"],
  ["audit.read", "/audit"],
];

/** A command that tries a token at this server. */
export function curlExample(origin: string, token: string, permissions: readonly string[]): string {
  const path = LISTS.find(([key]) => permissions.includes(key))?.[1] ?? "/search?q=a";
  return `curl "${origin}/api/v1${path}" \\\n  -H "Authorization: Bearer ${token}"`;
}
