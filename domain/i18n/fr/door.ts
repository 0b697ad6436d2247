import { account } from "./account.ts";
import { app } from "./app.ts";
import { deletion } from "./deletion.ts";
import { errors } from "./errors.ts";
import { factors } from "./factors.ts";
import { identity } from "./identity.ts";
import { registering } from "./registering.ts";
import { ui } from "./ui.ts";

/** The French texts of whoever is not signed in yet: all that the first screen waits for. */
export const door = {
  account,
  app,
  deletion,
  errors,
  factors,
  identity,
  registering,
  ui,
};
