// What the pages of the phone share.

/** The first element with an attribute, such as data-said. */
export const find = (what, inside = document) => inside.querySelector(`[data-${what}]`);

/** A text of the page's own language; the server wrote it into the page. */
export function word(key, ...values) {
    const text = document.querySelector(`[data-word="${key}"]`).textContent;
    return values.reduce((filled, value, i) => filled.replaceAll(`{${i}}`, value), text);
}

/** Says something to whoever listens instead of looking. The same text again is said again. */
export function say(text) {
    const said = find('said');
    said.textContent = '';
    setTimeout(() => { said.textContent = text; }, 50);
}

/** Copies, and tells how that went. A browser refuses where the address is not secure. */
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        say(word('copied'));
    } catch {
        say(word('uncopied'));
    }
}
