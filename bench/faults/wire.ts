/** One connection, with frames on their way in both directions. A number among those down is a close code. */
export interface Wire {
  userId: string;
  /** The board's epoch when it was opened: what still comes on it after a restore is of before. */
  epoch: string;
  /** The name of the hello that the object took last. */
  client: string | null;
  up: string[];
  down: (string | number)[];
  /** False once the object or the network closed it. */
  open: boolean;
  /** False once the page has left it, whether the object has noticed or not. */
  held: boolean;
  /** The object's side. */
  socket: WebSocket;
}

const OPEN = 1;
const CLOSED = 3;

/** A connection of one person, with the object's socket as far as the object uses it. */
export function newWire(userId: string, epoch: string, forget: (wire: Wire) => void): Wire {
  let attachment = "null";
  const wire: Wire = {
    userId,
    epoch,
    client: null,
    up: [],
    down: [],
    open: true,
    held: true,
    socket: {
      get readyState() {
        return wire.open ? OPEN : CLOSED;
      },
      send: (text: string) => void wire.down.push(text),
      close(code: number) {
        wire.open = false;
        wire.down.push(code);
        forget(wire);
      },
      serializeAttachment: (value: unknown) => void (attachment = JSON.stringify(value)),
      deserializeAttachment: () => JSON.parse(attachment) as unknown,
      get wire() {
        return wire;
      },
    } as unknown as WebSocket,
  };
  return wire;
}
