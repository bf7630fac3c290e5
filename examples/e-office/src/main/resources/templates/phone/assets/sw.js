// Keeps what the app is made of, so that it opens without a connection. Never an answer of the office, never a message: what is not in this
// list is none of its business.
const CACHE = 'clave-phone-1';
const SHELL = ['app', 'app.webmanifest', 'phone.css', 'app.js', 'clave-app.js', 'keeping.js', 'page.js', 'server.js', 'watch.js', 'watching.js',
    'icon.svg', 'icon-192.png', 'icon-512.png'].map(name => new URL(name, self.location).href);

self.addEventListener('install', event => {
    event.waitUntil(caches.open(CACHE)
        .then(cache => cache.addAll(SHELL.map(url => new Request(url, { cache: 'reload' }))))
        .then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
    event.waitUntil(caches.keys()
        .then(names => Promise.all(names.filter(name => name !== CACHE).map(name => caches.delete(name))))
        .then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
    if (event.request.method === 'GET' && SHELL.includes(event.request.url)) {
        event.respondWith(fresh(event.request));
    }
});

/** From the office while it can be reached, else what was kept. */
async function fresh(request) {
    const cache = await caches.open(CACHE);
    try {
        const response = await fetch(request);
        if (response.ok && !response.redirected) {
            await cache.put(request.url, response.clone());
        }
        return response;
    } catch (offline) {
        const kept = await cache.match(request.url);
        if (kept) {
            return kept;
        }
        throw offline;
    }
}
