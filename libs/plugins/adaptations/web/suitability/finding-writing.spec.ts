import { dayParts, momentOf } from '@hub/ui';
import { findingInput, questionsFor, startingFinding, writingProblem } from './finding-writing';

const written = { ...startingFinding('DATA_AUDIT', null), title: ' Is there demand? ', finding: 'Not finished.' };

describe('Writing down what was found out', () => {
  it('asks for a title and a finding, and takes everything else empty', () => {
    expect(writingProblem(startingFinding('DATA_AUDIT', null))?.fields.map(({ path }) => path)).toEqual([
      'title',
      'finding',
    ]);
    expect(writingProblem(written)).toBeNull();
  });

  it('keeps "not sure yet" as an answer of its own', () => {
    expect(findingInput('adaptation:a/b', null, written)).toEqual({
      adaptation: 'adaptation:a/b',
      kind: 'DATA_AUDIT',
      title: 'Is there demand?',
      finding: 'Not finished.',
      supports: null,
      figures: [],
      statements: [],
      matters: [],
      happenedOn: null,
    });
    expect(findingInput('adaptation:a/b', 'suitability:1', { ...written, supports: 'no' })).toMatchObject({
      entry: 'suitability:1',
      supports: false,
    });
  });

  it('starts from an earlier entry when it is corrected', () => {
    const entry = {
      kind: 'OTHER' as const,
      title: 't',
      finding: 'f',
      supports: false,
      happenedOn: '2016-06-08T09:00:00.000Z',
      figures: [],
      statements: ['I know when to come back'],
      compared: [],
    };

    expect(startingFinding('DATA_AUDIT', entry)).toEqual({
      kind: 'OTHER',
      title: 't',
      finding: 'f',
      supports: 'no',
      day: { day: '8', month: '6', year: '2016' },
      figures: [],
      statements: ['I know when to come back'],
      matters: [],
    });
  });

  it('says with a comparison which of the differences matter, by name and by nothing else', () => {
    const differing = ['Region', 'Long roads'];
    const compared = {
      ...written,
      kind: 'CONTEXT_COMPARISON' as const,
      matters: ['Long roads', 'No longer different'],
    };

    expect(findingInput('adaptation:a/b', null, compared, differing)).toMatchObject({ matters: ['Long roads'] });
    expect(findingInput('adaptation:a/b', null, { ...compared, kind: 'OTHER' }, differing).matters).toEqual([]);
  });

  it('asks of each kind only what belongs to it, and always what was filled in', () => {
    const asks = (kind: Parameters<typeof questionsFor>[0]['kind'], corrects = false, figures = written.figures) =>
      questionsFor({ kind, figures }, corrects);

    expect(asks('CONTEXT_COMPARISON')).toEqual({ title: false, day: false, figures: false });
    expect(asks('CONTEXT_COMPARISON', true)).toEqual({ title: true, day: true, figures: false });
    expect(asks('PATIENT_VOICE')).toEqual({ title: true, day: true, figures: false });
    expect(asks('DATA_AUDIT')).toEqual({ title: true, day: true, figures: true });
    expect(asks('PATIENT_VOICE', false, [{ label: 'People', value: '4', unit: '' }]).figures).toBe(true);
  });

  it('leaves out empty statements, and asks for others to be said of oneself', () => {
    const voices = { ...written, kind: 'PATIENT_VOICE' as const, statements: [' I know when ', '', 'They know'] };

    expect(writingProblem(voices)?.fields.map(({ path }) => path)).toEqual(['statements.2']);
    expect(findingInput('adaptation:a/b', null, { ...voices, statements: [' I know when ', ''] }).statements).toEqual([
      'I know when',
    ]);
  });
});

describe('A day in three boxes', () => {
  it('stays the same day in every time zone', () => {
    expect(momentOf({ day: '8', month: '6', year: '2016' })).toBe('2016-06-08T12:00:00.000Z');
    expect(dayParts('2016-06-08T12:00:00.000Z')).toEqual({ day: '8', month: '6', year: '2016' });
  });

  it('may be left empty, but must be a day of the calendar', () => {
    expect(momentOf({ day: '', month: '', year: '' })).toBeNull();
    expect(momentOf({ day: '31', month: '2', year: '2016' })).toBeUndefined();
    expect(momentOf({ day: '8', month: '', year: '2016' })).toBeUndefined();
    expect(momentOf({ day: '8', month: '6', year: '16' })).toBeUndefined();
  });
});
