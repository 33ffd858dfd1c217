/** The shape of what is about to come, only where nothing is stored yet. */
import { t } from '../../lib/words/words.ts';
import './skeleton.css';

const WIDTHS = ['60%', '92%', '84%', '46%', '88%', '70%'];

export interface SkeletonProps {
  lines?: number;
  /** Only after a moment: what is waited for is mostly there at once. */
  late?: boolean;
}

export function Skeleton({ lines = 3, late }: SkeletonProps) {
  return (
    <div class={late ? 'skeleton skeleton--late' : 'skeleton'} role="status">
      <span class="sr-only">{t('basicLoading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton__line" style={{ inlineSize: WIDTHS[line % WIDTHS.length] }} />
      ))}
    </div>
  );
}
