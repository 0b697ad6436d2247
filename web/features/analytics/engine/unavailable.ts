/** DuckDB itself could not be loaded: offline before the first use, or an asset is missing. */
export class EngineUnavailable extends Error {}
