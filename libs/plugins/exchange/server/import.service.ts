/** Takes in a family: checked whole, then made whole in one transaction, by the plugins whose things they are. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Audit, BadUserInput, contributionsOf, type Action } from '@hub/core/server';
import { AdaptationArchive } from '@hub/plugins/adaptations/contract';
import { familyFiles, type Family, type FamilyFiles } from '@hub/plugins/exchange/contract';
import { InterventionArchive } from '@hub/plugins/interventions/contract';
import { SiteArchive } from '@hub/plugins/sites/contract';
import { archivedAdaptation, archivedFiles, archivedIntervention, archivedSite } from './archived';
import { checkFile, type Fault } from './file-check';

export interface ImportFamily {
  readonly family: string;
  readonly dryRun: boolean;
}

/** When, in which transaction, and who: null where the hub's own machine does it. */
export interface Importing extends Pick<Action, 'at' | 'tx'> {
  readonly by: EntityRef | null;
}

export interface ImportedFamily {
  readonly done: boolean;
  /** Each with its place. */
  readonly faults: readonly string[];
  readonly sites: number;
  readonly people: number;
  readonly interventions: number;
  readonly adaptations: number;
  readonly files: number;
  /** Those whose bytes are not in the file. */
  readonly filesLeftOut: number;
  readonly made: readonly string[];
}

/** What of a family is new to this hub, and what stands in its way. */
interface Plan {
  readonly sites: Family['sites'];
  readonly people: Family['people'];
  readonly faults: readonly Fault[];
}

@Injectable()
export class ImportService {
  constructor(
    @Inject(SiteArchive) private readonly sites: SiteArchive,
    @Inject(InterventionArchive) private readonly interventions: InterventionArchive,
    @Inject(AdaptationArchive) private readonly adaptations: AdaptationArchive,
    @Inject(contributionsOf(familyFiles)) private readonly keepers: readonly FamilyFiles[],
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Says what it would make; makes it unless it is a dry run. BAD_USER_INPUT naming every fault, with nothing made. */
  async import(action: Importing, input: ImportFamily): Promise<ImportedFamily> {
    const checked = checkFile(input.family);
    if ('faults' in checked) return refused(input, checked.faults);
    const { family } = checked;
    await action.tx.query(`SELECT pg_advisory_xact_lock(hashtext('exchange.import'))`);
    const plan = await planOf(action, family);
    const faults = [...plan.faults, ...(await this.fileFaults(family))];
    if (faults.length > 0) return refused(input, faults);
    if (!input.dryRun) await this.make(action, family, plan);
    return {
      done: !input.dryRun,
      faults: [],
      ...{ sites: plan.sites.length, people: plan.people.length },
      ...{ interventions: family.interventions.length, adaptations: family.adaptations.length },
      ...{
        files: archivedFiles(family).length,
        filesLeftOut: family.files.filter(({ content }) => content === null).length,
      },
      made: input.dryRun ? [] : family.interventions.map(({ id }) => id.slice(id.indexOf('/') + 1)),
    };
  }

  /** What is wrong with the files in it, as whoever keeps files here sees it. */
  private async fileFaults(family: Family): Promise<Fault[]> {
    const [keeper] = this.keepers;
    const faults: Fault[] = [];
    for (const file of archivedFiles(family)) {
      const message = keeper ? await keeper.problemOf(file) : 'This hub keeps no files';
      const at = family.files.findIndex(({ id }) => id === file.id);
      if (message) faults.push({ place: `/files/${at}`, message });
    }
    return faults;
  }

  /** Files come last: their bytes are kept where no transaction takes them back. */
  private async make(action: Importing, family: Family, { sites, people }: Plan): Promise<void> {
    for (const site of sites) await this.sites.restoreSite(action, archivedSite(site));
    for (const { id, displayName } of people) await this.sites.restorePerson(action, { ref: id, displayName });
    for (const intervention of family.interventions)
      await this.interventions.restore(action, archivedIntervention(intervention));
    for (const adaptation of family.adaptations)
      await this.adaptations.restore(action, archivedAdaptation(adaptation, family));
    for (const file of archivedFiles(family)) await this.keepers[0]?.restore(action, file);
    const { interventions, adaptations, files } = family;
    await this.audit.add(action.tx, {
      ...{ action: 'family.imported', actor: action.by },
      facts: {
        interventions: interventions.map(({ id }) => id),
        adaptations: adaptations.length,
        people: people.length,
        files: files.length,
      },
    });
  }
}

/** Interventions and adaptations must be new; sites and people may be here, if they are the same. */
async function planOf({ tx }: Importing, family: Family): Promise<Plan> {
  const things = [...family.sites, ...family.people, ...family.interventions, ...family.adaptations];
  const rows: { ref: EntityRef; title: string }[] = await tx.query(
    'SELECT ref, title FROM core.entity WHERE ref = ANY($1::text[])',
    [things.map(({ id }) => id)],
  );
  const here = new Map(rows.map(({ ref, title }) => [ref, title]));
  return {
    sites: family.sites.filter(({ id }) => !here.has(id)),
    people: family.people.filter(({ id }) => !here.has(id)),
    faults: [
      ...family.sites.flatMap(({ id, name }, at) => otherName(here.get(id), name, `/sites/${at}`)),
      ...family.people.flatMap(({ id, displayName }, at) => otherName(here.get(id), displayName, `/people/${at}`)),
      ...(['interventions', 'adaptations'] as const).flatMap((list) =>
        family[list].flatMap(({ id }, at) =>
          here.has(id) ? [{ place: `/${list}/${at}/id`, message: `${id} is in this hub already` }] : [],
        ),
      ),
    ],
  };
}

function otherName(here: string | undefined, name: string, place: string): Fault[] {
  return here === undefined || here === name
    ? []
    : [{ place, message: `In this hub this id has another name: ${here}` }];
}

function refused({ dryRun }: ImportFamily, faults: readonly Fault[]): ImportedFamily {
  if (!dryRun) throw new BadUserInput(faults.map(({ place, message }) => ({ path: `input.family${place}`, message })));
  const said = faults.map(({ place, message }) => `${place}: ${message}`);
  return {
    done: false,
    faults: said,
    ...{ sites: 0, people: 0, interventions: 0, adaptations: 0 },
    ...{ files: 0, filesLeftOut: 0 },
    made: [],
  };
}
