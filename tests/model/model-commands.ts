/** What may happen to the outbox in the model: everything an agent, a browser, a network and other people do. */
import * as fc from 'fast-check';
import type { ActionKind } from '../../lib/tickets/actions.ts';
import type { OtherDoing } from './model-desk.ts';

export type WriteFault =
  | 'open-applied'
  | 'open-unapplied'
  | 'open-late'
  | 'refused'
  | 'not-sent'
  | 'rested'
  | 'twice'
  | 'twice-late'
  | 'yes-late'
  | 'yes-unapplied'
  | 'slow'
  | 'slow-open';
export type ReadFault = 'unreachable' | 'resting' | 'not-found' | 'slow' | 'slow-fail';
export type Ask = 'backToDraft' | 'sendNow' | 'sendAnyway' | 'sendAgain' | 'lookAt' | 'arrived' | 'discard';

export type Command =
  | { do: 'submit'; ticket: number; kind: ActionKind; twin: boolean }
  | { do: 'submitAgain'; which: number }
  | { do: 'submitOther'; which: number }
  | { do: 'ask'; ask: Ask; which: number }
  | { do: 'submitDraft'; ticket: number; kind: 'reply' | 'note' }
  | { do: 'type'; ticket: number; kind: 'reply' | 'note'; isOption: boolean }
  | { do: 'shorten'; ticket: number; kind: 'reply' | 'note' }
  | { do: 'other'; ticket: number; what: OtherDoing }
  | { do: 'writeFault'; fault: WriteFault; ms: number }
  | { do: 'readFault'; fault: ReadFault; ms: number }
  | { do: 'network'; isUp: boolean }
  | { do: 'pass'; ms: number }
  | { do: 'jump'; ms: number }
  | { do: 'killAt'; awaits: number }
  | { do: 'storageFault'; writes: number; isDone: boolean }
  | { do: 'sleepAt'; awaits: number; ms: number }
  | { do: 'kill' }
  | { do: 'open' };

const ticket = fc.nat(1);
const which = fc.nat(5);
const textKind = fc.constantFrom('reply' as const, 'note' as const);
const KINDS: ActionKind[] = ['reply', 'reply', 'reply', 'note', 'assign', 'move', 'tag', 'close'];
const WRITE_FAULTS: WriteFault[] = [
  'open-applied',
  'open-unapplied',
  'open-late',
  'refused',
  'not-sent',
  'rested',
  'twice',
  'twice-late',
  'yes-late',
  'yes-unapplied',
  'slow',
  'slow-open',
];
const READ_FAULTS: ReadFault[] = ['unreachable', 'resting', 'not-found', 'slow', 'slow-fail'];
const ASKS: Ask[] = [
  'backToDraft',
  'backToDraft',
  'sendNow',
  'sendNow',
  'sendAnyway',
  'sendAgain',
  'sendAgain',
  'lookAt',
  'arrived',
  'discard',
];
const DOINGS: OtherDoing[] = ['reply', 'customer', 'assign', 'tag', 'move', 'close', 'notice'];

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      ticket,
      kind: fc.constantFrom(...KINDS),
      twin: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('submitAgain' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('submitOther' as const), which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('ask' as const), ask: fc.constantFrom(...ASKS), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('submitDraft' as const), ticket, kind: textKind }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('type' as const), ticket, kind: textKind, isOption: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shorten' as const), ticket, kind: textKind }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('other' as const), ticket, what: fc.constantFrom(...DOINGS) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('writeFault' as const),
      fault: fc.constantFrom(...WRITE_FAULTS),
      ms: fc.constantFrom(0, 800, 3_000, 19_000, 40_000, 90_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('readFault' as const),
      fault: fc.constantFrom(...READ_FAULTS),
      ms: fc.constantFrom(300, 3_000, 18_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('network' as const), isUp: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(10, 1_000, 4_900, 5_100, 15_000, 31_000, 70_000, 200_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.constantFrom(-3_600_000, -30_000, -1_000, 30_000, 125_000, 3_600_000, 90_000_000),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('killAt' as const), awaits: fc.nat(45) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('storageFault' as const), writes: fc.nat(15), isDone: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sleepAt' as const),
      awaits: fc.nat(45),
      ms: fc.constantFrom(125_000, 3_600_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'kill' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'open' as const }) },
);

/** Rare by chance: a text that was taken back while its request was still to arrive, into a draft begun meanwhile. */
const takenBack: fc.Arbitrary<Command[]> = fc
  .record({ ticket, kind: textKind, isOption: fc.boolean() })
  .map(({ ticket, kind, isOption }) => [
    { do: 'writeFault', fault: 'open-late', ms: 40_000 },
    { do: 'submit', ticket, kind, twin: false },
    { do: 'pass', ms: 31_000 },
    { do: 'type', ticket, kind, isOption },
    { do: 'ask', ask: 'backToDraft', which: 0 },
    { do: 'shorten', ticket, kind },
  ]);

/** Two texts taken back so, of which one is deleted: the second held the first, or was sent beside it. */
const bothTakenBack: fc.Arbitrary<Command[]> = fc
  .record({ ticket, kind: textKind, isBeside: fc.boolean() })
  .map(({ ticket, kind, isBeside }) => {
    const submit: Command = { do: 'submit', ticket, kind, twin: false };
    const late: Command = { do: 'writeFault', fault: 'open-late', ms: 90_000 };
    const takeBack: Command[] = [
      { do: 'pass', ms: 31_000 },
      { do: 'ask', ask: 'backToDraft', which: 0 },
    ];
    const [before, between] = isBeside ? [[submit, submit], []] : [[submit], [submit]];
    return [late, late, ...before, ...takeBack, ...between, ...takeBack, { do: 'shorten', ticket, kind }];
  });

/** A story of up to so many commands, now and then after a beginning that chance seldom brings. */
export function stories(maxLength: number): fc.Arbitrary<Command[]> {
  const any = fc.array(command, { minLength: 1, maxLength, size: 'max' });
  const begun = fc.tuple(fc.oneof(takenBack, bothTakenBack), any).map(([first, rest]) => [...first, ...rest]);
  return fc.oneof({ weight: 9, arbitrary: any }, { weight: 1, arbitrary: begun });
}
