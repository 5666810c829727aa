import { t } from '../text';
import type { SupplyState } from '../types';

const SHAPES: Record<SupplyState, string> = { ON: '●', OFF: '○', LIMITED: '◐', ARMED: '◇' };
const NAMES: Record<SupplyState, string> = { ON: t.on, OFF: t.off, LIMITED: t.limited, ARMED: t.armed };

/** Never colour alone: a shape and a word go with it. */
export function SupplyBadge({ state }: { state: SupplyState | null | undefined }) {
  if (!state) return <span className="badge supply-unknown">? {t.notHeard}</span>;
  return <span className={`badge supply-${state.toLowerCase()}`}>{SHAPES[state]} {NAMES[state]}</span>;
}

export const supplyShape = (state: SupplyState | null | undefined) => (state ? SHAPES[state] : '?');
