import { changesElsewhere, changesOfSection, sectionsNamed } from './changes-by-section';

const people = { id: 'people', sectionKeys: ['why', 'procedures'] };
const place = { id: 'place', sectionKeys: ['where'] };
const money = { id: 'money', sectionKeys: [] };
const changes = [people, place, money];

describe('Which change explains which section', () => {
  it('is every change that names the section', () => {
    expect(changesOfSection('why', changes)).toEqual([people]);
    expect(changesOfSection('where', changes)).toEqual([place]);
    expect(changesOfSection('how', changes)).toEqual([]);
  });

  it('leaves those that no shown section explains for the end of the page', () => {
    expect(changesElsewhere(['procedures'], changes)).toEqual([place, money]);
    expect(changesElsewhere(['procedures', 'where'], changes)).toEqual([money]);
  });

  it('names each section of a record once', () => {
    expect(sectionsNamed([people, place, { sectionKeys: ['why'] }])).toEqual(['why', 'procedures', 'where']);
  });
});
