// The screen of an active app.
import { copy, find, say, word } from './page.js';
import { Unavailable, answer } from './server.js';
import { Altered, Watch } from './watch.js';

const MINUTE = 60 * 1000;
const of = name => document.querySelector(`[data-of="${name}"]`);
const doing = name => document.querySelector(`[data-do="${name}"]`);
const dialog = name => document.querySelector(`[data-dialog="${name}"]`);
const time = at => new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium' }).format(at);

/** Asks until the app is deactivated, and then says farewell. */
export function watching(active, leave) {
    const watch = new Watch(active, answer);
    const ending = new AbortController();
    let poll = 0;
    let asking = false;
    let visible = false;
    let drawn = '';
    let warned = false;
    let state = 'none';
    let altered = false;

    function reveal(shown) {
        visible = shown && watch.shown !== null;
        of('pin').textContent = visible ? watch.shown.pin : word('hidden');
        of('pin').classList.toggle('is-hidden', !visible);
        doing('show').hidden = visible;
        doing('hide').hidden = !visible;
        doing('copy').hidden = !visible;
    }

    function fill(pin) {
        for (const name of ['organisation', 'summary', 'code']) {
            of(name).textContent = pin[name] ?? '';
        }
        for (const name of ['organisation', 'summary']) {
            document.querySelector(`[data-row="${name}"]`).hidden = !pin[name];
        }
        of('purpose').textContent = word(`purpose.${pin.purpose}`);
    }

    /** Another PIN than the one on the screen is hidden again, and told. */
    function draw() {
        const pin = watch.shown;
        const key = pin === null ? '' : `${pin.login} ${pin.generation}`;
        if (key !== drawn) {
            if (pin !== null) {
                fill(pin);
                warned = false;
                say(word('arrived'));
            } else if (drawn !== '') {
                state = state === 'expired' ? state : 'gone';
                say(word(state));
            }
            drawn = key;
            reveal(false);
        }
        find('card').hidden = pin === null;
        find('state').hidden = pin !== null || altered;
        find('state').textContent = word(state);
        tick();
    }

    function tick() {
        const left = watch.left();
        if (watch.shown !== null && left === 0) {
            watch.expire();
            state = 'expired';
            say(word('expired'));
            return draw();
        }
        const seconds = Math.ceil(left / 1000);
        of('left').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
        if (watch.shown !== null && left <= MINUTE && !warned) {
            warned = true;
            say(word('minute'));
        }
        find('not-me').hidden = watch.left(watch.last) === 0;
    }

    function trouble(failure) {
        altered = failure instanceof Altered;
        const text = failure === null ? '' : word(troubleWord(failure));
        const box = find('trouble');
        if (box.textContent !== text) {
            box.textContent = text;
            box.hidden = text === '';
            say(text);
        }
    }

    function troubleWord(failure) {
        if (failure instanceof Altered) {
            return 'altered';
        }
        return failure instanceof Unavailable ? 'problem.UNAVAILABLE' : 'offline';
    }

    async function look() {
        if (asking) {
            return;
        }
        clearTimeout(poll);
        asking = true;
        try {
            await watch.poll();
            find('checked').textContent = word('checked', time(watch.now()));
            if (watch.shown !== null) {
                state = 'none';
            }
            trouble(null);
        } catch (failure) {
            trouble(failure);
        }
        asking = false;
        if (!ending.signal.aborted) {
            draw();
            poll = setTimeout(look, watch.refresh * 1000);
        }
    }

    async function notMe() {
        dialog('not-me').close();
        try {
            const done = await watch.notMe();
            if (done) {
                drawn = '';
                state = 'none';
            }
            watch.last = null;
            tell(word(done ? 'notme.done' : 'notme.late'), !done);
        } catch (failure) {
            trouble(failure);
        }
        draw();
    }

    function tell(text, loud) {
        const alert = find('alert');
        alert.textContent = text;
        alert.classList.toggle('loud', loud);
        alert.hidden = false;
    }

    async function deactivate() {
        dialog('deactivate').close();
        try {
            const done = await watch.deactivate();
            ending.abort();
            clearTimeout(poll);
            clearInterval(ticking);
            watch.expire();
            reveal(false);
            await leave(word(done ? 'deactivate.done' : 'deactivate.unconfirmed'));
        } catch (failure) {
            trouble(failure);
        }
    }

    const actions = {
        'show': () => { reveal(true); doing('hide').focus(); },
        'hide': () => { reveal(false); doing('show').focus(); },
        'copy': () => watch.shown !== null && copy(watch.shown.pin),
        'look': look,
        'ask-not-me': () => dialog('not-me').showModal(),
        'not-me': notMe,
        'ask-deactivate': () => dialog('deactivate').showModal(),
        'deactivate': deactivate,
        'close': event => event.target.closest('dialog').close(),
    };
    const { signal } = ending;
    for (const [name, action] of Object.entries(actions)) {
        document.querySelectorAll(`[data-do="${name}"]`).forEach(button => button.addEventListener('click', action, { signal }));
    }
    // A phone that is put away is locked.
    document.addEventListener('visibilitychange', () => (document.hidden ? reveal(false) : look()), { signal });
    const ticking = setInterval(tick, 1000);
    find('device').textContent = word('device', active.name);
    find('trouble').hidden = true;
    draw();
    look();
}
