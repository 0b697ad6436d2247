/** How a receiver in Node verifies what arrives: the secret comes from its environment, never from its code. */
export const SNIPPET = `import { createServer } from "node:http";
import { Webhook } from "standardwebhooks"; // npm install standardwebhooks

const webhook = new Webhook(process.env.AETHERIA_WEBHOOK_SECRET);

createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts).toString("utf8"); // as it came: not parsed and written again
  try {
    const event = webhook.verify(body, request.headers);
    response.writeHead(204).end(); // answer first, work later
    console.log(event.type, event.record.id);
  } catch {
    response.writeHead(401).end();
  }
}).listen(3000);
`;
