// Arquero's side of both its pages: what cells become, the questions, and the clock around them.
import * as aq from "arquero";

const amount = (text) => (text === "" ? null : Number(text.replace(",", ".")));
const day = (text) => (text === "" ? null : Date.UTC(+text.slice(6), +text.slice(3, 5) - 1, +text.slice(0, 2)));
const whole = (text) => (text === "" ? null : Number(text));
const yes = (text) => (text === "" ? null : text === "oui");
export const word = (text) => (text === "" ? null : text);
export const KINDS = {
  date_facture: day, date_reglement: day, siret: whole, quantite: whole, prix_unitaire: amount, montant_ht: amount, tva: amount, avoir: yes,
};

const { op } = aq;
const QUERIES = {
  "amount by month": (t) =>
    t.derive({ k: aq.escape((d) => { const at = new Date(d.date_facture); return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1); }) })
      .groupby("k").rollup({ v: (d) => op.sum(d.montant_ht) }).orderby("k"),
  "amount by agency and family": (t) =>
    t.groupby("agence", "famille").rollup({ v: (d) => op.sum(d.montant_ht) }).orderby("agence", "famille"),
  "ten best clients": (t) =>
    t.groupby("client").rollup({ v: (d) => op.sum(d.montant_ht) }).orderby(aq.desc("v"), "client").slice(0, 10),
  "large sales of one family": (t) =>
    t.filter((d) => d.famille === "Charpente" && d.montant_ht > 1000)
      .groupby("agence").rollup({ n: () => op.count(), v: (d) => op.mean(d.montant_ht) }).orderby("agence"),
  "clients of each agency": (t) => t.groupby("agence").rollup({ v: (d) => op.distinct(d.client) }).orderby("agence"),
  "median amount of each family": (t) => t.groupby("famille").rollup({ v: (d) => op.median(d.montant_ht) }).orderby("famille"),
};

/** Plays what a page reads by `load(file)`, a table of typed columns. */
export const played = (load) => ({
  async play(names, repeats) {
    const [file] = document.querySelector("input").files;
    const started = performance.now();
    const table = await load(file);
    const importMs = performance.now() - started;
    const queries = {};
    for (const name of names) {
      const times = [];
      let rows = [];
      for (let i = 0; i < repeats; i++) {
        const at = performance.now();
        const result = QUERIES[name](table);
        rows = result.objects().map(Object.values);
        times.push(performance.now() - at);
      }
      queries[name] = { ms: times.sort((a, b) => a - b)[repeats >> 1], rows };
    }
    return { rows: table.numRows(), importMs, queries };
  },
});
