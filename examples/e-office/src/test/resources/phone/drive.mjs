// Plays the app for a test: one command a line on standard input, one line of JSON each on standard output. The office's answers come back the same way.
import { createInterface } from 'node:readline';
import { newKeys } from './clave-app.js';
import { Watch } from './watch.js';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = value => process.stdout.write(JSON.stringify(value) + '\n');
const hear = async () => JSON.parse((await lines.next()).value);
const post = async body => {
    say({ body });
    return hear();
};

const keys = await newKeys();
say({ sealingKey: keys.sealingKey, signingKey: keys.signingKey });
const { token, clock } = await hear();
let now = clock;
const watch = new Watch({ keys, token }, post, () => now);
const deeds = {
    poll: async () => ({ pin: (await watch.poll())?.pin ?? null, left: watch.left(), disownable: watch.left(watch.last) > 0 }),
    'not-me': async () => ({ done: await watch.notMe() }),
    deactivate: async () => ({ done: await watch.deactivate() }),
    wait: async milliseconds => ({ left: (now += milliseconds, watch.left()) }),
};
for (let command = await hear(); ; command = await hear()) {
    try {
        say({ result: await deeds[command.deed](command.given) });
    } catch (failure) {
        say({ result: { failure: failure.constructor.name } });
    }
}
