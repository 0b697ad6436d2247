// One HTTP load for every server, by autocannon. Each question names address, headers, connections and seconds.
import autocannon from "autocannon";

function shoot({ url, headers, connections, seconds }) {
  return new Promise((resolve, reject) => {
    const samples = [];
    const started = performance.now();
    const shot = autocannon({ url, headers, connections, duration: seconds, timeout: 10 }, (error, result) => {
      if (error) return reject(error);
      const lasted = (performance.now() - started) / 1000;
      resolve({ samples, seconds: lasted, bytes: result.throughput.total, failed: result.errors + result.timeouts + result.non2xx });
    });
    shot.on("response", (_client, status, _bytes, ms) => {
      if (status === 200) samples.push(ms);
    });
  });
}

process.on("message", async (question) => process.send(await shoot(question)));
process.on("disconnect", () => process.exit(0));
process.send({ ready: true });
