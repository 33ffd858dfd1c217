/** Who the ticket is about. */
import { BadgeCheck, UserRound } from 'lucide';
import type { Customer } from '../../lib/tickets/ticket.ts';
import { t } from '../../lib/words/words.ts';
import { Badge } from '../basic/Badge.tsx';
import { Section } from './Section.tsx';

export function CustomerCard({ customer }: { customer: Customer | null }) {
  return <Section title={t('ticketCustomer')}>{customer ? <Person customer={customer} /> : <p>—</p>}</Section>;
}

function Person({ customer }: { customer: Customer }) {
  const { name, email, role, group, registered } = customer;
  return (
    <div class="customer">
      <span class="customer__initials" aria-hidden="true">
        {initials(name ?? email ?? '?')}
      </span>
      <div class="customer__who">
        <span class="customer__name">
          <bdi>{name ?? '—'}</bdi>
        </span>
        {email === null ? (
          <span>—</span>
        ) : (
          <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`} target="_blank" rel="noopener noreferrer">
            {email}
          </a>
        )}
      </div>
      <div class="customer__marks">
        {role !== null && <Badge title={t('ticketRole')}>{role}</Badge>}
        {group !== null && (
          <Badge title={t('ticketGroup')} tone="accent">
            {group}
          </Badge>
        )}
        {registered !== null && (
          <Badge icon={registered ? BadgeCheck : UserRound}>{t(registered ? 'ticketRegistered' : 'ticketGuest')}</Badge>
        )}
      </div>
    </div>
  );
}

/** At most two letters, whole characters of any script. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
