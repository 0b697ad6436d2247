import { firmOnMariadb, firmOnPostgres } from "./firm.ts";
import { startMariadb } from "./mariadb.ts";
import { startPostgres } from "./postgres.ts";

// A process of its own with a PostgreSQL and a MariaDB in it, each with a firm's tables: what asked for it is told the ports,
// and both end with it.
const servers = await Promise.all([
  startPostgres({ passwords: true }),
  startMariadb(),
  startMariadb({ tls: true }),
]);
const [postgres, mysql, mysqlTls] = servers;

async function end(): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
  process.exit(0);
}
process.once("SIGTERM", () => void end());
process.once("disconnect", () => void end());

const firms = await Promise.all([firmOnPostgres(postgres), firmOnMariadb(mysql)]);
await Promise.all(firms.map((firm) => firm.end()));
process.send?.({ postgres: postgres.port, mysql: mysql.port, mysqlTls: mysqlTls.port });
