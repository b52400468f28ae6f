import { changesElsewhere, changesOfPart, changesOfSection, sectionsNamed } from './changes-by-section';

const none = { componentKeys: [], leftOutKeys: [] };
const people = { id: 'people', sectionKeys: ['why', 'procedures'], ...none };
const place = { id: 'place', sectionKeys: ['where'], componentKeys: ['huddle'], leftOutKeys: ['supper'] };
const money = { id: 'money', sectionKeys: [], ...none };
const changes = [people, place, money];

describe('Which change explains which section', () => {
  it('is every change that names the section', () => {
    expect(changesOfSection('why', changes)).toEqual([people]);
    expect(changesOfSection('where', changes)).toEqual([place]);
    expect(changesOfSection('how', changes)).toEqual([]);
  });

  it('is every change that names the component, changed or left out', () => {
    const of = (component: string) => changesOfPart({ key: `component-${component}`, component }, changes);

    expect([of('huddle'), of('supper'), of('where')]).toEqual([[place], [place], []]);
    expect(changesOfPart({ key: 'where' }, changes)).toEqual([place]);
  });

  it('leaves those that no shown section explains for the end of the page', () => {
    const [procedures, where] = [{ key: 'procedures' }, { key: 'where' }];

    expect(changesElsewhere([procedures], changes)).toEqual([place, money]);
    expect(changesElsewhere([procedures, where], changes)).toEqual([money]);
    expect(changesElsewhere([{ key: 'component-supper', component: 'supper' }], changes)).toEqual([people, money]);
  });

  it('names each section of a record once', () => {
    expect(sectionsNamed([people, place, { sectionKeys: ['why'] }])).toEqual(['why', 'procedures', 'where']);
  });
});
