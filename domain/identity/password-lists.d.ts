declare module "@zxcvbn-ts/language-common/dist/adjacencyGraphs.json.mjs" {
  import type { OptionsGraph } from "@zxcvbn-ts/core";
  const graphs: OptionsGraph;
  export default graphs;
}
declare module "@zxcvbn-ts/*.json.mjs" {
  const words: string[];
  export default words;
}
