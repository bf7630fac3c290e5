// New messages appear without the page being loaded again. Without this script a link does it.
import { copy, find, say, word } from './page.js';

const PAUSE = 2000;
const inbox = find('messages');
const live = find('live');
let timer = 0;

function offerButtons() {
    document.querySelectorAll('[data-script]').forEach(element => { element.hidden = false; });
}

const ids = within => [...within.querySelectorAll('[data-id]')].map(message => message.dataset.id);

/** What was there stays the same element, so that nobody's focus or selection is lost. */
function show(fetched) {
    const before = new Set(ids(inbox));
    const arrived = [...fetched.querySelectorAll('[data-id]')].filter(message => !before.has(message.dataset.id));
    const list = inbox.querySelector('ol');
    if (list && ids(fetched).length === before.size + arrived.length) {
        list.prepend(...arrived);
    } else if (arrived.length > 0 || ids(fetched).length !== before.size) {
        inbox.replaceChildren(...fetched.childNodes);
    }
    if (arrived.length > 0) {
        offerButtons();
        say(word('new'));
    }
}

async function look() {
    clearTimeout(timer);
    try {
        const response = await fetch(inbox.dataset.from, { cache: 'no-store' });
        if (!response.ok) {
            throw new Error('no answer');
        }
        show(new DOMParser().parseFromString(await response.text(), 'text/html').body);
        find('offline').hidden = true;
    } catch {
        find('offline').hidden = false;
    }
    wait();
}

function wait() {
    clearTimeout(timer);
    if (live.checked && !document.hidden) {
        timer = setTimeout(look, PAUSE);
    }
}

if (inbox) {
    offerButtons();
    find('reload').addEventListener('click', event => {
        event.preventDefault();
        look();
    });
    live.addEventListener('change', wait);
    document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : look()));
    inbox.addEventListener('click', event => {
        const button = event.target.closest('[data-pin]');
        if (button) {
            copy(button.dataset.pin);
        }
    });
    wait();
}
