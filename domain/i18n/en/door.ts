import type { door as fr } from "../fr/door.ts";
import type { Texts } from "../texts.ts";
import { account } from "./account.ts";
import { app } from "./app.ts";
import { deletion } from "./deletion.ts";
import { errors } from "./errors.ts";
import { factors } from "./factors.ts";
import { identity } from "./identity.ts";
import { registering } from "./registering.ts";
import { ui } from "./ui.ts";

/** The English texts of whoever is not signed in yet. */
export const door = {
  account,
  app,
  deletion,
  errors,
  factors,
  identity,
  registering,
  ui,
} satisfies Texts<typeof fr>;
