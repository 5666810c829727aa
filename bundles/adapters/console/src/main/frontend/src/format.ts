import type { Money } from './types';
import { language } from './text';

const locale = language();

/** Money as people write it; at least the currency's places, all places that carry value. */
export function money(it: Money | null | undefined): string {
  if (!it) return '–';
  const places = it.amount.includes('.') ? it.amount.length - it.amount.indexOf('.') - 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency', currency: it.currency, maximumFractionDigits: Math.min(Math.max(places, 2), 6),
  }).format(it.amount as unknown as number);
}

/** Money for a tile: two places. */
export function shortMoney(it: Money): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: it.currency })
    .format(it.amount as unknown as number);
}

export function number(value: string | number, places = 3): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: places }).format(value as unknown as number);
}

/** A moment in the service point's zone. */
export function moment(at: string | null | undefined, zone?: string): string {
  if (!at) return '–';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
    .format(new Date(at));
}

export function clock(at: string, zone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone,
  }).format(new Date(at));
}
