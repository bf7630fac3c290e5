// Plays an app for a test: one command a line on standard input, one line of JSON each on standard output.
import { createInterface } from 'node:readline';
import { newKeys, open, request } from './clave-app.mjs';

const keys = await newKeys();
const say = value => process.stdout.write(JSON.stringify(value) + '\n');
say({ sealingKey: keys.sealingKey, signingKey: keys.signingKey });
for await (const line of createInterface({ input: process.stdin })) {
    const { command, ...given } = JSON.parse(line);
    if (command === 'request') {
        say({ body: await request(keys, given.token, given.ask, given.time, given.about) });
    } else {
        say({ opened: await open(keys, JSON.parse(given.answer)) });
    }
}
