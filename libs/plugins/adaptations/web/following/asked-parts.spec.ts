import { askedParts, choicesOf, firstAnswer, wordsOf, type Parted } from './asked-parts';

const component = { key: 'huddle', name: 'The huddle', description: null, core: true, reason: 'It is the heart of it' };
const text = (who: string, where: string, components: Parted['components'] = []): Parted => ({
  sections: [
    { key: 'where', body: where },
    { key: 'who_provides', body: who },
  ],
  components,
});

describe('What a site is asked about a newer version', () => {
  const parts = askedParts({
    base: text('Nurses', 'At home', [component]),
    theirs: text('Nurses and carers', 'At home', []),
    ours: text('Carers', 'In the lounge', [component]),
  });

  it('is what the source changed, in the order of the page, components last', () => {
    expect(parts.map(({ id }) => id)).toEqual(['choices.SECTION.who_provides', 'choices.COMPONENT.huddle']);
    expect(parts.map(({ proposal }) => proposal)).toEqual([null, 'TAKE']);
  });

  it('is sent as it was chosen, with the reason where one was given', () => {
    const [who, huddle] = parts;
    const answers = new Map([
      [who, { choice: 'COMBINE' as const, text: 'Both', reason: ' No nurse at night ' }],
      [huddle, { choice: 'KEEP' as const, text: '', reason: '' }],
    ]);

    expect(choicesOf(parts, (part) => answers.get(part) ?? firstAnswer(part))).toEqual([
      { part: 'SECTION', key: 'who_provides', choice: 'COMBINE', body: 'Both', reason: 'No nurse at night' },
      { part: 'COMPONENT', key: 'huddle', choice: 'KEEP', reason: null },
    ]);
  });

  it('is left out while nothing is chosen', () => {
    expect(choicesOf(parts, firstAnswer).map(({ key }) => key)).toEqual(['huddle']);
  });

  it('shows a component in words', () => {
    expect(wordsOf(component)).toBe('The huddle\n\nCore: It is the heart of it');
    expect(wordsOf(null)).toBe('');
  });
});
