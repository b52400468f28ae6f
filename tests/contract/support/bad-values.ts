/** Values that nobody should send, by the type of the place that they are put into. */
import type { Leaf } from './inputs';

/** Stands for a number that JSON can write and no computer can hold; see `bodyOf`. */
const beyondNumbers = '@@1e999@@';

export interface BadValue {
  readonly what: string;
  readonly value: unknown;
}

/** Text that no database can keep, and text that is half a character. */
export const nulText = 'a\u0000b';
export const loneSurrogate = 'a\ud800b';

const nul = { what: 'NUL', value: nulText };
const loneHigh = { what: 'a lone high surrogate', value: loneSurrogate };
const loneLow = { what: 'a lone low surrogate', value: '\udc00' };
const wrongTypes: BadValue[] = [
  { what: 'an object', value: { a: 1 } },
  { what: 'a list of lists', value: [[['x']]] },
];
const notText: BadValue[] = [...wrongTypes, { what: 'a boolean', value: true }, { what: 'a number', value: 1.5 }];

/** Values that a place must refuse whatever the rest of the input is. */
export function refusedBy(leaf: Leaf): BadValue[] {
  return [...refusedByType(leaf), ...(leaf.required ? [{ what: 'null', value: null }] : [])];
}

function refusedByType({ type, longest, inList }: Leaf): BadValue[] {
  const several = inList ? [] : [{ what: 'a list', value: ['a', 'b'] }];
  if (type === 'String')
    return [
      nul,
      loneHigh,
      loneLow,
      { what: 'over-long text', value: 'x'.repeat((longest ?? 4000) + 1) },
      ...notText,
      ...several,
    ];
  if (type === 'ID')
    return [
      nul,
      loneHigh,
      { what: 'an over-long id', value: `site:network/${'x'.repeat(400)}` },
      { what: 'no id', value: 'no id at all' },
      { what: 'half an id', value: 'site:network/' },
      { what: 'an id in capitals', value: 'SITE:NETWORK/NORTHVALE' },
      { what: 'an id with a path', value: 'site:network/../northvale' },
      { what: 'a number', value: 7 },
      ...wrongTypes,
    ];
  if (type === 'Int' || type === 'Float') return [...badNumbers(type), ...wrongTypes, ...several];
  if (type === 'Boolean')
    return [{ what: 'a word', value: 'true' }, { what: 'a number', value: 1 }, ...wrongTypes, ...several];
  if (type === 'DateTime') return [...badDates, nul, ...wrongTypes, ...several];
  const values = [{ what: 'no value of the enum', value: 'NOTHING' }, nul, loneHigh, ...notText, ...several];
  return type === 'Visibility'
    ? [{ what: 'a community: for discussions alone', value: 'COMMUNITY' }, ...values]
    : values;
}

function badNumbers(type: 'Int' | 'Float'): BadValue[] {
  const always = [
    { what: 'a number beyond numbers', value: beyondNumbers },
    { what: 'a number as text', value: '1' },
    { what: 'no number', value: 'NaN' },
    { what: 'a boolean', value: true },
  ];
  if (type === 'Float') return always;
  return [
    ...always,
    { what: '2^31', value: 2 ** 31 },
    { what: '-2^31-1', value: -(2 ** 31) - 1 },
    { what: 'a huge number', value: 1e308 },
    { what: 'a fraction', value: 1.5 },
  ];
}

const badDates: BadValue[] = [
  'infinity',
  '-infinity',
  'now',
  'tomorrow',
  '',
  '2026-02-30T00:00:00.000Z',
  '2026-13-01T00:00:00.000Z',
  '2016-03-05T25:00:00.000Z',
  '1899-12-31T23:59:59.999Z',
  '2200-01-01T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '2016-03-05T10:00:00',
  '2016-03-05',
  '05/03/2016',
].map((value) => ({ what: `the date "${value}"`, value }));

/** Values that a place may take or refuse, but never stumble over. */
export function harmlessTo({ type, longest, required }: Leaf): BadValue[] {
  const missing = required ? [] : [{ what: 'null', value: null }];
  if (type === 'String') {
    const hostile = [
      "'||pg_sleep(6)||'",
      '%_\\',
      '<script>alert(1)</script>',
      ':* & | !',
      '',
      '   ',
      '\u202e\ud83d\ude00',
    ];
    const texts = hostile.filter((text) => text.length <= (longest ?? 4000));
    return [...missing, ...texts.map((value) => ({ what: JSON.stringify(value), value }))];
  }
  if (type === 'Int')
    return [...missing, ...[-1, 0, 101, -(2 ** 31), 2 ** 31 - 1].map((value) => ({ what: String(value), value }))];
  if (type === 'Float')
    return [...missing, ...[-0, 1e308, -1e308, 5e-324].map((value) => ({ what: String(value), value }))];
  if (type === 'DateTime')
    return [
      ...missing,
      { what: 'the first day', value: '1900-01-01T00:00:00.000Z' },
      { what: 'a day of the past with an offset', value: '2016-03-05T23:59:59.999999+14:00' },
    ];
  return missing;
}

/** A copy of the arguments with one place changed. */
export function withValue(args: Readonly<Record<string, unknown>>, place: string, value: unknown) {
  const copy = structuredClone(args) as Record<string, unknown>;
  const steps = place.split('.');
  let at: Record<string, unknown> = copy;
  steps.slice(0, -1).forEach((step, index) => {
    at[step] ??= /^\d+$/.test(steps[index + 1] ?? '') ? [] : {};
    at = at[step] as Record<string, unknown>;
  });
  at[steps.at(-1) ?? ''] = value;
  return copy;
}

/** The JSON of a request, numbers beyond numbers included. */
export function bodyOf(query: string, variables: Record<string, unknown>): string {
  return JSON.stringify({ query, variables }).replaceAll(`"${beyondNumbers}"`, '1e999');
}
