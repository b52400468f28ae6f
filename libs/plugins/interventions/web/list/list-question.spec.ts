import { chosenOrder, listQuestion, orderChoices } from './list-question';

const everyOrder = orderChoices(['interventions', 'adaptations']);

describe('the address of the list of interventions', () => {
  it('asks for everything, latest first, when it says nothing', () => {
    expect(listQuestion('', everyOrder)).toEqual({
      filter: {},
      orderBy: 'RECENTLY_PUBLISHED',
      first: 20,
      after: null,
    });
  });

  it('carries the filters, the words, the order and the place', () => {
    const search = '?model=MCP&model=UEC&site=northvale&maturity=STOPPED&text=+cough+&order=adapted&after=abc';

    const question = listQuestion(search, everyOrder);

    expect(question.filter).toEqual({
      modelTypes: ['MCP', 'UEC'],
      maturity: ['STOPPED'],
      sites: ['northvale'],
      text: 'cough',
    });
    expect(question.orderBy).toBe('MOST_ADAPTED');
    expect(question.after).toBe('abc');
  });

  it('leaves out what is no care model and no stage', () => {
    expect(listQuestion('?model=nhs&maturity=OLD&text=++', everyOrder).filter).toEqual({});
  });

  it('does not ask for the most adapted where the hub records no adaptations', () => {
    const choices = orderChoices(['interventions']);

    expect(chosenOrder('?order=adapted', choices).order).toBe('RECENTLY_PUBLISHED');
  });
});
