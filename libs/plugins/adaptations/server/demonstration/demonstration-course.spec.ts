import { demonstrationNetwork } from '@hub/demonstration';
import { canMove, frameAxes, type AdaptationStage } from '@hub/plugins/adaptations/contract';
import {
  assessingOf,
  decisionOf,
  firstOf,
  inOrderOfDescent,
  interventionInFile,
  outcomeOf,
  startOf,
} from './demonstration-course';
import { changesOf, findingsOf } from './demonstration-findings';
import { codingProblems } from '../changes/frame.rules';
import { sectionKeyProblems } from '../changes/section-keys.rules';

const adaptations = inOrderOfDescent();

describe('the adaptations of the demonstration', () => {
  it('are all there, each after the one whose result it adapts', () => {
    const slugs = adaptations.map(({ slug }) => slug);

    expect([...slugs].sort()).toEqual(demonstrationNetwork.adaptations.map(({ slug }) => slug).sort());
    expect(slugs.indexOf('harbourside-gps-in-ae')).toBeLessThan(slugs.indexOf('harbourside-triage-from-failure'));
    expect(slugs.indexOf('harbourside-triage-from-failure')).toBeLessThan(slugs.indexOf('ashenholt-from-triage'));
    expect(slugs.indexOf('northvale-cough-from-breathlessness')).toBeLessThan(slugs.indexOf('marlowfield-cough'));
  });

  it('start after their source began', () => {
    for (const adaptation of adaptations) {
      const source = interventionInFile(adaptation.sourceInterventionSlug).facts;

      expect(startOf(adaptation).getTime()).toBeGreaterThan(firstOf(source.startedOn).getTime());
    }
  });

  it.each(adaptations.map((adaptation) => [adaptation.slug, adaptation] as const))(
    '%s takes its course in order',
    (_slug, it) => {
      const result = it.resultingInterventionSlug ? interventionInFile(it.resultingInterventionSlug).facts : null;
      const published = result ? { stage: 'TESTING' as const, at: firstOf(result.startedOn), learned: null } : null;
      const course = [assessingOf(it), decisionOf(it), published, outcomeOf(it)].filter((move) => move !== null);
      const times = [startOf(it), ...course.map(({ at }) => at)].map((at) => at.getTime());

      expect(times).toEqual([...times].sort((a, b) => a - b));
      course.reduce<AdaptationStage>((from, { stage }) => {
        expect([from, stage, canMove(from, stage)]).toEqual([from, stage, true]);
        return stage;
      }, 'CONSIDERING');
    },
  );

  it('record their findings before they decide', () => {
    for (const adaptation of adaptations) {
      const decision = decisionOf(adaptation);
      const last = findingsOf(adaptation).at(-1);

      if (decision && last) expect(last.at.getTime()).toBeLessThan(decision.at.getTime());
    }
  });

  it('answer about every change all that FRAME requires', () => {
    for (const { what, codes } of adaptations.flatMap(changesOf)) {
      const open = frameAxes.filter(
        ({ id, required, when_shown: when }) =>
          required &&
          (when === null || codes.includes(`${when.axis}:${when.includes}`)) &&
          !codes.some((code) => code.startsWith(`${id}:`)),
      );
      expect([what, open.map(({ id }) => id)]).toEqual([what, []]);
    }
  });

  it('hold only codes and sections that exist', () => {
    const changes = adaptations.flatMap(changesOf);

    expect(changes).not.toEqual([]);
    expect(changes.flatMap(codingProblems)).toEqual([]);
    expect(changes.flatMap(({ sectionKeys }) => sectionKeyProblems(sectionKeys ?? []))).toEqual([]);
  });
});
