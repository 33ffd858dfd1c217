/** A measure against its whole, with its words. */
import './meter.css';

export interface MeterProps {
  label: string;
  /** What it says in words, such as `7 d 1 h of 2 d`. */
  words: string;
  value: number;
  max: number;
}

export function Meter({ label, words, value, max }: MeterProps) {
  const whole = Math.max(max, 1);
  const look = value > max ? 'meter--over' : value > max * 0.8 ? 'meter--near' : '';
  return (
    <meter
      class={`meter ${look}`}
      aria-label={label}
      aria-valuetext={words}
      min={0}
      max={whole}
      value={Math.min(value, whole)}
    />
  );
}
