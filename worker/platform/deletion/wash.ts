/** Zeros of one row, below what D1 takes, and rows of one batch. */
const BLOCK = 1_900_000;
const BLOCKS = 8;

/**
 * Writes over what deleted rows leave behind in the files of a local database: its write-ahead log keeps old pages until new
 * ones take their place. Two batches, each larger than what makes SQLite move the log into the file, and then nothing. The
 * pages of a deleted table are gone by themselves: D1 gives them back to the file system.
 */
export async function wash(database: D1Database): Promise<void> {
  const zeros = () => database.prepare("INSERT INTO _wash VALUES (zeroblob(?))").bind(BLOCK);
  await database.prepare("CREATE TABLE IF NOT EXISTS _wash (zeros BLOB)").run();
  for (let pass = 0; pass < 3; pass += 1) {
    await database.batch([
      database.prepare("DELETE FROM _wash"),
      ...Array.from({ length: BLOCKS }, zeros),
    ]);
  }
  await database.prepare("DROP TABLE _wash").run();
}
