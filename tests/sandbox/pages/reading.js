/** Draws the open conversation of the mail program, with its answer field. */
import { longTime, make, makeAvatar } from './dom.js';

const ME = 'Joel Mercury';

function drawMail({ from, address, hoursAgo, text, files = [] }) {
  const head = make('div', '', make('b', '', from), make('div', 'soft', address));
  const header = make('header', '', makeAvatar(from), head, make('time', 'soft', longTime(hoursAgo)));
  const body = text.split('\n\n').map((part) => make('p', '', part));
  const mail = make('article', from === ME ? 'mail mine' : 'mail', header, ...body);
  if (files.length > 0) mail.append(make('div', 'files', ...files.map((file) => make('span', '', file))));
  return mail;
}

/** The answer field: editable, and with the ID in its quoted line, as mail programs do. */
function drawAnswer(mail) {
  const text = make('div', 'text', make('p', '', `Hello ${mail.name.split(' ')[0]},`));
  text.append(make('p', 'soft', `On your mail about ${mail.id ?? mail.subject}: `));
  text.contentEditable = 'true';
  text.setAttribute('role', 'textbox');
  text.setAttribute('aria-label', 'Answer');
  const send = make('button', 'main', 'Send');
  send.type = 'button';
  return make('div', 'answer', text, make('footer', '', send, make('span', 'soft', 'Draft')));
}

export function drawConversation(place, mail, title) {
  const labels = make('div', 'labels-line', ...(mail.tags ?? ['Team']).map((tag) => make('span', 'chip', tag)));
  const address = mail.email ?? 'to the whole team';
  const started = mail.thread?.length ? mail.thread[0].hoursAgo + 2 : mail.mailHours;
  const first = drawMail({ from: mail.name, address, hoursAgo: started, text: mail.text, files: mail.files });
  const rest = (mail.thread ?? []).map(({ from, hoursAgo, text }) =>
    drawMail({
      from: from === 'agent' ? ME : mail.name,
      address: from === 'agent' ? `to ${mail.name}` : address,
      hoursAgo,
      text,
    }),
  );
  place.replaceChildren(make('h1', '', title), labels, first, ...rest, drawAnswer(mail));
}

export function drawNothing(place, count) {
  const words = make(
    'div',
    '',
    make('h2', '', 'Nothing open'),
    make('p', '', `${count} conversations. Choose one to read it here.`),
  );
  place.replaceChildren(make('div', 'none', words));
}
