/**
 * A record that stands for whichever one a recycled row holds at the moment: what is read of it is tracked, so that a
 * cell drawn once follows the row from record to record and only what differs is drawn anew.
 */
export function currentRow<Row>(row: () => Row): Row {
  const now = () => row() as object;
  const handler: ProxyHandler<object> = {
    get: (_, key) => Reflect.get(now(), key) as unknown,
    has: (_, key) => Reflect.has(now(), key),
    ownKeys: () => Reflect.ownKeys(now()),
    getOwnPropertyDescriptor: (_, key) => {
      const found = Reflect.getOwnPropertyDescriptor(now(), key);
      return found && { ...found, configurable: true };
    },
  };
  return new Proxy({}, handler) as Row;
}
