/** Sites, their members, and the programme's history: what every other plugin stands on. */
import { contribute, definePlugin, demonstrationMembers } from '@hub/core/server';
import {
  memberJoined,
  memberKind,
  memberLeft,
  memberRoleChanged,
  Members,
  SiteArchive,
  Sites,
  memberPage,
  siteKind,
  sitePage,
  vanguardKind,
  vanguardPage,
} from '@hub/plugins/sites/contract';
import { personalData } from '@hub/plugins/identity/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import sdl from '@hub/plugins/sites/contract/schema.graphql';
import { ArchiveService } from './archive.service';
import { DemonstrationSignIn } from './demonstration-sign-in';
import { setIndexable } from './indexing.policy';
import { IndexingResolver } from './indexing.resolver';
import { memberRead } from './member.read';
import { MemberPhotoRecord, MemberRecord, MembershipRecord } from './member.record';
import { MemberSearch } from './members.search';
import { MembersService } from './members.service';
import { membershipRead } from './membership.read';
import { PhotoController } from './photo.controller';
import { PhotosService } from './photos.service';
import { ProfileResolver } from './profile.resolver';
import { ProfilesService } from './profiles.service';
import { careModelSites, siteRead } from './site.read';
import { SiteRecord } from './site.record';
import { siteFactReads } from './site-facts.read';
import { ShareMemberships1900000001532 } from './shared-membership.migrations';
import { sharedProfileMigrations } from './shared-profile.migrations';
import { sitesMigrations } from './sites.migrations';
import { sitesPolicy } from './sites.policy';
import { SitesPersonalData } from './sites.personal-data';
import { sitesRoots } from './sites.roots';
import { SiteSearch } from './sites.search';
import { SitesSeed } from './sites.seed';
import { SitesService } from './sites.service';
import { vanguardReads } from './vanguard.read';
import { vanguardsMigrations } from './vanguards.migrations';

export const sitesPlugin = definePlugin({
  id: 'sites',
  uses: ['search', 'identity'],
  kinds: [
    { kind: siteKind, type: 'Site', page: sitePage, followable: true, searchKind: 'SITE' },
    { kind: memberKind, type: 'Member', page: memberPage, followable: true, searchKind: 'MEMBER' },
    { kind: vanguardKind, type: 'Vanguard', page: vanguardPage },
  ],
  schema: sdl,
  records: [SiteRecord, MemberRecord, MemberPhotoRecord, MembershipRecord],
  migrations: [...sitesMigrations, ...vanguardsMigrations, ...sharedProfileMigrations, ShareMemberships1900000001532],
  reads: [siteRead, ...siteFactReads, memberRead, membershipRead, ...vanguardReads],
  readExtensions: [careModelSites],
  roots: sitesRoots,
  permissions: [...sitesPolicy, setIndexable],
  resolvers: [ProfileResolver, IndexingResolver],
  controllers: [PhotoController],
  events: [memberJoined, memberRoleChanged, memberLeft],
  providers: [
    SitesService,
    MembersService,
    ProfilesService,
    PhotosService,
    ArchiveService,
    { provide: SiteArchive, useExisting: ArchiveService },
    { provide: Sites, useExisting: SitesService },
    { provide: Members, useExisting: MembersService },
  ],
  contributes: [
    contribute(demonstrationMembers, DemonstrationSignIn),
    contribute(searchDocuments, SiteSearch),
    contribute(searchDocuments, MemberSearch),
    contribute(personalData, SitesPersonalData),
  ],
  seed: SitesSeed,
});
