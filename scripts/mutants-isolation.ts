import { mutantsCommand } from "./mutants/command.ts";
import { ISOLATION } from "./mutants/isolation.ts";

// npm run mutants:isolation [-- --only words] [-- --jobs 2]: takes out each tenant check in turn; the tests must fail.
await mutantsCommand({
  name: "mutants:isolation",
  mutants: ISOLATION,
  bench: { project: "workerd" },
});
