/** Copies a text and says for a moment whether it did. */
import { useEffect, useState } from 'preact/hooks';

const SHOWN_MS = 1600;

export interface CopyState {
  /** False where the browser refused; null while there is nothing to say. */
  copied: boolean | null;
  copy: (text: string) => void;
}

export function useCopy(): CopyState {
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), SHOWN_MS);
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
