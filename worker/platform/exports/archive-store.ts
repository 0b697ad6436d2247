import { crc32 } from "node:zlib";
import type { Env } from "#worker/platform/env.ts";
import { hex } from "#worker/platform/bytes.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/**
 * Below an organization's prefix: archives, what a restoration reads, parts of files on their way, boards as they were.
 * None is a file of anybody's.
 */
export const OWN_FOLDERS = ["exports/", "restores/", "uploads/", "backups/"] as const;

/** Where an archive stands in the bucket. */
export function archiveKey(tenant: Pick<TenantRef, "organizationId">, exportId: string): string {
  return `${tenant.organizationId}/exports/${exportId}.zip`;
}

/** An archive while it is written: parts of equal size, but for the last. */
export interface ArchiveSink {
  begin(): Promise<string>;
  uploadPart(uploadId: string, number: number, bytes: Uint8Array): Promise<string>;
  complete(uploadId: string, parts: readonly { number: number; etag: string }[]): Promise<number>;
  /** Ends an upload and deletes what came of it. May be repeated. */
  discard(uploadId: string | null): Promise<void>;
}

/** A file of the organization. `path` is below its prefix, size in bytes. */
export interface StoredFile {
  path: string;
  size: number;
  etag: string;
  contentType: string | null;
}

/** The files that an organization keeps. */
export interface FileSource {
  /** Files after a path, in order of their paths. */
  list(after: string | null, limit: number): Promise<StoredFile[]>;
  /** Bytes of the same content that was listed; null when the file changed or went meanwhile. */
  read(file: StoredFile, offset: number, length: number): Promise<Uint8Array | null>;
  /** Reads the whole file once. */
  digest(file: StoredFile): Promise<{ crc: number; sha256: string } | null>;
}

export function archiveSink(env: Env, tenant: TenantRef, exportId: string): ArchiveSink {
  const key = archiveKey(tenant, exportId);
  return {
    async begin() {
      const upload = await env.FILES.createMultipartUpload(key, {
        httpMetadata: { contentType: "application/zip" },
      });
      return upload.uploadId;
    },
    async uploadPart(uploadId, number, bytes) {
      const upload = env.FILES.resumeMultipartUpload(key, uploadId);
      return (await upload.uploadPart(number, bytes)).etag;
    },
    async complete(uploadId, parts) {
      // A job that was interrupted right after this finds the archive whole.
      const there = await env.FILES.head(key);
      if (there) return there.size;
      const upload = env.FILES.resumeMultipartUpload(key, uploadId);
      const whole = await upload.complete(
        parts.map(({ number, etag }) => ({ partNumber: number, etag })),
      );
      return whole.size;
    },
    async discard(uploadId) {
      if (uploadId !== null) {
        // An upload that was completed or ended before is none any more.
        await env.FILES.resumeMultipartUpload(key, uploadId)
          .abort()
          .catch(() => undefined);
      }
      await env.FILES.delete(key);
    },
  };
}

export function fileSource(env: Env, tenant: TenantRef): FileSource {
  const prefix = `${tenant.organizationId}/`;
  const get = async (file: StoredFile, range?: { offset: number; length: number }) => {
    const found = await env.FILES.get(prefix + file.path, {
      onlyIf: { etagMatches: file.etag },
      ...(range ? { range } : {}),
    });
    return found && "body" in found ? found : null;
  };
  return {
    async list(after, limit) {
      const files: StoredFile[] = [];
      let startAfter = prefix + (after ?? "");
      for (;;) {
        const page = await env.FILES.list({
          prefix,
          startAfter,
          limit,
          include: ["httpMetadata"],
        });
        for (const object of page.objects) {
          const path = object.key.slice(prefix.length);
          startAfter = object.key;
          if (OWN_FOLDERS.some((folder) => path.startsWith(folder))) continue;
          const contentType = object.httpMetadata?.contentType ?? null;
          files.push({ path, size: object.size, etag: object.etag, contentType });
        }
        if (files.length > 0 || !page.truncated) return files.slice(0, limit);
      }
    },
    async read(file, offset, length) {
      // No range of nothing can be asked for.
      if (length === 0) return new Uint8Array();
      const found = await get(file, { offset, length });
      return found ? new Uint8Array(await found.arrayBuffer()) : null;
    },
    async digest(file) {
      const found = await get(file);
      if (!found) return null;
      const hash = new crypto.DigestStream("SHA-256");
      const writer = hash.getWriter();
      let crc = 0;
      for await (const chunk of found.body as ReadableStream<Uint8Array>) {
        crc = crc32(chunk, crc);
        await writer.write(chunk);
      }
      await writer.close();
      return { crc, sha256: hex(new Uint8Array(await hash.digest)) };
    },
  };
}
