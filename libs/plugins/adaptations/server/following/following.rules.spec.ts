/** Properties of the merge of three whole texts, sections and components, as it goes into a draft. */
import { BadUserInput } from '@hub/core/server';
import { sectionItems, type Component, type PartKind, type SectionText } from '@hub/plugins/interventions/contract';
import fc from 'fast-check';
import { mergedText, sameComponent, type MergeChoiceInput, type PartedText, type ThreeTexts } from './following.rules';

const sectionKeys = sectionItems.slice(0, 4).map(({ key }) => key);
const words = fc.constantFrom('Nurses', 'Carers', 'Both');
const section = fc.record({ key: fc.constantFrom(...sectionKeys), body: words });
const component = fc.record({
  ...{ key: fc.constantFrom('a', 'b', 'c', 'd'), name: words, core: fc.boolean() },
  ...{ description: fc.option(words, { nil: null }), reason: fc.option(words, { nil: null }) },
});
const byKey = { selector: ({ key }: { key: string }) => key };
const text: fc.Arbitrary<PartedText> = fc.record({
  sections: fc.uniqueArray(section, byKey),
  components: fc.uniqueArray(component, byKey),
});
const texts: fc.Arbitrary<ThreeTexts> = fc.record({ base: text, theirs: text, ours: text });

const partsOf = ({ base, theirs, ours }: ThreeTexts): { part: PartKind; key: string }[] => {
  const all = [base, theirs, ours];
  const keys = (of: (one: PartedText) => readonly { key: string }[]) => [
    ...new Set(all.flatMap(of).map(({ key }) => key)),
  ];
  return [
    ...keys(({ sections }) => sections).map((key) => ({ part: 'SECTION' as const, key })),
    ...keys(({ components }) => components).map((key) => ({ part: 'COMPONENT' as const, key })),
  ];
};
const everywhere = (three: ThreeTexts, choice: 'KEEP' | 'TAKE'): MergeChoiceInput[] =>
  partsOf(three).map((one) => ({ ...one, choice }));

/** As the draft has it: in the order of the page, without those that are blank. */
const written = (sections: readonly SectionText[]) =>
  sectionItems
    .flatMap(({ key }) => sections.filter((one) => one.key === key && one.body !== ''))
    .map(({ key, body }) => ({ key, body }));
const sectionIn = (one: { sections: readonly SectionText[] }, key: string) =>
  one.sections.find((each) => each.key === key)?.body ?? '';
const componentIn = (one: { components: readonly Component[] }, key: string) =>
  one.components.find((each) => each.key === key) ?? null;

describe('The merge of a site’s text with a newer version', () => {
  it.each([
    ['TAKE', 'theirs'],
    ['KEEP', 'ours'],
  ] as const)('%s everywhere gives %s: every section, every component, in its order', (choice, side) => {
    fc.assert(
      fc.property(texts, (three) => {
        const { sections, components } = mergedText(three, everywhere(three, choice));

        expect(written(sections)).toEqual(written(three[side].sections));
        expect(components).toEqual(three[side].components);
      }),
    );
  });

  it('loses nothing of either side: it has what one side alone changed, and will not go on without a choice where both did', () => {
    fc.assert(
      fc.property(texts, (three) => {
        const { base, theirs, ours } = three;
        const isSame = ({ part, key }: { part: PartKind; key: string }, one: PartedText, other: PartedText) =>
          part === 'SECTION'
            ? sectionIn(one, key) === sectionIn(other, key)
            : sameComponent(componentIn(one, key), componentIn(other, key));
        const parts = partsOf(three);
        const disputed = parts.filter(
          (part) => !isSame(part, base, theirs) && !isSame(part, base, ours) && !isSame(part, theirs, ours),
        );
        const named = problemsOf(() => mergedText(three, []));
        expect(named.sort()).toEqual(disputed.map(({ part, key }) => `choices.${part}.${key}`).sort());

        const merged = mergedText(
          three,
          disputed.map((part) => ({ ...part, choice: 'KEEP' as const })),
        );
        for (const part of parts) {
          const source = isSame(part, base, ours) ? theirs : ours;
          expect(isSame(part, merged, source)).toBe(true);
        }
      }),
    );
  });

  it('remembers a choice for each part that the source changed, and no other', () => {
    fc.assert(
      fc.property(texts, (three) => {
        const { choices } = mergedText(three, everywhere(three, 'KEEP'));
        const changed = partsOf(three).filter(({ part, key }) =>
          part === 'SECTION'
            ? sectionIn(three.base, key) !== sectionIn(three.theirs, key)
            : !sameComponent(componentIn(three.base, key), componentIn(three.theirs, key)),
        );
        expect(choices.map(({ part, key }) => `${part} ${key}`).sort()).toEqual(
          changed.map(({ part, key }) => `${part} ${key}`).sort(),
        );
      }),
    );
  });
});

/** The paths of the parts that it will not go on without. */
function problemsOf(merge: () => unknown): string[] {
  try {
    merge();
    return [];
  } catch (error) {
    if (!(error instanceof BadUserInput)) throw error;
    const { fields } = error.extensions as { fields: readonly { path: string }[] };
    return fields.map(({ path }) => path);
  }
}
