// What makes the pages better where scripts run. Without it everything works still.

/** The box that lets the person choose the code enables its field. */
function customise(form) {
    const box = form.querySelector('#customise');
    const code = form.querySelector('#code');
    const follow = () => {
        code.disabled = !box.checked;
        code.required = box.checked;
    };
    box.addEventListener('change', () => {
        follow();
        if (box.checked) {
            code.focus();
        }
    });
    follow();
}

const clock = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Calls tick with the seconds that are left, each second, by a clock that a hidden tab does not slow down. */
function countDown(seconds, tick) {
    const end = performance.now() + seconds * 1000;
    const step = () => {
        const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
        tick(left);
        if (left > 0) {
            setTimeout(step, 1000);
        }
    };
    step();
}

/** How long the PIN holds. A screen reader is told at one minute and at the end, not each second. */
function expiry(line) {
    const left = line.querySelector('[data-left]');
    const warning = line.querySelector('[data-warning]');
    left.setAttribute('aria-hidden', 'true');
    countDown(Number(line.dataset.expires), seconds => {
        left.textContent = clock(seconds);
        const words = seconds === 0 ? warning.dataset.over : seconds <= 60 ? warning.dataset.text : '';
        // Said once each, and not missed when a hidden tab ticks but once a minute.
        if (warning.textContent !== words) {
            warning.textContent = words;
        }
        if (seconds === 0) {
            document.querySelector('.sent')?.remove();
            line.closest('form').querySelector('button').disabled = true;
        }
    });
}

/** A button that has to wait says for how long. */
function again(form) {
    const seconds = Number(form.dataset.again);
    if (!(seconds > 0 && seconds <= 3600)) {
        return;
    }
    const button = form.querySelector('button');
    const words = button.textContent;
    countDown(seconds, left => {
        button.disabled = left > 0;
        button.textContent = left > 0 ? `${words} (${button.dataset.wait.replace('{0}', clock(left))})` : words;
    });
}

/** A second click on a form that is on its way sends nothing. */
function once(form) {
    let sent = false;
    form.addEventListener('submit', event => {
        if (sent) {
            event.preventDefault();
        }
        sent = true;
        // A page that was stopped on its way can be sent again.
        setTimeout(() => { sent = false; }, 10_000);
    });
    addEventListener('pageshow', () => { sent = false; });
}

/** The browser of a phone offers the PIN of an SMS that names this site. */
async function oneTimeCode(form) {
    if (!('OTPCredential' in window)) {
        return;
    }
    const waiting = new AbortController();
    form.addEventListener('submit', () => waiting.abort());
    try {
        const code = await navigator.credentials.get({ otp: { transport: ['sms'] }, signal: waiting.signal });
        form.querySelector('#pin').value = code.code;
    } catch (declined) {
        // The person types it.
    }
}

/** After a step the first thing that is to be typed has the focus; a notice is read first, by its role. */
function focus() {
    const field = document.querySelector('main form.card input:not([type=hidden]):not([readonly]):not([type=radio]):not([type=checkbox]):not(:disabled)');
    const first = field ?? document.querySelector('main form.card button:not(:disabled)');
    first?.focus({ preventScroll: true });
    if (first && first.getBoundingClientRect().bottom > innerHeight) {
        (document.querySelector('#notice') ?? document.querySelector('main h1')).scrollIntoView();
    }
}

/** Which DNI it is stays chosen when the page comes back with a mistake. */
function choice(fieldset) {
    const kept = sessionStorage.getItem('kind');
    const chosen = fieldset.querySelector(`input[value="${kept === 'permanent' ? 'permanent' : 'dated'}"]`);
    if (!fieldset.querySelector('#permanent').checked) {
        chosen.checked = true;
    }
    fieldset.addEventListener('change', event => sessionStorage.setItem('kind', event.target.value));
}

/** What is written is kept in this tab until it has been read again, or its writer has signed out. */
function draft(area) {
    area.value ||= sessionStorage.getItem('words') ?? '';
    area.addEventListener('input', () => sessionStorage.setItem('words', area.value));
}

document.querySelectorAll('form').forEach(once);
document.querySelectorAll('[data-customise]').forEach(customise);
document.querySelectorAll('[data-expires]').forEach(expiry);
document.querySelectorAll('fieldset.choice').forEach(choice);
document.querySelectorAll('[data-draft]').forEach(draft);
if (document.querySelector('[data-done]')) {
    sessionStorage.clear();
}
document.querySelectorAll('[data-again]').forEach(again);
document.querySelectorAll('[data-otp]').forEach(oneTimeCode);
if (document.querySelector('.steps')) {
    focus();
}
