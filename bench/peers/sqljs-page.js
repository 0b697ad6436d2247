// sql.js (SQLite in WebAssembly) in a page, as someone who knows it would: PapaParse streams, one prepared INSERT in one transaction.
import Papa from "papaparse";
import initSqlJs from "sql.js";
import wasm from "sql.js/dist/sql-wasm.wasm?url";

const amount = (text) => (text === "" ? null : Number(text.replace(",", ".")));
const day = (text) => (text === "" ? null : `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`);
const whole = (text) => (text === "" ? null : Number(text));
const yes = (text) => (text === "" ? null : text === "oui" ? 1 : 0);
const word = (text) => (text === "" ? null : text);
const KINDS = {
  date_facture: [day, "TEXT"],
  date_reglement: [day, "TEXT"],
  siret: [whole, "INTEGER"],
  quantite: [whole, "INTEGER"],
  prix_unitaire: [amount, "REAL"],
  montant_ht: [amount, "REAL"],
  tva: [amount, "REAL"],
  avoir: [yes, "INTEGER"],
};

function load(db, file) {
  return new Promise((resolve, reject) => {
    let insert = null;
    let casts = [];
    Papa.parse(file, {
      delimiter: ";",
      skipEmptyLines: true,
      chunk({ data }) {
        if (insert === null) {
          const names = data.shift();
          const kinds = names.map((name) => KINDS[name] ?? [word, "TEXT"]);
          casts = kinds.map(([cast]) => cast);
          db.run(`CREATE TABLE t (${names.map((name, i) => `"${name}" ${kinds[i][1]}`).join(", ")})`);
          db.run("BEGIN");
          insert = db.prepare(`INSERT INTO t VALUES (${names.map(() => "?").join(", ")})`);
        }
        for (const row of data) insert.run(casts.map((cast, i) => cast(row[i])));
      },
      complete: () => {
        insert.free();
        db.run("COMMIT");
        resolve();
      },
      error: reject,
    });
  });
}

// The same questions in SQLite's dialect: months are the beginning of a text, and a median is the middle of a numbered list.
const QUERIES = {
  "amount by month": "SELECT substr(date_facture, 1, 7) || '-01' AS k, sum(montant_ht) AS v FROM t GROUP BY 1 ORDER BY 1",
  "amount by agency and family": "SELECT agence AS k, famille AS k2, sum(montant_ht) AS v FROM t GROUP BY 1, 2 ORDER BY 1, 2",
  "ten best clients": "SELECT client AS k, sum(montant_ht) AS v FROM t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10",
  "large sales of one family":
    "SELECT agence AS k, count(*) AS n, avg(montant_ht) AS v FROM t WHERE famille = 'Charpente' AND montant_ht > 1000 GROUP BY 1 ORDER BY 1",
  "clients of each agency": "SELECT agence AS k, count(DISTINCT client) AS v FROM t GROUP BY 1 ORDER BY 1",
  "median amount of each family": `SELECT famille AS k, avg(montant_ht) AS v FROM (SELECT famille, montant_ht,
    row_number() OVER (PARTITION BY famille ORDER BY montant_ht) AS place, count(*) OVER (PARTITION BY famille) AS n FROM t)
    WHERE place IN ((n + 1) / 2, (n + 2) / 2) GROUP BY 1 ORDER BY 1`,
};

globalThis.bench = {
  async play(names, repeats) {
    const [file] = document.querySelector("input").files;
    const SQL = await initSqlJs({ locateFile: () => wasm });
    const db = new SQL.Database();
    const started = performance.now();
    await load(db, file);
    const importMs = performance.now() - started;
    const queries = {};
    for (const name of names) {
      const times = [];
      let rows = [];
      for (let i = 0; i < repeats; i++) {
        const at = performance.now();
        rows = db.exec(QUERIES[name])[0]?.values ?? [];
        times.push(performance.now() - at);
      }
      queries[name] = { ms: times.sort((a, b) => a - b)[repeats >> 1], rows };
    }
    const rows = db.exec("SELECT count(*) FROM t")[0].values[0][0];
    db.close();
    return { rows, importMs, queries };
  },
};
