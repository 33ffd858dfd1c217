/** Which desk Deskside is connected to. The key itself is never here. */
import { mirrorItem } from './stored.ts';

export interface Connection {
  /** Such as `https://acme.sympoq.com`. */
  origin: string;
  /** False when the key must be entered (again): forgotten at exit, or asked for at each start. */
  hasKey: boolean;
  /** This browser keeps nothing after its exit (private window, "never remember history"). */
  forgetsAtExit: boolean;
  /** The desk answered 401 to this key. */
  refused: boolean;
  /** When another key was entered, in epoch milliseconds: what was read before goes. */
  since?: number;
}

/** Mirror; the durable copy is the worker's. Null: never connected. */
export const connectionItem = mirrorItem<Connection | null>('connection', 1, null);
