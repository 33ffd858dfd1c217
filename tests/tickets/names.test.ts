/** Names and the numbers they stand for. */
import { expect, test } from 'vitest';
import { findNumber, type Names, NO_NAMES, typedName, withoutListed } from '../../lib/tickets/names.ts';

const agent = (name: string) => ({ name, from: 'agent' as const });
const desk = (name: string) => ({ name, from: 'desk' as const });

test('what is put into a field for a number leads back to it', () => {
  const queues = { 3: agent('24'), 4: agent('Sales'), 5: agent('Other'), 6: agent('other') };
  const names: Names = { ...NO_NAMES, queues };
  const typed = [3, 4, 5, 6, 7].map((number) => typedName(names, 'queues', number));
  expect(typed).toEqual(['3', 'Sales', '5', '6', '7']);
  expect(typed.map((text) => findNumber(names, 'queues', text))).toEqual([3, 4, 5, 6, 7]);
});

test('taking back what the desk listed leaves what was written meanwhile', () => {
  const before: Names = { ...NO_NAMES, queues: { 1: desk('Old') }, agents: { 2: agent('Joel') } };
  const now: Names = {
    ...NO_NAMES,
    queues: { 1: desk('New'), 3: desk('Sales') },
    agents: { 2: agent('Joel'), 12: agent('Mia') },
  };
  expect(withoutListed(now, before)).toEqual({ ...before, agents: now.agents });
});
