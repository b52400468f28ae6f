/** Sites, their members, and the programme's history: what every other plugin stands on. */
import { contribute, definePlugin, demonstrationMembers } from '@hub/core/server';
import { memberKind, siteKind, vanguardKind } from '@hub/plugins/sites/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import sdl from '@hub/plugins/sites/contract/schema.graphql';
import { DemonstrationSignIn } from './demonstration-sign-in';
import { memberRead } from './member.read';
import { MemberRecord, MembershipRecord } from './member.record';
import { MemberSearch } from './members.search';
import { MembersService } from './members.service';
import { careModelSites, siteRead } from './site.read';
import { SiteRecord } from './site.record';
import { siteFactReads } from './site-facts.read';
import { sitesMigrations } from './sites.migrations';
import { sitesRoots } from './sites.roots';
import { SiteSearch } from './sites.search';
import { SitesSeed } from './sites.seed';
import { SitesService } from './sites.service';
import { vanguardReads } from './vanguard.read';
import { vanguardsMigrations } from './vanguards.migrations';

export const sitesPlugin = definePlugin({
  id: 'sites',
  uses: ['search'],
  kinds: [
    { kind: siteKind, type: 'Site', followable: true, searchKind: 'SITE' },
    { kind: memberKind, type: 'Member', searchKind: 'MEMBER' },
    { kind: vanguardKind, type: 'Vanguard' },
  ],
  schema: sdl,
  records: [SiteRecord, MemberRecord, MembershipRecord],
  migrations: [...sitesMigrations, ...vanguardsMigrations],
  reads: [siteRead, ...siteFactReads, memberRead, ...vanguardReads],
  readExtensions: [careModelSites],
  roots: sitesRoots,
  providers: [SitesService, MembersService],
  contributes: [
    contribute(demonstrationMembers, DemonstrationSignIn),
    contribute(searchDocuments, SiteSearch),
    contribute(searchDocuments, MemberSearch),
  ],
  seed: SitesSeed,
});
