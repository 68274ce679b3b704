// Colours, for terminals only.
import type { PaintRole } from '@fb/diagnostics';
import pc from 'picocolors';
import type { Io, OutputStream } from './io.js';

/** Wraps text in what shows its role. */
export type Painter = (role: PaintRole | 'heading', text: string) => string;

/** The painter for a stream: colours if a person sees it, unless the environment decides otherwise. */
export function painterFor(stream: OutputStream, env: Io['env']): Painter {
  const colors = pc.createColors(wantsColor(stream, env));
  return (role, text) => {
    switch (role) {
      case 'error':
        return colors.bold(colors.red(text));
      case 'warning':
        return colors.bold(colors.yellow(text));
      case 'place':
      case 'heading':
        return colors.bold(text);
      case 'gutter':
        return colors.dim(text);
      case 'hint':
        return colors.cyan(text);
    }
  };
}

/** https://no-color.org: set and not empty means no; FORCE_COLOR likewise means yes. */
function wantsColor(stream: OutputStream, env: Io['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
