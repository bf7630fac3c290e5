// The app: which screen it is on, and the activation.
import { newKeys } from './clave-app.js';
import { forget, keep, kept } from './keeping.js';
import { find, say, word } from './page.js';
import { Offline, Unavailable, step } from './server.js';
import { watching } from './watching.js';

const LOGIN_LIFE = 30 * 60 * 1000;
const FIELDS = { NUMBER: 'number', CONTRAST: 'contrast', DEVICE_NAME: 'name', PIN: 'pin' };
const forms = { begin: document.querySelector('[data-form="begin"]'), pin: document.querySelector('[data-form="pin"]') };
let pending = null;
let busy = false;

function screen(name, focused = true) {
    document.querySelectorAll('[data-screen]').forEach(one => { one.hidden = one.dataset.screen !== name; });
    if (focused) {
        document.querySelector(`[data-screen="${name}"] h2`)?.focus();
    }
}

function alarm(text) {
    const alert = find('alert');
    alert.hidden = text === '';
    alert.textContent = text;
}

/** Marks the box that a sentence is about, and goes there. */
function complain(reply) {
    alarm(reply.sentence);
    document.querySelectorAll('[aria-invalid]').forEach(box => box.removeAttribute('aria-invalid'));
    const box = document.getElementById(FIELDS[reply.field] ?? (reply.problem === 'WRONG_PIN' ? 'pin' : ''));
    if (box) {
        box.setAttribute('aria-invalid', 'true');
        box.focus();
    }
}

const offer = ({ keys, name }) => ({ sealingKey: keys.sealingKey, signingKey: keys.signingKey, name });

async function begin() {
    const { number, contrast, name } = Object.fromEntries(new FormData(forms.begin));
    const device = { keys: await newKeys(), name: name.trim() };
    const opened = await step('identify', { number, contrast, device: offer(device) });
    if (opened.problem) {
        return complain(opened);
    }
    pending = { ...device, handle: opened.handle, since: Date.now() };
    await keep('pending', pending);
    forms.begin.reset();
    await obtain(false);
}

/** A PIN that may still arrive, or cannot be asked for yet, is waited for on the screen where it is typed. */
async function obtain(again) {
    const sent = await step('pin', { handle: pending.handle, again });
    screen('pin');
    if (sent.problem) {
        return complain(sent);
    }
    alarm('');
    find('note').textContent = sent.sentence;
}

async function activate() {
    const { pin } = Object.fromEntries(new FormData(forms.pin));
    const done = await step('activate', { handle: pending.handle, pin, device: offer(pending) });
    if (done.problem) {
        return complain(done);
    }
    const active = { keys: pending.keys, name: pending.name, token: done.token };
    await keep('active', active);
    await clear();
    enter(active, done.sentence);
}

async function clear() {
    pending = null;
    forms.pin.reset();
    find('note').textContent = '';
    await forget('pending');
}

async function restart() {
    await clear();
    screen('begin');
}

function enter(active, sentence = '') {
    screen('active', sentence !== '');
    say(sentence);
    watching(active, async farewell => {
        await forget('active');
        screen('begin');
        alarm(farewell);
    });
}

/** One thing at a time: a second click while the first is under way does nothing. */
async function run(work) {
    if (busy) {
        return;
    }
    busy = true;
    document.body.setAttribute('aria-busy', 'true');
    try {
        alarm('');
        await work();
    } catch (failure) {
        alarm(wordsFor(failure));
    } finally {
        busy = false;
        document.body.removeAttribute('aria-busy');
    }
}

function wordsFor(failure) {
    if (failure instanceof Offline) {
        return word('offline');
    }
    return failure instanceof Unavailable ? failure.message || word('problem.UNAVAILABLE') : word('lost');
}

function listen() {
    for (const [name, work] of [['begin', begin], ['pin', activate]]) {
        forms[name].addEventListener('submit', event => {
            event.preventDefault();
            run(work);
        });
    }
    document.querySelector('[data-do="again"]').addEventListener('click', () => run(() => obtain(true)));
    document.querySelector('[data-do="restart"]').addEventListener('click', () => run(restart));
}

async function start() {
    if (!globalThis.crypto?.subtle || !globalThis.indexedDB) {
        return screen('unsupported', false);
    }
    try {
        const active = await kept('active');
        pending = (await kept('pending')) ?? null;
        listen();
        if (active) {
            return enter(active);
        }
    } catch {
        return screen('unsupported', false);
    }
    if (pending && Date.now() - pending.since < LOGIN_LIFE) {
        return screen('pin', false);
    }
    pending = null;
    screen('begin', false);
}

navigator.serviceWorker?.register('sw.js').catch(() => { /* it then needs a connection to open: all else works */ });
start();
