/** A worker that takes its time, as one does that has to start first. */

/** To be run in one of our own pages: what it asks from then on reaches the worker half a second later. */
export const slowWorker = `{
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = async (message) => {
    await new Promise((go) => setTimeout(go, 500));
    return send(message);
  };
}`;
