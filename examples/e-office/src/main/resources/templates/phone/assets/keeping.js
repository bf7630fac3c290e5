// What the app keeps on this device: keys that cannot be taken out, and a token. Never a PIN, a number or a datum.

const settled = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('another page has it'));
});

async function inStore(mode, work) {
    const opening = indexedDB.open('clave-app', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
    const database = await settled(opening);
    try {
        return await settled(work(database.transaction('kept', mode).objectStore('kept')));
    } finally {
        database.close();
    }
}

/** Under 'active' the keys, the token and the device's name; under 'pending' the keys and the handle of an activation. */
export const kept = name => inStore('readonly', store => store.get(name));
export const keep = (name, value) => inStore('readwrite', store => store.put(value, name));
export const forget = name => inStore('readwrite', store => store.delete(name));
