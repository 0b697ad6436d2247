import { z } from "zod";
import { UNSEEN } from "./unseen.ts";

const SEEN = new RegExp(`^[^${UNSEEN}]*$`, "u");
/** Something that shows: joiners and marks alone would look like nothing. */
const SHOWN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * One line of text that names something: composed, trimmed, without characters that nobody sees. Everything that people read as one line
 * in lists, mails and the log is of this kind.
 */
export function line(max: number) {
  return z.string().normalize("NFC").trim().max(max).regex(SEEN);
}

/** A line that says something: the name of a person, an organization, a record. */
export function nameLine(max: number) {
  return line(max).min(1).regex(SHOWN);
}
