import { familyTree, type FamilyEdge, type FamilyNode } from './family';

const node = (name: string, site: string): FamilyNode => ({
  id: `intervention:${site}/${name}`,
  title: name,
  site: { name: site },
});
const clinic = node('clinic', 'tollbridge');
const cough = node('cough', 'northvale');
const edge = (id: string, from: FamilyNode, to: FamilyNode | null, site: string, keys: string[] = []): FamilyEdge => ({
  id: `adaptation:${site}/${id}`,
  stage: 'RUNNING',
  site: { name: site },
  sourceIntervention: { id: from.id },
  result: to && { id: to.id },
  modifications: [{ sectionKeys: keys }],
});

describe('The family of an intervention', () => {
  it('stands below its oldest ancestor, with the site, the stage and the sections changed', () => {
    const tree = familyTree(
      { root: clinic, nodes: [clinic, cough], edges: [edge('a', clinic, cough, 'northvale', ['why', 'where'])] },
      cough.id,
    );

    expect(tree).toMatchObject({ name: 'clinic', site: 'tollbridge', adaptation: null, isThisPage: false });
    expect(tree?.children[0]).toMatchObject({
      name: 'cough',
      isThisPage: true,
      adaptation: { stage: 'RUNNING', sections: ['why', 'where'] },
    });
  });

  it('shows a site that runs it without a text of its own by its record', () => {
    const tree = familyTree(
      { root: clinic, nodes: [clinic], edges: [edge('a', clinic, null, 'oakenshore')] },
      clinic.id,
    );

    expect(tree?.children[0]).toMatchObject({
      reference: 'adaptation:oakenshore/a',
      name: 'oakenshore’s adaptation',
      children: [],
    });
  });

  it('shows a result that one may not see by the record, never by its name', () => {
    const tree = familyTree(
      { root: clinic, nodes: [clinic], edges: [edge('a', clinic, cough, 'northvale')] },
      clinic.id,
    );

    expect(tree?.children[0]?.reference).toBe('adaptation:northvale/a');
  });

  it('ends even if the family were a circle', () => {
    const edges = [edge('a', clinic, cough, 'northvale'), edge('b', cough, clinic, 'tollbridge')];
    const tree = familyTree({ root: clinic, nodes: [clinic, cough], edges }, clinic.id);

    expect(tree?.children[0]?.children[0]).toMatchObject({ name: 'clinic', children: [] });
  });
});
