/** One record by the names of its columns in the registry, and where the next page goes on. */
export interface Extracted {
  after: string;
  values: Record<string, string | number | boolean | null>;
}
