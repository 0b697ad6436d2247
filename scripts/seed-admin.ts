import { parseArgs } from "node:util";
import { build, BuildError } from "./lib/build.ts";
import { STATE } from "./lib/paths.ts";
import { seedAdmin } from "./lib/seed-admin.ts";
import { serve, StartError } from "./lib/server.ts";

// npm run seed:admin -- --email claire@exemple.fr --name "Claire Morvan" --organization "Atelier Morvan" [--language en]
// [--state FOLDER]: the first organization and its owner on the local state, and a link by which the owner chooses a password.
const { values } = parseArgs({
  options: {
    email: { type: "string" },
    name: { type: "string" },
    organization: { type: "string" },
    language: { type: "string", default: "fr" },
    state: { type: "string", default: STATE },
  },
});
const { email, name, organization, state } = values;
const PORT = process.env["PORT"] ?? "8787";

try {
  if (!email || !name || !organization) {
    throw new StartError(
      'Tell whom: npm run seed:admin -- --email claire@exemple.fr --name "Claire Morvan" --organization "Atelier Morvan"',
    );
  }
  const language = values.language === "en" ? "en" : "fr";
  const built = await build({ types: false });
  const vars = { ENVIRONMENT: "development" };
  const server = await serve({ build: built, state, port: 0, vars });
  try {
    const path = await seedAdmin(server, { email, name, organization, language });
    console.log(`${organization} is there, owned by ${name}.`);
    console.log("Start the server (npm start), then choose a password within the hour, once:");
    console.log(`  http://localhost:${PORT}${path}`);
  } finally {
    await server.stop();
  }
} catch (error) {
  if (!(error instanceof StartError || error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
