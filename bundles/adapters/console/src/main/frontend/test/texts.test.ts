import { expect, it } from 'vitest';
import { en } from '../src/text/en';
import { fr } from '../src/text/fr';
import { ar } from '../src/text/ar';

it('says everything in every language', () => {
  for (const texts of [fr, ar]) {
    expect(Object.keys(texts)).toEqual(Object.keys(en));
    expect(Object.values(texts).every((text) => text.length > 0)).toBe(true);
  }
});
