import { z } from "zod";

// These models are read in the page, whose policy forbids eval. Zod tries it once as the first schema is made, unless told before,
// and the browser would report that.
z.config({ jitless: true });

export { z };
