/** Copies a text and says for a moment that it did. */
import { useEffect, useState } from 'preact/hooks';

const SHOWN_MS = 1600;

export interface CopyState {
  copied: boolean;
  copy: (text: string) => void;
}

export function useCopy(): CopyState {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return { copied, copy };
}
