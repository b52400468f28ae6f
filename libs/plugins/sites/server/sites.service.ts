/** Adds sites to the hub. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { badInput, Conflict, Directory, type Action } from '@hub/core/server';
import slugify from '@sindresorhus/slugify';
import { siteKind, siteRef, type NewPlace, type SiteProfile, type Sites } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { looksLike } from './look-alike.rules';
import type { SiteFacts } from './site-facts';
import { SiteRecord } from './site.record';

/** References take no more. */
const longestSlug = 80;

export interface NewSite extends SiteFacts {
  readonly slug: string;
  readonly name: string;
  readonly careModels: readonly EntityRef[];
}

@Injectable()
export class SitesService implements Sites {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** Adds a site that anyone may see, and gives its reference. Throws when there is one by that slug. */
  async add(action: Pick<Action, 'at' | 'tx'>, site: NewSite): Promise<EntityRef> {
    const { slug, name, careModels, population, ...facts } = site;
    const ref = siteRef(slug);
    await this.directory.put(action.tx, {
      ref,
      title: name,
      summary: facts.tagline ?? '',
      careModels,
      visibility: 'public',
      at: action.at,
    });
    await action.tx.insert(SiteRecord, {
      ref,
      ...facts,
      populationValue: population?.value ?? null,
      populationBasis: population?.basis ?? null,
      populationSegments: [...facts.populationSegments],
      localities: [...facts.localities],
      partners: [...facts.partners],
      contextFactors: [...facts.contextFactors],
      priorHistory: [...facts.priorHistory],
      engineRoom: [...facts.engineRoom],
    });
    return ref;
  }

  async slugFor(tx: EntityManager, name: string): Promise<string> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('sites.name'))`);
    const sites: { ref: EntityRef; title: string }[] = await tx.query(
      'SELECT ref, title FROM core.entity WHERE kind = $1',
      [siteKind],
    );
    const slug = slugify(name, { decamelize: false }).slice(0, longestSlug).replace(/-+$/, '');
    const twin = sites.find(({ ref, title }) => looksLike(title, name) || ref === siteRef(slug));
    if (twin)
      throw badInput('input.name', `There is a site called ${twin.title}. Choose a name that is not mistaken for it`);
    if (!/^[a-z0-9]/.test(slug)) throw badInput('input.name', 'Write the name in letters of the English alphabet');
    return slug;
  }

  async addPlace(action: Action, place: NewPlace): Promise<EntityRef> {
    const { slug, name, region, tagline, careModels } = place;
    if (await this.directory.get(action.tx, siteRef(slug)))
      throw new Conflict(`There is a site called ${slug} already`);
    return this.add(action, {
      slug,
      name,
      region,
      tagline,
      careModels,
      population: null,
      populationSegments: [],
      localities: [],
      leadOrganisation: null,
      partners: [],
      contextFactors: [],
      priorHistory: [],
      engineRoom: [],
      joinedOn: action.at.toISOString().slice(0, 7),
      illustrative: false,
    });
  }

  async profileOf(tx: EntityManager, site: EntityRef): Promise<SiteProfile> {
    const [entity, facts] = await Promise.all([
      this.directory.get(tx, site),
      tx.findOneByOrFail(SiteRecord, { ref: site }),
    ]);
    if (!entity) throw new Error(`${site} is not in the directory.`);
    const { populationValue: value, populationBasis: basis } = facts;
    return {
      name: entity.title,
      careModels: entity.careModels,
      region: facts.region,
      population: value !== null && basis !== null ? { value, basis } : null,
      populationSegments: facts.populationSegments,
      leadOrganisation: facts.leadOrganisation,
      partners: facts.partners,
      contextFactors: facts.contextFactors,
      priorHistory: facts.priorHistory,
    };
  }
}
