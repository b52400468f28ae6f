/** Brings sites and authors back as another hub knew them. */
import { Inject, Injectable } from '@nestjs/common';
import { Directory, type Action } from '@hub/core/server';
import { nameOf } from '@hub/core/contract';
import type { ArchivedPerson, ArchivedSite, SiteArchive } from '@hub/plugins/sites/contract';
import { MemberRecord } from './member.record';
import { SitesService } from './sites.service';

@Injectable()
export class ArchiveService implements SiteArchive {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(SitesService) private readonly sites: SitesService,
  ) {}

  async restoreSite(action: Pick<Action, 'at' | 'tx'>, { ref, ...site }: ArchivedSite): Promise<void> {
    await this.sites.add(action, { ...site, slug: nameOf(ref) });
  }

  async restorePerson({ tx, at }: Pick<Action, 'at' | 'tx'>, { ref, displayName }: ArchivedPerson): Promise<void> {
    await this.directory.put(tx, { ref, title: displayName, visibility: 'network', at });
    const nothing = { roleTitle: null, professionalGroup: null, skills: [], interests: [], pronouns: null, bio: null };
    await tx.insert(MemberRecord, { ref, ...nothing, illustrative: false });
  }
}
