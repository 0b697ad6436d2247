/** The parser's Emscripten module, as far as it is called here. */
declare module "libpg-query/wasm/libpg-query.js" {
  interface Parser {
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, place: number, bytes: number): void;
    UTF8ToString(place: number): string;
    getValue(place: number, type: "i32"): number;
    _malloc(bytes: number): number;
    _wasm_parse_query_raw(text: number): number;
  }
  export default function PgQueryModule(options: {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): WebAssembly.Exports;
  }): Promise<Parser>;
}
