/** Reads what was typed into a search field: a ticket ID by the desk's forms, or words. */
import { useMemo } from 'preact/hooks';
import { compileForms } from '../tickets/compile.ts';
import { findTypedId } from '../tickets/find-ids.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useSettings } from './use-settings.ts';

/** The reader; undefined means words. */
export function useTypedId(): (text: string) => TicketId | undefined {
  const { forms } = useSettings().settings;
  const compiled = useMemo(() => compileForms(forms), [forms]);
  return (text) => findTypedId(text, compiled);
}
