// The service worker in a browser that there is not: which requests it takes, and what it keeps.
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

const listeners = {};
const kept = new Map([['clave-phone-0', new Map()]]);
let online = true;
const cacheOf = name => kept.get(name) ?? kept.set(name, new Map()).get(name);
globalThis.self = {
    location: 'https://office.example/phone/sw.js',
    addEventListener: (type, listener) => { listeners[type] = listener; },
    skipWaiting: async () => {},
    clients: { claim: async () => {} },
};
globalThis.caches = {
    open: async name => ({
        addAll: async requests => requests.forEach(request => cacheOf(name).set(request.url, 'shell')),
        put: async (url, response) => cacheOf(name).set(url, response),
        match: async url => cacheOf(name).get(url),
    }),
    keys: async () => [...kept.keys()],
    delete: async name => kept.delete(name),
};
globalThis.fetch = async request => {
    if (!online) {
        throw new TypeError('offline');
    }
    return { ok: true, redirected: false, from: 'office', clone: () => 'copy of ' + request.url };
};
runInThisContext(readFileSync(new URL('./sw.js', import.meta.url), 'utf8'));

async function happen(type) {
    let work;
    listeners[type]({ waitUntil: promise => { work = promise; } });
    await work;
}

async function ask(method, path) {
    let answer = 'left alone';
    listeners.fetch({ request: { method, url: 'https://office.example' + path }, respondWith: promise => { answer = promise; } });
    return answer;
}

await happen('install');
await happen('activate');
const asked = {};
for (const [method, path] of [['POST', '/phone/app/answer'], ['POST', '/phone/app/activate'], ['GET', '/phone?of=ana'], ['GET', '/phone/messages?of=ana'],
    ['POST', '/phone/app'], ['GET', '/my-data'], ['GET', '/phone/app?lang=eu']]) {
    asked[`${method} ${path}`] = await ask(method, path);
}
const fresh = (await ask('GET', '/phone/app')).from;
online = false;
const offline = await ask('GET', '/phone/app');
process.stdout.write(JSON.stringify({ asked, fresh, offline, kept: [...kept].map(([name, entries]) => [name, [...entries.keys()]]) }) + '\n');
