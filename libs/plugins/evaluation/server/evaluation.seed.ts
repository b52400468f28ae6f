/** Loads the demonstration's evaluations. Where what one is about was left out with its plugin, so is the evaluation. */
import { Inject, Injectable } from '@nestjs/common';
import { actionOf, Directory, type DemonstrationSeed } from '@hub/core/server';
import { memberRef } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { demonstrationEvaluations, type DemonstrationEvaluation } from './demonstration-evaluations';
import { EvaluationService } from './evaluation.service';

@Injectable()
export class EvaluationSeed implements DemonstrationSeed {
  constructor(
    @Inject(EvaluationService) private readonly service: EvaluationService,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    for (const written of demonstrationEvaluations()) {
      if (await this.directory.get(tx, written.about)) await this.write(tx, written);
    }
  }

  private async write(tx: EntityManager, { about, author, begunOn, publishedOn, text }: DemonstrationEvaluation) {
    const { title, question } = text;
    const begun = await actionOf(tx, memberRef(author), noonOf(begunOn));
    const id = await this.service.create(begun, { about, title, question }, true);
    await this.service.update(begun, { id, expectedRevision: 1, ...text });
    await this.service.publish(await actionOf(tx, memberRef(author), noonOf(publishedOn)), { id, expectedRevision: 2 });
  }
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00.000Z`);
}
