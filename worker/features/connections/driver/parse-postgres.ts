import PgQueryModule from "libpg-query/wasm/libpg-query.js";
import wasm from "libpg-query/wasm/libpg-query.wasm";
import type { ParsePostgres } from "#domain/connections/gate/postgres.ts";

/** Where the fields of the parser's result and of its error stand, bytes: structs of libpg_query. */
const [TREE, ERROR, MESSAGE] = [0, 8, 0];

/**
 * PostgreSQL's own parser. The package's own loader fetches its bytes, which a Worker can't; the Worker has them compiled. Each text
 * has a fresh instance: what one does to the parser's memory touches no other.
 */
export const parsePostgres: ParsePostgres = async (sql) => {
  const parser = await PgQueryModule({
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(wasm, imports);
      done(instance);
      return instance.exports;
    },
  });
  const bytes = parser.lengthBytesUTF8(sql) + 1;
  const text = parser["_malloc"](bytes);
  parser.stringToUTF8(sql, text, bytes);
  const result = parser["_wasm_parse_query_raw"](text);
  const at = (place: number) => parser.getValue(place, "i32");
  const error = at(result + ERROR);
  if (error) throw new Error(parser.UTF8ToString(at(error + MESSAGE)));
  return JSON.parse(parser.UTF8ToString(at(result + TREE))) as Awaited<ReturnType<ParsePostgres>>;
};
