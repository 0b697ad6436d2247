import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Files of a server's key and certificate. */
export interface Certificate {
  key: string;
  certificate: string;
}

const NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1";
const NEW_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes".split(" ");

/**
 * Writes a key and a certificate for this machine's own names into a folder: signed by itself, or by an authority that was made for it
 * and that nobody else knows, as firms have them. `run` says as whom.
 */
export function certify(folder: string, signer: "itself" | "authority", run: object): Certificate {
  const at = (name: string) => join(folder, name);
  const openssl = (...words: string[]) =>
    execFileSync("openssl", words, { ...run, stdio: "ignore" });
  const [key, certificate] = [at("server.key"), at("server.crt")];
  const own = ["req", "-x509", ...NEW_KEY, "-days", "30"];
  if (signer === "itself") {
    openssl(
      ...own,
      "-subj",
      "/CN=localhost",
      "-addext",
      NAMES,
      "-keyout",
      key,
      "-out",
      certificate,
    );
    return { key, certificate };
  }
  const [caKey, ca, request, names] = [at("ca.key"), at("ca.crt"), at("server.csr"), at("names")];
  openssl(...own, "-subj", "/CN=Autorité de la maison", "-keyout", caKey, "-out", ca);
  openssl("req", ...NEW_KEY, "-subj", "/CN=localhost", "-keyout", key, "-out", request);
  writeFileSync(names, NAMES, { mode: 0o644 });
  const signing = ["x509", "-req", "-in", request, "-CA", ca, "-CAkey", caKey, "-CAcreateserial"];
  openssl(...signing, "-days", "30", "-extfile", names, "-out", certificate);
  return { key, certificate };
}
