/**
 * Bytes of a file as an answer, always to keep: under a type of its own a file could be a page in our name. Pages that show
 * a picture draw it out of these bytes.
 */
export function bytesToKeep(found: R2ObjectBody, fallback: string): Response {
  const name = encodeURIComponent(found.customMetadata?.["name"] ?? fallback).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(found.body, {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(found.size),
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      // What a file id stands for never changes; a shared cache must not keep it.
      "cache-control": "private, max-age=86400, immutable",
    },
  });
}
