import { z } from "zod";

// The page's policy forbids eval. Zod tries it once as the first schema is made, unless told before, and the browser reports that.
z.config({ jitless: true });
