/** The CRM record's elements: roots in roots, a closed one that comes late, and two frames. */

const MAIL_FRAME = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/crm-frame.css">
<p><b>Dana Whitlock</b> <time>today</time></p>
<p>RE: [11-20-K-R5D] Export stops at 10,000 rows</p>
<p class="soft">Good. Please keep in mind that our books close on Thursday at noon. Owen says it is like 09-13-O-TW4, but I doubt it.</p>`;

const TICKETS = [
  ['11-20-K-R5D', 'Export stops at 10,000 rows', 'Working'],
  ['11-18-4-VQE', 'Labels for the cold store come off', 'Working'],
  ['11-13-W-N8Y', 'API key for the stock system', 'Working'],
  ['11-10-F-6RC', 'Six new seats from December', 'Pending'],
  ['10-29-G-TB2', 'Purchase order number on invoices', 'Closed'],
];

const STYLE = '<link rel="stylesheet" href="/crm-parts.css">';

/** An element whose content is drawn into an open root when it enters the page. */
function define(name, draw) {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).innerHTML = STYLE + draw(this);
      }
    },
  );
}

define(
  'crm-app',
  () => `<div class="top"><b>Ledgerline</b><span>Home</span><span class="on">Accounts</span><span>Deals</span><span>Cases</span></div>
<div class="page"><crm-record></crm-record></div>`,
);

define(
  'crm-record',
  () => `<div class="head"><span class="logo">NT</span><div><h1>Northpier Trading</h1><p class="soft">Wholesale, Bristol and Cardiff · partner since 2021</p></div>
<p class="next">Next step: call Dana about <b>11-20</b>-K-R5D before Thursday noon</p></div>
<div class="columns"><div class="stack"><crm-cases></crm-cases><div class="card"><h2>Last mail</h2><iframe class="mail" title="Last mail"></iframe></div></div>
<div class="stack"><div class="card"><h2>Account</h2><dl><dt>Owner</dt><dd>Elena Petrova</dd><dt>Plan</dt><dd>Team, 38 seats</dd><dt>Renewal</dt><dd>1 March</dd><dt>Phone</dt><dd>+44 117 496 0113</dd></dl></div>
<crm-insight></crm-insight><div class="card"><h2>Activity</h2><iframe src="/crm-activity.html" title="Activity"></iframe></div></div></div>`,
);

define(
  'crm-cases',
  () =>
    `<div class="card"><h2>Cases</h2>${TICKETS.map((_, index) => `<crm-case data-index="${index}"></crm-case>`).join('')}</div>`,
);

define('crm-case', (element) => {
  const [id, subject, status] = TICKETS[Number(element.dataset.index)];
  return `<div class="row"><span class="id">${id}</span><span>${subject}</span><span class="chip">${status}</span></div>`;
});

/** Its root is closed and comes only after a while, as in a CRM that loads parts of a record later. */
customElements.define(
  'crm-insight',
  class extends HTMLElement {
    connectedCallback() {
      const lateMs = Number(new URLSearchParams(location.search).get('late') ?? 700);
      setTimeout(() => {
        const root = this.attachShadow({ mode: 'closed' });
        root.innerHTML = `${STYLE}<div class="card"><h2>Good to know</h2><p>Cardiff could not sign in this summer, see 10-14-L-ZU5. Owen prefers a call.</p></div>`;
      }, lateMs);
    }
  },
);

const record = document.querySelector('crm-app').shadowRoot.querySelector('crm-record').shadowRoot;
record.querySelector('iframe.mail').srcdoc = MAIL_FRAME;
