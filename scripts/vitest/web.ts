import { afterAll, vi } from "vitest";

// Pages read some of their modules on first use: one that is still under way when a file's tests are over would find no window.
afterAll(() => vi.dynamicImportSettled());
