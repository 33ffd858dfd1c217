/** A worker that takes its time, as one does that has to start first. */

/** To be run in one of our own pages: what it asks from then on reaches the worker half a second later. */
export const slowWorker = `{
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = async (message) => {
    await new Promise((go) => setTimeout(go, 500));
    return send(message);
  };
}`;

/** How the surfaces say why it was refused. */
export const REFUSED = 'The browser’s storage is full';

/** To be run in one of our own pages: what it asks under this name is refused, but only once `refuse()` is called there. */
export const refusingLate = (name: string) => `{
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  const said = new Promise((go) => { globalThis.refuse = go; });
  chrome.runtime.sendMessage = async (message) => {
    if (message.name !== '${name}') return send(message);
    await said;
    return { ok: false, failure: { code: 'storage-full' } };
  };
}`;

/** To be run in one of our own pages: what it asks under this name reaches the worker only once `letGo()` is called there. */
export const holding = (name: string) => `{
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  const said = new Promise((go) => { globalThis.letGo = go; });
  chrome.runtime.sendMessage = async (message) => {
    if (message.name === '${name}') await said;
    return send(message);
  };
}`;
