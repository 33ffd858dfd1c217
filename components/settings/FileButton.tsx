/** A button that reads a text file, and the doing that writes one. */
import { useRef } from 'preact/hooks';
import { Button } from '../basic/Button.tsx';

export interface FileButtonProps {
  label: string;
  /** File name endings, such as `.json`. */
  accept: string;
  busy?: boolean;
  onText: (text: string) => void;
}

export function FileButton({ label, accept, busy, onText }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (field: HTMLInputElement) => {
    const text = await field.files?.[0]?.text();
    field.value = '';
    if (text !== undefined) onText(text);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => void read(event.currentTarget)}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}

/** Hands a text to the browser as a download. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
