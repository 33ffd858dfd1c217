/** The laws of the outbox in some stories, for a quick word; `npm test` plays 50,000 (run-model.ts). */
import { expect, test } from 'vitest';
import { playModel } from './outbox-model.ts';

test('the laws of the outbox hold in 500 stories', { timeout: 60_000 }, async () => {
  const counts = await playModel(500, 20_261);
  expect(counts.sends).toBeGreaterThan(100);
});
