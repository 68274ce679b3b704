// Keeps the playground working without a network. What comes before this text, written by the build, names the files of
// one version. Pages come from the network if there is one, so that a new version shows at once; everything else has
// its content in its name, and comes from the cache.
/* global VERSION, FILES */
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('playground-') && name !== VERSION);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept('./')));
  else event.respondWith(kept(request).then((cached) => cached ?? fetch(request)));
});

/** Whatever a server says its answers vary by, these files are the same for everyone. */
function kept(wanted) {
  return caches.match(wanted, { ignoreVary: true });
}
