import { expect, it } from "vitest";
import { TOKEN_KEYS } from "#domain/tokens/rules.ts";
import { curlExample } from "./curl-example.ts";

it("a command asks this server for a list that the token opens", () => {
  const command = curlExample("https://aetheria.test", "aet_x", ["boards.read", "clients.write"]);
  expect(command).toBe(
    'curl "https://aetheria.test/api/v1/boards" \\\n  -H "Authorization: Bearer aet_x"',
  );
});

it.each(TOKEN_KEYS)("a token with %s alone has something to try", (key) => {
  expect(curlExample("https://aetheria.test", "aet_x", [key])).toMatch(/\/api\/v1\/\w+/);
});
