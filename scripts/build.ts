import { build, BuildError, faults } from "./lib/build.ts";

try {
  const built = await build({ types: true, say: console.log });
  const wrong = faults(built);
  console.log(`First load: ${(built.firstLoad / 1000).toFixed(1)} kB of JavaScript (gzip).`);
  console.log(`Built: ${built.web}`);
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
