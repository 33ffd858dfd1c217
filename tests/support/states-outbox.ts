/** States of the outbox and of what stands at the panel's foot. */
import type { State } from './states.ts';

export const OUTBOX_STATES: State[] = [];
