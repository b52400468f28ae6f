/** What people and machines send who mean no good, by the type of the place that it is put into. */
import type { Leaf } from '../contract/support/inputs';

const long = 'x'.repeat(30_000);
/** Lists as short as this are tried whole. */
const few = 10;
const rightToLeft = String.fromCodePoint(0x202e);

/** Sixty texts: what databases, patterns, pages, files, mail and logs have stumbled over. */
export const texts: readonly string[] = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udc00',
    '\ud83d',
    '\ufeff',
    '\ufffe',
    '\u007f',
    '\u0085',
  ],
  ...["'", '"', "''", '`', '\\', '\\\\', '%', '_', '%_%', '$1', '${7*7}', '{{7*7}}', '#{7*7}', '$$', ';', '--', '/*'],
  ...[
    "'; DROP TABLE core.entity; --",
    "' OR '1'='1",
    "1'||pg_sleep(6)||'",
    "') UNION SELECT keys FROM core.account --",
  ],
  ...['& | !', ':*', 'a & | ! b', '<->', '"unclosed', '-', '(', '[[[', '(a+)+$', '^(a|a)*$'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '<svg/onload=alert(1)>'],
  ...[
    '../../etc/passwd',
    '..\\..\\windows',
    '/dev/null',
    'file:///etc/passwd',
    'http://169.254.169.254/',
    'CON',
    '.htaccess',
  ],
  ...['x\r\nBcc: v@example.org', '=HYPERLINK("http://x")', '+1', '@x', '-1'],
  ...[
    `adm${rightToLeft}nimda`,
    '\u0430dmin',
    '\u200b\u200d',
    'e\u0301'.repeat(50),
    '\u{1f469}\u200d\u{1f52c}',
    'ﷺ'.repeat(20),
    '\u0130\u0131ß',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    'true',
    '0',
    '__proto__',
    'constructor',
    'toString',
    '{"$gt":""}',
    'a'.repeat(5000),
    long,
  ],
];

export const integers: readonly unknown[] = [
  -1,
  0,
  101,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  -1e308,
  1.5,
  '1',
  'NaN',
  true,
  [1, 2],
];

const day = 'T00:00:00.000Z';
export const dates: readonly unknown[] = [
  ...[
    '',
    'now',
    'today',
    'infinity',
    '-infinity',
    'epoch',
    'allballs',
    '2026-02-30',
    `2026-02-30${day}`,
    `2026-13-01${day}`,
  ],
  ...[
    '2016-03-05T25:00:00.000Z',
    `1899-12-31${day}`,
    `2200-01-01${day}`,
    `+275760-09-13${day}`,
    `0000-00-00${day}`,
    '05/03/2016',
  ],
  ...[
    '2016-03-05',
    '2016-W10-6',
    '1457193600',
    `2016-03-05${day}; DROP`,
    `-000001-01-01${day}`,
    `9999-12-31${day}`,
    '\u0000',
    '2016-03-05T10:00:00',
  ],
  ...[0, true, {}, []],
];

const uuid = '00000000-0000-4000-8000-000000000000';
const kinds = [
  'post',
  'version',
  'notification',
  'suitability',
  'modification',
  'session',
  'invitation',
  'request',
  'nothing',
];
export const ids: readonly unknown[] = [
  ...kinds.map((kind) => `${kind}:${uuid}`),
  ...[
    '',
    ' ',
    'no id',
    ':',
    'site:',
    'site:network',
    'site:network/',
    'SITE:NETWORK/NORTHVALE',
    'site:network/../northvale',
    'site:network/%00',
  ],
  ...[
    'site:network/a\u0000b',
    'post:\ud800',
    `post:${uuid}'--`,
    `site:network/${'x'.repeat(500)}`,
    'post:00000000',
    'member:network/никто',
  ],
  ...[
    'site:network/northvale',
    'member:network/callum-pennyroyal',
    'care-model:network/mcp',
    'vanguard:history/none',
    'thread:network/none',
  ],
  ...[7, -1, true, {}, ['a'], [[['x']]]],
];

export const choices: readonly unknown[] = ['', 'NOTHING', 'draft', '__typename', 'DRAFT ', '\u0000', 0, true, {}, []];
export const yesOrNo: readonly unknown[] = ['true', 'no', 1, 0, '', {}, []];

/** Values of other types, for every place. */
const misfits: readonly unknown[] = [
  null,
  7.25,
  { a: 1 },
  { __proto__: null, polluted: true },
  [[['x']]],
  ['a', ['b']],
];

/**
 * What is put into one place. Each place takes one of four of the values of its type, beginning elsewhere in the list than the place before
 * it, and one of three of those of other types; of a request's own id, which every mutation takes, a few.
 */
export function hostileTo(leaf: Leaf, place: number): readonly unknown[] {
  const own = valuesOf(leaf.type);
  const many = leaf.path.endsWith('clientMutationId') ? 6 : 4;
  return [
    ...shareOf(own, own.length <= few ? 1 : many, place),
    ...shareOf(misfits, 3, place),
    ...(leaf.inList ? [] : [['a', 'b']]),
  ];
}

function shareOf(values: readonly unknown[], many: number, place: number): readonly unknown[] {
  return values.filter((_value, at) => (at + place) % many === 0);
}

function valuesOf(type: string): readonly unknown[] {
  if (type === 'String') return texts;
  if (type === 'ID') return ids;
  if (type === 'Int' || type === 'Float') return integers;
  if (type === 'DateTime') return dates;
  return type === 'Boolean' ? yesOrNo : choices;
}
