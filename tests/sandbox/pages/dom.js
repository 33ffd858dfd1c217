/** Small helpers of the sample pages: making elements, marking search hits, writing times. */

/** An element with a class and children (nodes or text). */
export function make(tag, className = '', ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A round picture with a person's initials, in a colour of their own. */
export function makeAvatar(name) {
  const avatar = make('span', 'avatar');
  setAvatar(avatar, name);
  return avatar;
}

export function setAvatar(avatar, name) {
  const words = name.replace(/^Dr\. /, '').split(' ');
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...word][0] ?? '').join('');
  let sum = 0;
  for (const sign of name) sum = (sum * 31 + sign.codePointAt(0)) % 360;
  avatar.textContent = letters.toUpperCase();
  avatar.style.setProperty('--hue', sum);
}

/** Puts text into an element; each hit of the search stands in a `<mark>` of its own, as search boxes do it. */
export function putText(element, text, search) {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') {
    element.textContent = text;
    return;
  }
  const parts = [];
  const lower = text.toLowerCase();
  let from = 0;
  for (let hit = lower.indexOf(wanted); hit >= 0; hit = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, hit), make('mark', '', text.slice(hit, hit + wanted.length)));
    from = hit + wanted.length;
  }
  element.replaceChildren(...parts, text.slice(from));
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** As mail programs write it: the hour of the last half day, the weekday this week, else the date. */
export function shortTime(hoursAgo) {
  const date = new Date(Date.now() - hoursAgo * 3_600_000);
  if (hoursAgo < 14) return clock.format(date);
  return hoursAgo < 150 ? weekday.format(date) : day.format(date);
}

export function longTime(hoursAgo) {
  const date = new Date(Date.now() - hoursAgo * 3_600_000);
  return `${weekday.format(date)} ${day.format(date)}, ${clock.format(date)}`;
}
