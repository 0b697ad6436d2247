/** What a person may still ask for in this minute. */
export interface Allowance {
  allowed: boolean;
  /** Requests a minute. */
  quota: number;
  /** Requests that may follow at once. */
  remaining: number;
  /** Seconds until the oldest request of the minute no longer counts. */
  reset: number;
}

/** The object that counts one person's requests. */
export interface LimitRpc extends Rpc.DurableObjectBranded {
  /** Counts a request, unless the last minute holds `quota` of them already. */
  take(quota: number): Promise<Allowance>;
}
