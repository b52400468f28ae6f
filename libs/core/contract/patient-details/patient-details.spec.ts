import { cutOutMark, patientDetailsIn, type PatientDetail, type PatientFinding } from '.';

/** What was found, as `KIND the words`. */
const found = (text: string) =>
  patientDetailsIn(text).flatMap(({ kind, spans }) =>
    spans.map(({ start, end }) => `${kind} ${text.slice(start, end)}`),
  );
const kinds = (text: string): PatientDetail[] => patientDetailsIn(text).map(({ kind }) => kind);

describe('An NHS number is found in any grouping (T9)', () => {
  it.each([
    '943 476 5919',
    '9434765919',
    '943-476-5919',
    '943.476.5919',
    '943 476-5919',
    '94 34 76 59 19',
    '9 4 3 4 7 6 5 9 1 9',
    '943\u00a0476\u00a05919',
    '943\u2013476\u20135919',
    '943\u200b476\u200b5919',
    '943/476/5919',
    '943,476,5919',
    '943 - 476 - 5919',
    '94347 65919',
    '943476 5919',
    '９４３ ４７６ ５９１９',
    '٩٤٣٤٧٦٥٩١٩',
    '𝟗𝟒𝟑𝟒𝟕𝟔𝟓𝟗𝟏𝟗',
    '943 476\n5919',
    '401 023 2137',
    '0101011237',
  ])('%s', (number) => {
    expect(found(`We saw her (${number}) on Tuesday.`)).toEqual([`NHS_NUMBER ${number}`]);
  });

  it.each([
    ['NHS number: 943 476 5919', '943 476 5919'],
    ['NHSno9434765919', '9434765919'],
    ['**943 476 5919**', '943 476 5919'],
    ['| Ethel | 943 476 5919 | 12 |', '943 476 5919'],
    ['Seen on 12/05/2016 943 476 5919', '943 476 5919'],
    ['Ring 0161 496 0123 about 943 476 5919', '943 476 5919'],
    ['3 visits, 943 476 5919, 4 letters', '943 476 5919'],
    ['in 2016 943 476 5919 came twice', '943 476 5919'],
    ['https://records.example/patient/9434765919', '9434765919'],
  ])('in its surroundings: %s', (text, number) => {
    expect(found(text)).toEqual([`NHS_NUMBER ${number}`]);
  });

  it('told apart from others of its kind, and once however often it stands there', () => {
    const text = '943 476 5919 and 401 023 2137, then 9434765919 again';

    expect(patientDetailsIn(text).map(({ nth, spans }) => [nth, spans.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});

describe('No NHS number is seen (T9)', () => {
  it.each([
    ['whose check digit is wrong', '943 476 5918'],
    ['kept for tests', '999 000 0018'],
    ['a placeholder', '111 111 1111, 000 000 0000'],
    ['a telephone', 'Call 0161 496 0123, 020 7946 0958, (01632) 960 983, 07700 900 123 or +44 1632 960983'],
    ['a telephone with 10 digits', '0800 123457, 01697 73555'],
    ['a telephone from abroad', '+1 212 555 0123, 0033 1 44 55 66 77'],
    ['two telephones', '07700 900123 07700 900456, 0161 496 0123 020 7946 0958'],
    ['a day and a time', 'Meeting on 12/05/2016 14:30, then 2016-05-12 14:30 and 12.05.2016 at 9.15'],
    ['days in a row', '12/05/2016 13/05/2016 14/05/16'],
    ['years', 'In 2014/15, 2015-16 and 2016/17'],
    ['a DOI', 'https://doi.org/10.1016/S0140-6736(16)00163-0 and doi:10.1136/9434765919'],
    ['an ISBN', 'ISBN 0-306-40615-2, ISBN-13: 978-0-306-40615-7, ISBN 9434765919'],
    ['an amount', '£9,434,765,919 or £9434765919; 9,434,765,919 steps'],
    ['a fraction', '0.9434765919 and 51.50735091'],
    ['a version', 'version 9.434.765.919 and v943.476.5919'],
    ['an address of a machine', '192.168.10.25'],
    [
      'an identifier',
      'e9434765-9194-4d3a-9434-765919943476, ISRCTN12345678, 0000-0002-1825-0097, EudraCT 2015-001234-22',
    ],
    ['a part of a code', 'S9434765919, 9434765919x, commit 9434765919abcdef0123'],
    ['figures in a table', '| 120 | 4500 | 333 |\n| 94 | 3476 | 5919 |'],
    ['figures one under the other', '9434\n7659\n19'],
    ['more digits', '94347659190, 19434765919'],
  ])('in %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it('in more than one of eleven random rows of ten digits', () => {
    let seed = 20161128;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    const rows = Array.from({ length: 10_000 }, () =>
      Array.from({ length: 10 }, () => Math.floor(random() * 10)).join(''),
    );

    const share = rows.filter((row) => kinds(`(${row})`).includes('NHS_NUMBER')).length / rows.length;

    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.101);
  });
});

describe('A date of birth is found', () => {
  it.each([
    ['DOB 12/03/1941', '12/03/1941'],
    ['D.O.B.: 12.3.41', '12.3.41'],
    ['date of birth is 12 March 1941', '12 March 1941'],
    ['Date of birth (dd/mm/yyyy): 12/03/1941', '12/03/1941'],
    ['12/03/1941 (DOB)', '12/03/1941'],
    ['Mrs Ethel Jones, born 12th of March 1941, fell', '12th of March 1941'],
    ['our patient was born on 1 May 2014', '1 May 2014'],
    ['Ethel Jones (12/03/1941) has fallen', '12/03/1941'],
    ['Mr Khan 1941-03-12', '1941-03-12'],
    ['12-03-1941 Mrs Ethel Jones', '12-03-1941'],
    ['ETHEL JONES, 12 03 1941', '12 03 1941'],
    ['Ethel Jones, Mar 12, 1941', 'Mar 12, 1941'],
  ])('%s', (text, date) => {
    expect(found(text)).toEqual([`DATE_OF_BIRTH ${date}`]);
  });

  it.each([
    ['the day of a meeting', 'We meet Anjali Rao on 12 May 2016 at 2pm'],
    ['a list of meetings', 'Mrs Fox, 12/05/2016; Helen Price, 13 June 2017'],
    ['a day of history', 'The NHS began on 5 July 1948, and the Health Act passed on 19 March 1999'],
    ['something that was born', 'The hub was born on 12 May 2016'],
    ['a word for it without a day', 'We record the date of birth and the postcode'],
    ['an age', 'Ethel is 82 and was born in 1941'],
    ['a deadline beside staff', 'Dr Patel, 12/03/2009'],
    ['a quarter', 'from 1 April 2009 to 31 March 2010'],
  ])('not in %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('A full postcode is found beside a person', () => {
  it.each([
    ['Mrs Ethel Jones, 12 Elm Road, M13 9PL', 'M13 9PL'],
    ['Ethel Jones\n12 Elm Road\nLeeds\nLS1 4AP', 'LS1 4AP'],
    ['the patient lives at ls14ap', 'ls14ap'],
    ['She lives near the hospital at SW1A 1AA', 'SW1A 1AA'],
    ['His home address is EC1A 1BB', 'EC1A 1BB'],
    ['Patient: E. J., W1A 0AX', 'W1A 0AX'],
  ])('%s', (text, code) => {
    expect(found(text)).toEqual([`POSTCODE ${code}`]);
  });

  it.each([
    ['a practice', 'Elm Surgery, 1 High Street, M13 9PL'],
    ['a practice with its doctor', 'Dr Shah, The Elms Practice, M13 9PL'],
    ['a practice with its manager', 'Write to Mrs Anne Fox, Elm Surgery, 1 High Street, M13 9PL'],
    ['a place to meet', 'We meet in the Town Hall, LS1 4AP; Helen Price has the papers'],
    ['an area', 'Patients of M13 and the LS1 district'],
    ['a street', 'St James Road, LS1 4AP'],
    ['half a postcode', 'Mrs Jones lives in M13'],
    ['a code that is none', 'Mrs Jones has form B1 2CM'],
    ['another paragraph', 'Mrs Jones was at home.\n\nSend it to LS1 4AP.'],
  ])('not of %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('A hospital number is found by the words before it', () => {
  it.each([
    ['Hospital number: 123456', '123456'],
    ['hosp no. A123456', 'A123456'],
    ['MRN 1234567', '1234567'],
    ['case note no RTX 123456', 'RTX 123456'],
    ['Patient ID: 12/34567', '12/34567'],
    ['unit number is 654321B', '654321B'],
  ])('%s', (text, number) => {
    expect(found(text)).toEqual([`HOSPITAL_NUMBER ${number}`]);
  });

  it.each([
    'The hospital number is written on the wristband',
    'Patient numbers: 12345',
    'Patients: 12345',
    'the hospital number 0161 496 0123',
    'patient no. 7 of 12',
    'NHS number: 943 476 5918',
    'Hospital reference costs 2015/16',
    'a record number: 12345 people came',
    'Unit no 2015/16',
  ])('not in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('What was found can be cut out, each time it stands there', () => {
  const text = 'Ethel, 943 476 5919. Again: 9434765919.';
  const [finding] = patientDetailsIn(text);

  const rest = finding ? cutOut(text, finding) : text;

  expect(rest).toBe('Ethel, [cut out]. Again: [cut out].');
  expect(patientDetailsIn(rest)).toEqual([]);
});

it('A long text is read in one go', () => {
  const text = '943 476 5918 '.repeat(1500) + 'Mrs Ethel Jones 12 '.repeat(1000);

  expect(patientDetailsIn(text)).toEqual([]);
});

/** The text with a mark in place of what was found. */
function cutOut(text: string, { spans }: Pick<PatientFinding, 'spans'>): string {
  return [...spans]
    .sort((one, other) => other.start - one.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}${cutOutMark}${rest.slice(end)}`, text);
}
