// The app's requests. Nothing but the body of a request says whose it is: no cookie goes along.

/** Nobody answered. */
export class Offline extends Error {}
/** The service has to be asked again later; the message is for the person. */
export class Unavailable extends Error {}

async function send(path, body) {
    let response;
    try {
        response = await fetch(path, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
            body,
            credentials: 'omit',
            cache: 'no-store',
            redirect: 'error',
            referrerPolicy: 'no-referrer',
            signal: AbortSignal.timeout(15_000),
        });
    } catch {
        throw new Offline();
    }
    return response;
}

async function read(response) {
    try {
        return await response.json();
    } catch {
        throw new Unavailable();
    }
}

/** A step of the activation: what the server gives to go on with, or a problem; and a sentence. */
export async function step(name, fields) {
    const response = await send(`app/${name}`, JSON.stringify(fields));
    const reply = await read(response);
    if (response.status >= 500) {
        throw new Unavailable(reply.sentence);
    }
    return reply;
}

/** What an active app asks. */
export async function answer(body) {
    const response = await send('app/answer', body);
    if (!response.ok) {
        throw new Unavailable();
    }
    return read(response);
}
