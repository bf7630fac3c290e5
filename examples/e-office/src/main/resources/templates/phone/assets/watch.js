// An active app: it asks, opens what was sealed to it, and knows the server's time. It draws nothing and keeps nothing.
import { open, request } from './clave-app.js';

const WRONG_CLOCK = 2 * 60 * 1000;

/** What came cannot be opened: altered on the way, or sealed to another. */
export class Altered extends Error {}

export class Watch {
    #keys;
    #token;
    #answer;
    #clock;
    #ahead = 0;

    /** What the last poll brought, with the PIN; null when there was none. It lives here and dies with the page. */
    shown = null;
    /** The last that was ever shown, without the PIN: it can be disowned until it expires. */
    last = null;
    /** Seconds until the next poll. */
    refresh = 10;

    constructor({ keys, token }, answer, clock = Date.now) {
        this.#keys = keys;
        this.#token = token;
        this.#answer = answer;
        this.#clock = clock;
    }

    /** The server's time, as far as it is known here. */
    now() {
        return this.#clock() + this.#ahead;
    }

    /** Milliseconds for which what is shown, or was, lives on. */
    left(pin = this.shown) {
        return pin === null ? 0 : Math.max(0, pin.expires - this.now());
    }

    async poll() {
        const answer = await this.#ask('poll');
        try {
            this.shown = await open(this.#keys, answer);
        } catch {
            this.shown = null;
            throw new Altered();
        }
        if (this.shown !== null) {
            const { pin, ...about } = this.shown;
            this.last = about;
        }
        return this.shown;
    }

    /** Whether the login that asked for the last PIN has been ended. */
    async notMe() {
        const { login, generation } = this.last;
        const { done } = await this.#ask('not-me', { login, generation });
        if (done) {
            this.shown = null;
            this.last = null;
        }
        return done;
    }

    /** Whether the server has confirmed it. */
    async deactivate() {
        return (await this.#ask('deactivate')).done;
    }

    /** Time is over: the PIN is gone from here. */
    expire() {
        this.shown = null;
    }

    /** A clock that is off is set by the answer; what was refused for it is asked once more. */
    async #ask(ask, about = {}) {
        const first = await this.#send(ask, about);
        const wasWrong = this.#learn(first.time);
        if (!wasWrong || first.done || first.sealed !== null) {
            return first;
        }
        const second = await this.#send(ask, about);
        this.#learn(second.time);
        return second;
    }

    async #send(ask, about) {
        const body = await request(this.#keys, this.#token, ask, this.now(), about);
        const answer = await this.#answer(body);
        this.refresh = Math.max(1, answer.refresh);
        return answer;
    }

    #learn(time) {
        const wasWrong = Math.abs(time - this.now()) > WRONG_CLOCK;
        this.#ahead = time - this.#clock();
        return wasWrong;
    }
}
