/** Evaluations of things of every audience: a draft, a published one that was corrected, and one that was withdrawn. */
import type { Audience } from './canaries';
import type { Furnishing, Thing } from './furnish';
import { elsewhere, home } from './viewers';

/** For each site: of what it shows to anybody, to the network and to its members; a draft of the first of these. */
export async function furnishEvaluations(furnishing: Furnishing): Promise<void> {
  for (const site of [home, elsewhere]) {
    const audiences: readonly Audience[] = ['everyone', 'the network', `members of ${site}`];
    for (const audience of audiences) {
      const about = ownThing(furnishing, site, audience);
      if (!about || !furnishing.wanted(audience)) continue;
      await evaluate(furnishing, site, about, audience);
      furnishing.things.push({ id: about.id, type: 'EvaluationSubject', audience });
    }
    const editors = `editors of ${site}` as const;
    const about = ownThing(furnishing, site, 'everyone') ?? ownThing(furnishing, site, editors);
    if (about && furnishing.wanted(editors)) await draft(furnishing, site, about, editors);
  }
}

/** An intervention where there is one, else an adaptation. */
function ownThing({ things }: Furnishing, site: string, audience: Audience): Thing | undefined {
  const own = things.filter(
    (thing) => thing.audience === audience && (thing.id.split(':')[1] ?? '').startsWith(`${site}/`),
  );
  return own.find(({ type }) => type === 'Intervention') ?? own.find(({ type }) => type === 'Adaptation');
}

interface Written {
  readonly id: string;
  readonly revision: number;
}

async function draft(furnishing: Furnishing, site: string, about: Thing, audience: Audience): Promise<Written> {
  const { word, things } = furnishing;
  const text = (field: string) => word(`Evaluation.${field}`, audience);
  const run = runner(furnishing, site);
  const { id, revision } = await run('create', {
    ...{ about: about.id, title: `Found ${text('title')}`, question: `Whether ${text('question')}` },
  });
  things.push({ id, type: 'Evaluation', audience });
  return run('update', {
    ...{ id, expectedRevision: revision, methods: ['SURVEY'], periodFrom: '2016-04', periodTo: '2016-09' },
    ...{ methodNote: text('methodNote'), findings: `Found ${text('findings')}`, verdict: 'MIXED', sureness: 'LIMITED' },
    ...{ limitations: text('limitations'), funding: text('funding') },
    figures: [{ label: word('Figure.label', audience), value: 12.5, unit: word('Figure.unit', audience) }],
  });
}

/** Two: one that stands, with a correction, and one that was taken back. */
async function evaluate(furnishing: Furnishing, site: string, about: Thing, audience: Audience): Promise<void> {
  const { word } = furnishing;
  const run = runner(furnishing, site);
  const publish = async ({ id, revision }: Written) => run('publish', { id, expectedRevision: revision });
  const standing = await publish(await draft(furnishing, site, about, audience));
  const correction = word('EvaluationCorrection.note', audience);
  await run('update', { id: standing.id, expectedRevision: standing.revision, correction });
  const { id, revision } = await publish(await draft(furnishing, site, about, audience));
  const reason = word('Evaluation.withdrawnReason', audience);
  await run('withdraw', { id, expectedRevision: revision, reason });
}

function runner({ writers }: Furnishing, site: string) {
  return async (verb: 'create' | 'update' | 'publish' | 'withdraw', input: object): Promise<Written> => {
    const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}EvaluationInput`;
    const document = `mutation ($input: ${type}!) { ${verb}Evaluation(input: $input) { evaluation { id revision } } }`;
    return (await writers[site]!.ok(document, { input }))[`${verb}Evaluation`].evaluation;
  };
}
