/** A text written by strangers: text nodes only, safe links with their host, ticket IDs that open here. */
import { useMemo } from 'preact/hooks';
import { useForms } from '../../lib/hooks/use-forms.ts';
import { type TextPiece, textPieces } from '../../lib/tickets/text-pieces.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import './ticket-text.css';

export interface TicketTextProps {
  /** Without its HTML. */
  plain: string;
  onOpen: (id: TicketId) => void;
}

export function TicketText({ plain, onOpen }: TicketTextProps) {
  const forms = useForms();
  const pieces = useMemo(() => textPieces(plain, forms), [plain, forms]);
  return (
    <div class="ticket-text" dir="auto">
      {pieces.map((piece, index) => (
        <Piece key={index} piece={piece} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Piece({ piece, onOpen }: { piece: TextPiece; onOpen: (id: TicketId) => void }) {
  if (piece.kind === 'text') return <>{piece.text}</>;
  if (piece.kind === 'ticket') {
    return (
      <button
        type="button"
        class="ticket-text__id"
        dir="ltr"
        title={t('ticketOpenThis', piece.id)}
        onClick={() => onOpen(piece.id)}
      >
        {piece.text}
      </button>
    );
  }
  return (
    <>
      <a href={piece.href} dir="ltr" target="_blank" rel="noopener noreferrer" title={piece.href}>
        {piece.text}
      </a>
      {piece.host && <span class="ticket-text__host"> ({piece.host})</span>}
    </>
  );
}
