/** Runs the sandbox desk and the sample pages by themselves: prints where they are and ends on Ctrl+C. */
import { startDesk } from './desk.ts';
import { startSamplePages } from './sample-pages.ts';

const ending = new AbortController();
process.once('SIGINT', () => ending.abort());
process.once('SIGTERM', () => ending.abort());

const port = Number(process.argv[2] ?? 0);
const desk = await startDesk({ port, signal: ending.signal });
const pages = await startSamplePages({ signal: ending.signal });
console.log(`Sample pages   ${pages.origin}`);
console.log(`Sandbox desk   ${desk.origin}  (also ${desk.localApi})`);
console.log(`Tickets        ${desk.tickets.size}`);
console.log(`Keys           agent ${desk.keys.agent}   admin ${desk.keys.admin}   restricted ${desk.keys.restricted}`);
console.log(`Chromium       ${desk.chromiumArgs.map((arg) => `'${arg}'`).join(' ')}`);
console.log('Ctrl+C ends it.');
