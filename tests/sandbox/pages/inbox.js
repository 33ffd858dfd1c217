/** The mail program: keeps its conversations, its virtual list, the open one, the search and what arrives. */
import { make, makeAvatar, putText, setAvatar, shortTime } from './dom.js';
import { drawConversation, drawNothing } from './reading.js';

const ROW_PX = 84;
const SPARE_ROWS = 3;

const TEAM_MAILS = [
  {
    after: 2,
    name: 'Mia Wallner',
    subject: 'Lunch on Thursday?',
    text: 'The new place by the canal has a table for eight at half past twelve. Who is in?',
    mailHours: 0.9,
  },
  {
    after: 6,
    name: 'Build Bot',
    subject: 'Nightly run: all green',
    text: '1,204 checks in 18 minutes. Nothing to do.',
    mailHours: 2.8,
  },
  {
    after: 11,
    name: 'Hank Marlow',
    subject: 'Shift plan for December',
    text: 'Draft is in the shared folder. Please say by Friday if a day does not suit you.',
    mailHours: 5.5,
  },
  {
    after: 17,
    name: 'Travel Desk',
    subject: 'Your train to Hamburg, 14 December',
    text: 'Seat 42, coach 7, window. Please have your card with you.',
    mailHours: 24.5,
  },
  {
    after: 26,
    name: 'Priya Raman',
    subject: 'Notes from the API round',
    text: 'Short version: rate limits per key from January, the counter page comes first.',
    mailHours: 49,
  },
  {
    after: 34,
    name: 'James Conrad',
    subject: 'Thank you all',
    text: 'Best month since we began counting. Cake in the kitchen.',
    mailHours: 98,
  },
];

const list = document.querySelector('#list');
const rows = document.querySelector('#rows');
const reading = document.querySelector('#reading');
const search = document.querySelector('#search');

let all = [];
let waiting = [];
let shown = [];
let openMail = null;
const pool = [];

const titleOf = (mail) => (mail.id ? `[${mail.id}] ${mail.subject}` : mail.subject);

function makeRow() {
  const row = make('li', 'row');
  row.parts = {
    avatar: makeAvatar('?'),
    from: make('span', 'from'),
    time: make('time'),
    subject: make('span', 'subject'),
    preview: make('span', 'preview'),
  };
  row.append(...Object.values(row.parts));
  row.addEventListener('click', () => go(row.mail));
  return row;
}

/** Puts another conversation into a row: the same elements, other text. */
function fillRow(row, mail, index) {
  const last = mail.thread?.at(-1);
  row.mail = mail;
  row.style.top = `${index * ROW_PX}px`;
  row.classList.toggle('unread', mail.isUnread);
  row.classList.toggle('open', mail === openMail);
  setAvatar(row.parts.avatar, mail.name);
  putText(row.parts.from, mail.name, search.value);
  row.parts.time.textContent = shortTime(mail.mailHours);
  putText(row.parts.subject, titleOf(mail), search.value);
  putText(
    row.parts.preview,
    (last?.from === 'agent' ? `You: ${last.text}` : (last?.text ?? mail.text)).replaceAll('\n', ' '),
    search.value,
  );
}

/** Draws the rows in view; rows that left it are used again for those that came. */
function drawRows() {
  rows.style.height = `${shown.length * ROW_PX}px`;
  const first = Math.max(0, Math.floor(list.scrollTop / ROW_PX) - SPARE_ROWS);
  const count = Math.ceil(list.clientHeight / ROW_PX) + 2 * SPARE_ROWS;
  while (pool.length < count) pool.push(makeRow());
  const free = new Set(pool);
  const wanted = shown.slice(first, first + count).map((mail, offset) => ({ mail, index: first + offset }));
  const taken = new Map(pool.filter((row) => row.mail).map((row) => [row.mail, row]));
  const fresh = wanted.filter(({ mail, index }) => {
    const row = taken.get(mail);
    if (!row) return true;
    fillRow(row, mail, index);
    free.delete(row);
    return false;
  });
  const spare = [...free];
  for (const { mail, index } of fresh) fillRow(spare.pop(), mail, index);
  for (const row of spare) {
    row.remove();
    row.mail = undefined;
  }
  const inOrder = wanted.map(({ mail }) => pool.find((row) => row.mail === mail));
  inOrder.forEach((row, place) => {
    if (rows.children[place] !== row) rows.insertBefore(row, rows.children[place] ?? null);
  });
}

function countUnread() {
  const unread = all.filter((mail) => mail.isUnread).length;
  document.querySelector('#unread').textContent = unread || '';
  return unread;
}

function draw() {
  const wanted = search.value.trim().toLowerCase();
  const hit = (mail) => `${titleOf(mail)} ${mail.name} ${mail.text}`.toLowerCase().includes(wanted);
  shown = wanted ? all.filter(hit) : all;
  drawRows();
  if (openMail) drawConversation(reading, openMail, titleOf(openMail));
  else drawNothing(reading, shown.length);
  const unread = countUnread();
  document.title = openMail
    ? `${titleOf(openMail)} – Pigeon Mail`
    : `Inbox${unread ? ` (${unread})` : ''} – Pigeon Mail`;
}

/** Opens a conversation, or the bare list, without a page load. */
function show(mail) {
  openMail = mail ?? null;
  if (mail) mail.isUnread = false;
  reading.scrollTop = 0;
  draw();
}

function go(mail) {
  history.pushState({}, '', mail.id ? `/inbox/${mail.id}` : '/inbox.html');
  show(mail);
}

function readAddress() {
  const id = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  show(all.find((mail) => mail.id === id));
}

function arrive() {
  const mail = waiting.shift();
  if (!mail) return;
  mail.isUnread = true;
  mail.mailHours = 0;
  all.unshift(mail);
  draw();
}

async function start() {
  const conversations = await (await fetch('/conversations.json')).json();
  all = conversations.filter(({ place }) => place === 'inbox');
  waiting = conversations.filter(({ place }) => place === 'arriving');
  all.forEach((mail, index) => {
    mail.isUnread = index < 9 && index % 3 !== 2;
  });
  for (const mail of [...TEAM_MAILS].reverse()) all.splice(mail.after, 0, mail);
  list.addEventListener('scroll', drawRows, { passive: true });
  addEventListener('resize', drawRows);
  addEventListener('popstate', readAddress);
  search.addEventListener('input', () => {
    list.scrollTop = 0;
    draw();
  });
  document.querySelector('#check').addEventListener('click', arrive);
  const compose = document.querySelector('#compose');
  const toggle = () => {
    compose.hidden = !compose.hidden;
  };
  document.querySelector('#compose-open').addEventListener('click', toggle);
  document.querySelector('#compose-close').addEventListener('click', toggle);
  const query = new URLSearchParams(location.search);
  if (query.has('compose')) toggle();
  if (query.has('search')) search.value = query.get('search');
  if (query.has('arrive')) setInterval(arrive, Number(query.get('arrive')) || 5000);
  readAddress();
  document.documentElement.dataset.ready = 'true';
}

start();
