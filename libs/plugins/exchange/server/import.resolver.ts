/** The mutation of importing. Who may is said in the schema. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { ImportService, type ImportFamily } from './import.service';

@Resolver()
export class ImportResolver {
  constructor(@Inject(ImportService) private readonly imports: ImportService) {}

  @Mutation()
  importFamily(@Args('input') input: ImportFamily, @InAction() { at, tx, actor }: Action) {
    return this.imports.import({ at, tx, by: actor.ref }, input);
  }
}
