/** What other plugins write into a record: the same rows, by the same rules, as its own pages write. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '@hub/core/server';
import type { AdaptationFindings, ChangeToRecord, FindingToRecord } from '@hub/plugins/adaptations/contract';
import { FindingsService } from './findings.service';

@Injectable()
export class FindingsOfOthers implements AdaptationFindings {
  constructor(@Inject(FindingsService) private readonly findings: FindingsService) {}

  async addChange(action: Action, change: ChangeToRecord): Promise<string> {
    const id = randomUUID();
    await this.findings.recordModification(action, { ...change, codes: [] }, id);
    return id;
  }

  async addFinding(action: Action, finding: FindingToRecord): Promise<string> {
    const id = randomUUID();
    await this.findings.recordSuitability(action, { ...finding, kind: 'OTHER' }, id);
    return id;
  }
}
