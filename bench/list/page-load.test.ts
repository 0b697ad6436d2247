import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { coldPage, filesOf, warmLists } from "./page-load.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function site(status = 200) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ""}`.trim());
    response.writeHead(status).end("{}");
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { asked, port: (server.address() as { port: number }).port, token: "t" };
}

describe("files of a document", () => {
  test("are its own scripts, styles and preloads, once each", () => {
    const html = `<link rel="icon" href="/i.svg"><script type="module" crossorigin src="/a.js"></script>
      <link rel="modulepreload" crossorigin href="/b.js"><link rel="stylesheet" href="/c.css">
      <script src="https://elsewhere.test/x.js"></script><script src="/a.js"></script>`;
    expect(filesOf(html)).toEqual(["/i.svg", "/a.js", "/b.js", "/c.css"]);
  });
});

describe("a page", () => {
  test("asks for the document, its files, then the list as the person", async () => {
    const one = await site();
    expect(await coldPage(one, ["/a.js", "/b.js"])).toBeGreaterThan(0);
    expect(one.asked[0]).toBe("/");
    expect(one.asked.slice(1, 3).toSorted()).toEqual(["/a.js", "/b.js"]);
    expect(one.asked.at(-1)).toBe("/api/v1/clients?limit=50 Bearer t");
  });

  test("fails when anything is refused, instead of being quick", async () => {
    await expect(coldPage(await site(401), [])).rejects.toThrow("answered 401");
  });

  test("warm lists are counted one by one", async () => {
    const one = await site();
    expect(await warmLists(one, 5)).toHaveLength(5);
    expect(one.asked).toHaveLength(6);
  });
});
