// PapaParse + Arquero in a page, as their first examples go: rows of objects, a table of them, then the columns that are no text.
import * as aq from "arquero";
import Papa from "papaparse";
import { KINDS, played, word } from "./arquero-play.js";

function load(file) {
  return new Promise((resolve, reject) => {
    Papa.parse(file, {
      delimiter: ";",
      header: true,
      skipEmptyLines: true,
      complete: ({ data, meta }) => {
        const typed = meta.fields.map((name) => {
          const cast = KINDS[name] ?? word;
          return [name, aq.escape((row) => cast(row[name]))];
        });
        resolve(aq.from(data).derive(Object.fromEntries(typed)));
      },
      error: reject,
    });
  });
}

globalThis.bench = played(load);
