/** The composer for several tickets: what shall be done, to how many, and the button that names the number. */
import { Fragment } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { BulkComposing, BulkState } from '../../lib/hooks/use-bulk.ts';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useReads } from '../../lib/hooks/use-reads.ts';
import { useRecords } from '../../lib/hooks/use-records.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { type BulkFilled, type BulkPlan, checkBulk, planBulk, type ReadTicket } from '../../lib/tickets/bulk.ts';
import type { Problems } from '../../lib/tickets/draft-check.ts';
import { bulkParts } from '../../lib/tickets/outcome-line.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { withHalfFilled } from '../basic/half-filled.ts';
import { partsText } from '../composer/OutcomeLine.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { focusShown } from '../page/focus.ts';
import { BulkFieldsOf } from './BulkFieldsOf.tsx';
import { BulkReads } from './BulkReads.tsx';
import { BULK_WORDS } from './bulk-words.ts';
import '../composer/composer.css';

export interface BulkComposerProps {
  bulk: BulkState;
  composer: BulkComposing;
  readOf: (id: TicketId) => ReadTicket | undefined;
  onClose: () => void;
}

const NO_PLAN: BulkPlan = { parts: [], same: [], unsayable: [] };

export function BulkComposer({ bulk, composer, readOf, onClose }: BulkComposerProps) {
  const { kind, ids } = composer;
  const { names } = useNames();
  const { zone } = useSettings().settings;
  // `Read on` and `Leave out` go when they are pressed; keys are heard only within the composer.
  const focus = useFocusPassed<HTMLFormElement>();
  const form = focus.ref;
  const lineId = useId();
  const [problems, setProblems] = useState<Problems>({});
  const leadToWrong = useWrongField(form);
  // The list may lose some of them while this is open.
  const records = useRecords(ids);
  const known = ids.flatMap((id) => readOf(id) ?? records?.get(id) ?? []);
  const knownIds = new Set(known.map(({ ticket }) => ticket.id));
  const reads = useReads(ids, (id) => knownIds.has(id));
  const filled = { kind, fields: bulk.fields[kind] } as BulkFilled;
  const checked = checkBulk(filled, names, zone);
  const plan = checked.ok ? planBulk(known, checked.actionFor, composer) : NO_PLAN;
  const count = checked.ok ? plan.parts.length : known.length;
  const isReady = reads.missing.length === 0;
  // As it is drawn: the next key is meant for it.
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[role="combobox"]');
    (first ?? form.current?.querySelector<HTMLElement>('.button'))?.focus();
  }, []);

  const send = () => {
    const whole = withHalfFilled(checked, form.current);
    setProblems(whole.ok ? {} : whole.problems);
    if (!isReady || bulk.busy) return;
    if (!whole.ok) leadToWrong();
    else if (plan.parts.length > 0) void bulk.send(plan).then(() => setTimeout(focusShown));
  };
  return (
    <form
      {...focus}
      class="bulk bulk--open"
      aria-label={tn(BULK_WORDS[kind].title, ids.length)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          send();
        }
      }}
    >
      <h2 class="bulk__title">{tn(BULK_WORDS[kind].title, ids.length)}</h2>
      <BulkIds ids={ids} />
      <BulkReads total={ids.length} reads={reads} onLeaveOut={() => bulk.leaveOut(reads.missing)} />
      <BulkFieldsOf
        filled={filled}
        tickets={known.map(({ ticket }) => ticket)}
        problems={problems}
        onChange={(fields) => {
          setProblems({});
          bulk.change(kind, fields);
        }}
      />
      {plan.unsayable.length > 0 && (
        <p class="bulk__note">
          {tn('bulkUnsayable', plan.unsayable.length)} {plan.unsayable.join(', ')}
        </p>
      )}
      {plan.same.length > 0 && <p class="bulk__note">{tn('bulkSame', plan.same.length)}</p>}
      {bulk.failure && <FailureNote failure={bulk.failure} />}
      <div class="bulk__foot">
        <p class="composer__outcome" id={lineId}>
          {partsText(bulkParts(filled))}
        </p>
        <Button onClick={onClose}>{t('basicCancel')}</Button>
        <Button
          look="primary"
          type="submit"
          busy={bulk.busy}
          describedBy={lineId}
          disabled={!isReady || (checked.ok && count === 0)}
        >
          {tn(BULK_WORDS[kind].button, count)}
        </Button>
      </div>
    </form>
  );
}

/** So many are named in two lines; the others are checked in the list behind. */
const MOST_NAMED = 4;

function BulkIds({ ids }: { ids: TicketId[] }) {
  const named = ids.length > MOST_NAMED + 1 ? ids.slice(0, MOST_NAMED) : ids;
  const rest = ids.length - named.length;
  return (
    <p class="bulk__ids" title={ids.join(', ')}>
      {named.map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <span>{id}</span>
        </Fragment>
      ))}
      {rest > 0 && ' '}
      {rest > 0 && <span>+ {numberText(rest)}</span>}
    </p>
  );
}
