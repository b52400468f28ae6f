/** Whether search engines may list what a site has made public. Who may say so stands in the schema. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, indexableSql, Indexing, sql, viewerCan, type Action } from '@hub/core/server';
import { siteNamed } from '@hub/plugins/sites/contract';
import { setIndexable } from './indexing.policy';

/** Fields of a site. */
export const indexingFields = {
  indexable: sql(({ e }) => indexableSql(e)),
  viewerCanSetIndexable: viewerCan(setIndexable.id),
};

interface SetSiteIndexableInput {
  readonly site: string;
  readonly indexable: boolean;
}

@Resolver()
export class IndexingResolver {
  constructor(@Inject(Indexing) private readonly indexing: Indexing) {}

  @Mutation()
  async setSiteIndexable(@Args('input') input: SetSiteIndexableInput, @InAction() action: Action) {
    const site = siteNamed(input.site);
    await this.indexing.set(action, site, input.indexable);
    return { site };
  }
}
