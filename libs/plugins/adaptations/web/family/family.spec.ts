import { atStages, familySize, familyTrees, sizeWords, type FamilyEdge, type FamilyNode } from './family';

const node = (name: string, site: string): FamilyNode => ({
  id: `intervention:${site}/${name}`,
  title: name,
  status: 'PUBLISHED',
  site: { name: site },
});
const clinic = node('clinic', 'tollbridge');
const cough = node('cough', 'northvale');
const drill = node('drill', 'fenmarsh');

interface Step {
  readonly id: string;
  readonly from: FamilyNode;
  readonly to: FamilyNode | null;
  readonly site: string;
}

const edge = ({ id, from, to, site }: Step, more: Partial<FamilyEdge> = {}): FamilyEdge => ({
  id: `adaptation:${site}/${id}`,
  stage: 'RUNNING',
  site: { name: site },
  sourceIntervention: { id: from.id },
  furtherSources: [],
  result: to && { id: to.id },
  modifications: [],
  ...more,
});
const grown = edge(
  { id: 'a', from: clinic, to: cough, site: 'northvale' },
  { modifications: [{ sectionKeys: ['why', 'where'] }] },
);
const asItIs = edge({ id: 'b', from: clinic, to: null, site: 'oakenshore' }, { stage: 'STOPPED' });

describe('The family of an intervention', () => {
  it('stands below its oldest ancestor, with the site, the stage and the sections changed', () => {
    const [tree] = familyTrees({ roots: [clinic], nodes: [clinic, cough], edges: [grown] }, cough.id);

    expect(tree).toMatchObject({ name: 'clinic', site: 'tollbridge', adaptation: null, isThisPage: false });
    expect(tree?.isWithdrawn).toBe(false);
    expect(tree?.children[0]).toMatchObject({
      name: 'cough',
      isThisPage: true,
      adaptation: { stage: 'RUNNING', sections: ['why', 'where'], drawsOnThis: false },
    });
  });

  it('says of what was withdrawn that it was', () => {
    const gone: FamilyNode = { ...clinic, status: 'WITHDRAWN' };
    const [tree] = familyTrees({ roots: [gone], nodes: [gone, cough], edges: [grown] }, cough.id);

    expect(tree).toMatchObject({ isWithdrawn: true, children: [{ isWithdrawn: false }] });
  });

  it('shows a site that runs it without a text of its own by its record', () => {
    const [tree] = familyTrees({ roots: [clinic], nodes: [clinic], edges: [asItIs] }, clinic.id);

    expect(tree?.children[0]).toMatchObject({
      reference: 'adaptation:oakenshore/b',
      name: 'oakenshore’s adaptation',
      children: [],
    });
  });

  it('shows a result that one may not see by the record, never by its name', () => {
    const [tree] = familyTrees({ roots: [clinic], nodes: [clinic], edges: [grown] }, clinic.id);

    expect(tree?.children[0]?.reference).toBe('adaptation:northvale/a');
  });

  it('shows what has two sources below both, and what grew from it below the first', () => {
    const drawn = edge(
      { id: 'a', from: clinic, to: cough, site: 'northvale' },
      { furtherSources: [{ intervention: { id: drill.id } }] },
    );
    const further = edge({ id: 'c', from: cough, to: null, site: 'eastmere' });
    const trees = familyTrees(
      { roots: [clinic, drill], nodes: [clinic, drill, cough], edges: [drawn, further] },
      clinic.id,
    );

    expect(trees.map(({ name }) => name)).toEqual(['clinic', 'drill']);
    expect(trees[0]?.children[0]).toMatchObject({ isAgain: false, adaptation: { drawsOnThis: false } });
    expect(trees[0]?.children[0]?.children).toHaveLength(1);
    expect(trees[1]?.children[0]).toMatchObject({ isAgain: true, children: [], adaptation: { drawsOnThis: true } });
    expect(familySize(trees)).toBe(4);
  });

  it('ends even if the family were a circle', () => {
    const back = edge({ id: 'b', from: cough, to: clinic, site: 'tollbridge' });
    const [tree] = familyTrees({ roots: [clinic], nodes: [clinic, cough], edges: [grown, back] }, clinic.id);

    expect(tree?.children[0]?.children[0]).toMatchObject({ name: 'clinic', children: [] });
  });
});

describe('A family narrowed to some stages', () => {
  const [tree] = familyTrees({ roots: [clinic], nodes: [clinic, cough], edges: [grown, asItIs] }, clinic.id);
  const trees = tree ? [tree] : [];

  it('holds those at one of them, and the ways that lead there', () => {
    const [root] = atStages(trees, ['STOPPED']);

    expect(root?.name).toBe('clinic');
    expect(root?.children.map(({ site }) => site)).toEqual(['oakenshore']);
  });

  it('is whole where none is chosen', () => {
    expect(atStages(trees, [])).toEqual(trees);
  });

  it('keeps this page, also where nobody is at that stage', () => {
    expect(atStages(trees, ['DECLINED'])).toMatchObject([{ name: 'clinic', children: [] }]);
  });

  it('says how many are at that stage, and does not count the ways there', () => {
    expect(sizeWords(trees, [])).toBe('3 members');
    expect(sizeWords(trees, ['STOPPED'])).toBe('1 of 3 members at this stage, with the ways to them');
    expect(sizeWords(trees, ['DECLINED', 'ADAPTING'])).toBe('None of 3 members at these stages');
  });
});
