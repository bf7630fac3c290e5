const text = new TextEncoder();
const join = (...parts) => new Uint8Array(parts.flatMap(part => [...part]));
const base64url = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const fromBase64url = letters => Uint8Array.from(
    atob(letters.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

/** Two key pairs of which the private halves never leave the device; a CryptoKey can be kept in IndexedDB. */
export async function newKeys() {
    const p256 = { namedCurve: 'P-256' };
    const sealing = await crypto.subtle.generateKey({ name: 'ECDH', ...p256 }, false, ['deriveBits']);
    const signing = await crypto.subtle.generateKey({ name: 'ECDSA', ...p256 }, false, ['sign']);
    return {
        sealing,
        signing,
        sealingKey: base64url(await crypto.subtle.exportKey('raw', sealing.publicKey)),
        signingKey: base64url(await crypto.subtle.exportKey('raw', signing.publicKey)),
    };
}

/** The body of a request: ask is poll, not-me (about = { login, generation }) or deactivate; time by the server's clock. */
export async function request(keys, token, ask, time, about = {}) {
    const answered = ask === 'not-me' ? [about.login, about.generation] : [];
    const lines = [`clave/1/${ask}`, token, time, ...answered].join('\n');
    const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(ecdsa, keys.signing.privateKey, text.encode(lines));
    return JSON.stringify({ version: 1, ask, token, time, ...about, signature: base64url(signature) });
}

/** What the app shows, with the PIN; null when there is none. Throws when what is shown was altered on the way. */
export async function open(keys, answer) {
    if (answer.sealed === null) {
        return null;
    }
    const shown = fromBase64url(answer.shown);
    const sealed = fromBase64url(answer.sealed);
    const { key, nonce } = await hpke(keys, sealed.slice(0, 65), text.encode('clave/1/pin'));
    const gcm = { name: 'AES-GCM', iv: nonce, additionalData: shown };
    const plain = await crypto.subtle.decrypt(gcm, key, sealed.slice(65));
    const parse = utf8 => JSON.parse(new TextDecoder().decode(utf8));
    return { login: answer.login, ...parse(shown), ...parse(plain) };
}

/** RFC 9180, base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
async function hpke(keys, enc, info) {
    const kem = join(text.encode('KEM'), [0x00, 0x10]);
    const suite = join(text.encode('HPKE'), [0x00, 0x10, 0x00, 0x01, 0x00, 0x01]);
    const ephemeral = await crypto.subtle.importKey('raw', enc, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
    const dh = await crypto.subtle.deriveBits({ name: 'ECDH', public: ephemeral }, keys.sealing.privateKey, 256);
    const prk = await extract(kem, [], 'eae_prk', new Uint8Array(dh));
    const shared = await expand(kem, prk, 'shared_secret', join(enc, fromBase64url(keys.sealingKey)), 32);
    const context = join([0], await extract(suite, [], 'psk_id_hash', []), await extract(suite, [], 'info_hash', info));
    const secret = await extract(suite, shared, 'secret', []);
    const key = await expand(suite, secret, 'key', context, 16);
    return {
        key: await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']),
        nonce: await expand(suite, secret, 'base_nonce', context, 12),
    };
}

const extract = (suite, salt, label, material) =>
    hmac(salt, join(text.encode('HPKE-v1'), suite, text.encode(label), material));

const expand = async (suite, prk, label, info, length) =>
    (await hmac(prk, join([0, length], text.encode('HPKE-v1'), suite, text.encode(label), info, [1]))).slice(0, length);

async function hmac(key, message) {
    const padded = join(key, new Uint8Array(32 - key.length));
    const sha256 = { name: 'HMAC', hash: 'SHA-256' };
    const mac = await crypto.subtle.importKey('raw', padded, sha256, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', mac, message));
}
