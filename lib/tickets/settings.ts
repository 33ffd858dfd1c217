/** Every setting with its default. What it may hold is checked in lib/protocol; where it is kept, in lib/state. */
import { ACTION_KINDS, type ActionKind } from './actions.ts';

export interface CannedReply {
  id: string;
  title: string;
  /** May hold `{{customer.name}}`, `{{ticket.id}}`, `{{agent.name}}` … (canned-reply.ts). */
  text: string;
}

export interface Settings {
  /** Where to look for IDs: every site, only `sites`, or only when the agent asks. */
  where: 'every' | 'these' | 'asked';
  /** Match patterns such as `https://mail.google.com/*`. */
  sites: string[];
  /** Origins switched off by the agent, such as `https://example.com`. */
  offSites: string[];
  /** ID templates (id-form.ts). */
  forms: string[];
  markStyle: 'underline' | 'tint' | 'off';
  theme: 'system' | 'light' | 'dark';
  /** `''`: the browser's; else one of the locales we ship. */
  language: string;
  /** The desk's date form (`DD-MON-YYYY`) and date-time form (`DD-MON-YY HH24:MI`), see desk-dates.ts. */
  dateForm: string;
  dateTimeForm: string;
  /** IANA zone of the desk; `''`: the browser's. */
  zone: string;
  /** 0 to 30. */
  undoSeconds: number;
  /** Offer the time the ticket was in front of the agent as `Minutes`. */
  minutesChip: boolean;
  /** Address of a ticket at the desk with `{id}` in it; `''`: hide `Open in desk`. */
  openInDesk: string;
  /** "Me": the agent's number at the desk; null until set or learned. */
  agentNumber: number | null;
  agentName: string;
  cannedReplies: CannedReply[];
  askKeyEachStart: boolean;
  /** Which actions may be used at all, and whether on several tickets at once; an organisation sets them. */
  allowedActions: ActionKind[];
  allowBulk: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  where: 'every',
  sites: [],
  offSites: [],
  // As SympoQ desks start: month, day, one character, three characters.
  forms: ['{MM}-{DD}-{X}-{XXX}'],
  markStyle: 'underline',
  theme: 'system',
  language: '',
  dateForm: 'DD-MON-YYYY',
  dateTimeForm: 'DD-MON-YY HH24:MI',
  zone: '',
  undoSeconds: 5,
  minutesChip: true,
  openInDesk: '',
  agentNumber: null,
  agentName: '',
  cannedReplies: [],
  askKeyEachStart: false,
  allowedActions: [...ACTION_KINDS],
  allowBulk: true,
};

/** What the surfaces read: the settings in force, and which of them the organisation set. */
export interface EffectiveSettings {
  values: Settings;
  locked: (keyof Settings)[];
  /** The organisation's desk address, when it set one. */
  lockedAddress: string | null;
  /** Anything at all is set by the organisation: no first-start page. */
  managed: boolean;
  /** Names in the organisation's policy whose values make no sense and are left out; Settings says so. */
  unusable: string[];
}
