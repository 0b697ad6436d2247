// The shell's own service worker. Pages: the network first, the kept shell when there is none. Hashed files: kept
// once, for ever. The API and the sockets never pass through a cache.
const VERSION = __VERSION__;
const FILES = __FILES__;
const CACHE = `shell-${VERSION}`;
const ASSETS = "assets";
const PAGE = "/";

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const shell = await caches.open(CACHE);
      await shell.addAll([PAGE, "/boot.js", "/icons/mark.svg", "/manifest.webmanifest"]);
      const assets = await caches.open(ASSETS);
      const kept = new Set((await assets.keys()).map((request) => new URL(request.url).pathname));
      await Promise.all(FILES.filter((file) => !kept.has(file)).map((file) => assets.add(file)));
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter(
        (name) => name !== CACHE && name.startsWith("shell-"),
      );
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "activate") void self.skipWaiting();
});

async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  const type = fresh.headers.get("content-type") ?? "";
  // A missing file may be answered by a page: that is not the file.
  if (fresh.ok && !type.startsWith("text/html")) {
    const assets = await caches.open(ASSETS);
    await assets.put(request, fresh.clone());
  }
  return fresh;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (["/api/", "/ws/", "/mail/"].some((path) => url.pathname.startsWith(path))) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else
    event.respondWith(
      fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()),
    );
});
