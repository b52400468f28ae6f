/** What differs between the two places of a record, worked out from their profiles in the transaction that keeps it. */
import { Inject, Injectable } from '@nestjs/common';
import { careModelCode } from '@hub/core/contract';
import { BadUserInput, type Action } from '@hub/core/server';
import { comparePlaces, type PlaceRow, type SuitabilityKind } from '@hub/plugins/adaptations/contract';
import { InterventionDrafts } from '@hub/plugins/interventions/contract';
import { Sites, type SiteProfile } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import type { AdaptationRecord } from '../adaptation.record';
import { keptDifferences, mattersProblems, namesThatMatter } from './comparison.rules';
import type { ContextDifference, SuitabilityRecord } from './findings.records';

interface Asked {
  readonly kind: SuitabilityKind;
  readonly matters?: readonly string[] | null;
}

@Injectable()
export class ComparisonService {
  constructor(
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
    @Inject(Sites) private readonly sites: Sites,
  ) {}

  /**
   * What a finding keeps of the comparison: the values of the day on which it was first recorded, and which of them matter; nothing but
   * for a comparison. BAD_USER_INPUT names what is said to matter and does not differ.
   */
  async keptWith(
    { tx }: Pick<Action, 'tx'>,
    record: AdaptationRecord,
    { kind, matters }: Asked,
    earlier: SuitabilityRecord | null,
  ): Promise<ContextDifference[]> {
    const before = earlier?.kind === 'CONTEXT_COMPARISON' ? earlier.compared : null;
    const rows = kind === 'CONTEXT_COMPARISON' ? (before ?? (await this.differences(tx, record))) : [];
    const names = matters === undefined ? namesThatMatter(rows === before ? before : []) : (matters ?? []);
    const problems = mattersProblems(names, rows);
    if (problems.length > 0) throw new BadUserInput(problems);
    return keptDifferences(rows, names);
  }

  /** None for a site that adapts what is its own. */
  private async differences(tx: EntityManager, { sourceRef, siteRef }: AdaptationRecord): Promise<readonly PlaceRow[]> {
    const source = await this.drafts.readIntervention(tx, sourceRef);
    if (!source) throw new Error(`${sourceRef} is gone.`);
    if (source.site === siteRef) return [];
    const there = await this.sites.profileOf(tx, source.site);
    return comparePlaces(placeOf(there), placeOf(await this.sites.profileOf(tx, siteRef))).differing;
  }
}

function placeOf({ careModels, ...profile }: SiteProfile) {
  return { ...profile, modelTypes: careModels.map((ref) => ({ code: careModelCode(ref) })) };
}
