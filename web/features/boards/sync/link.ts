/** What became of the connection: `refused` means that this person may not be here. */
export type LinkStatus = "connecting" | "open" | "waiting" | "demanded" | "refused" | "closed";

/** What a link tells the engine. It comes back by itself; each time it is open the engine says hello. */
export interface LinkHandlers {
  onOpen(): void;
  onMessage(data: string): void;
  onStatus(status: LinkStatus): void;
}

/** A connection to the board's object: the room socket of the page, or a small one in tests. */
export interface Link {
  /** False when it is not open; then nothing is kept. */
  send(data: string): boolean;
  close(): void;
}
