/** Two flows of the outbox in Firefox, with the background ended before every message. */
import { test } from '@playwright/test';
import { startDesk } from '../sandbox/desk.ts';
import { launchFirefox } from '../support/firefox.ts';
import { OutboxDrive } from '../support/outbox-drive.ts';
import { FLOWS } from '../support/outbox-flows.ts';

test.setTimeout(180_000);

for (const flow of FLOWS.slice(0, 2)) {
  test(`in Firefox, with the background ended before every message: ${flow.name}`, async () => {
    const desk = await startDesk();
    const firefox = await launchFirefox({ deskPort: desk.port, certificate: desk.certificate });
    try {
      let ends = 0;
      await firefox.openExtensionPage('popup.html');
      const inPage = <T>(expression: string) => firefox.tab.evaluate<T>(`return await ${expression}`);
      const drive = new OutboxDrive(inPage, 'browser', async () => {
        ends++;
        await firefox.terminateBackground();
      });
      await drive.mustAsk('connection.connect', { address: 'acme', key: desk.keys.agent });
      await drive.mustAsk('settings.change', { changes: { undoSeconds: 1 } });
      const ticketId = [...desk.tickets.values()].find(({ status }) => status !== 4)?.id ?? '';
      await flow.play(drive, desk, ticketId);
      console.log(`flow “${flow.name}” passed in Firefox over ${ends} ends of the background`);
    } finally {
      await firefox.close();
      await desk.close();
    }
  });
}
