// PapaParse + Arquero in a page, as someone who knows them would: columns are typed while the file streams in.
import * as aq from "arquero";
import Papa from "papaparse";
import { KINDS, played, word } from "./arquero-play.js";

function load(file) {
  return new Promise((resolve, reject) => {
    let names = null;
    let columns = [];
    let casts = [];
    Papa.parse(file, {
      delimiter: ";",
      skipEmptyLines: true,
      chunk({ data }) {
        if (names === null) {
          names = data.shift();
          columns = names.map(() => []);
          casts = names.map((name) => KINDS[name] ?? word);
        }
        for (const row of data) {
          for (let i = 0; i < columns.length; i++) columns[i].push(casts[i](row[i]));
        }
      },
      complete: () => resolve(aq.table(Object.fromEntries(names.map((name, i) => [name, columns[i]])))),
      error: reject,
    });
  });
}

globalThis.bench = played(load);
