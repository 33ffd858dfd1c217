/** An icon of the library as inline SVG; silent unless it has a label. */
import type { IconNode } from 'lucide';
import { h } from 'preact';
import './icon.css';

export interface IconProps {
  /** A node of `lucide`, such as `Copy`. */
  of: IconNode;
  /** CSS pixels, 16 by default. */
  size?: number;
  /** Only where the icon is the whole message. */
  label?: string;
}

export function Icon({ of, size = 16, label }: IconProps) {
  const hidden = label === undefined;
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden={hidden ? 'true' : undefined}
      role={hidden ? undefined : 'img'}
      aria-label={label}
    >
      {of.map(([tag, attributes]) => h(tag, { ...attributes, key: JSON.stringify(attributes) }))}
    </svg>
  );
}
