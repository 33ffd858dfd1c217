/** The team chat: what stands there at first, and what comes, one message after another and then again from the top. */
import { longTime, make, makeAvatar } from './dom.js';

const FIRST = [
  ['Hank Marlow', 'Morning! Phones are quiet, mail is not.'],
  ['Léa Fontaine', 'The slow site is back to normal, I keep `11-22-P-E3U` open until noon just in case.'],
  ['Priya Raman', 'Thank you. That was a long hour.'],
  ['Hank Marlow', 'Who has the certificate one? 11-03-G-L48, ends Friday six o’clock.'],
  ['Joel Mercury', 'Me. The second certificate goes in after lunch.'],
  ['Priya Raman', 'And I take the rate limits, 11-17-8-PLV, the two keys share a counter.'],
  ['Sam Okafor', 'Back at two, dentist.'],
];

const NEXT = [
  ['Léa Fontaine', 'Can somebody ring Ayodele? 11-21-2-HM9, she is on call tonight and locked out.'],
  ['Hank Marlow', 'On it.'],
  ['Priya Raman', 'For the webhooks: *11-05*-U-2YP and `10-19-H-B4M` have the same cause, I put a note into both.'],
  ['Joel Mercury', 'Nice catch.'],
  ['Hank Marlow', 'The carrier found the parcel of 11-18-T-4KN. It was at the neighbour’s neighbour.'],
  ['Léa Fontaine', 'Of course it was.'],
  ['Joel Mercury', 'Does anybody know Discuss well? ASSIGNMENT: [11-14-3-AS7] Technical support - Email conversion'],
  ['Priya Raman', 'A little. Ask me after three.'],
  [
    'Sam Okafor',
    'Import with apostrophes, *11-10-6*-VTS, is fixed on the test system. Somebody please look over my shoulder.',
  ],
  ['Hank Marlow', 'Coffee, anyone?'],
];

const messages = document.querySelector('#messages');
let count = 0;

/** `code` and *bold* as elements, as chats do it. */
function dress(text) {
  return text.split(/(`[^`]+`|\*[^*]+\*)/).map((part) => {
    if (part.startsWith('`')) return make('code', '', part.slice(1, -1));
    if (part.startsWith('*')) return make('b', '', part.slice(1, -1));
    return part;
  });
}

function add([name, text], hoursAgo) {
  const head = make('div', '', make('b', '', name), make('time', '', longTime(hoursAgo)));
  messages.append(make('article', 'message', makeAvatar(name), make('div', '', head, make('p', '', ...dress(text)))));
  messages.scrollTop = messages.scrollHeight;
}

function addNext() {
  add(NEXT[count % NEXT.length], 0);
  count++;
}

FIRST.forEach((message, index) => {
  add(message, (FIRST.length - index) * 0.12);
});
document.querySelector('#next').addEventListener('click', addNext);
const rate = Number(new URLSearchParams(location.search).get('rate'));
if (rate > 0) setInterval(addNext, rate);
