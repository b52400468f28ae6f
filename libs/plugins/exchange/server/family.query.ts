/** What an export asks: the same questions that pages ask, in one statement for a family. */
import { parse } from 'graphql';
import type {
  FamilyAdaptation,
  FamilyCredit,
  FamilyEnding,
  FamilyFile,
  FamilyFollowedVersion,
  FamilyFurtherSource,
  FamilyIntervention,
  FamilySite,
  FamilyVersion,
  TidierSource,
} from '@hub/plugins/exchange/contract';

const site = `fragment WholeSite on Site {
  id name tagline region modelTypes { code } population { value basis } populationSegments localities
  leadOrganisation { name kind } partners { name kind } contextFactors { key name kind question present note }
  priorHistory { initiative year note } engineRoom { key name covered note } joinedOn illustrative
}`;

const person = 'fragment WholePerson on Member { id displayName }';

const files = 'attachments { id name mediaType size alternative addedAt addedBy { ...WholePerson } }';

const intervention = (withFiles: boolean) => `fragment WholeIntervention on Intervention {
  id slug title summary status visibility maturity lessons enablers startedOn stoppedOn reviewOn illustrative
  withdrawal { at by { ...WholePerson } reason }
  adaptedFrom { sourceIntervention { ...OriginInShort } furtherSources { intervention { ...OriginInShort } } }
  site { ...WholeSite } modelTypes { code name } contacts { ...WholePerson }
  versions(first: 100) { pageInfo { hasNextPage } edges { node {
    id number publishedAt publishedBy { ...WholePerson } changeNote title summary sections { key heading body }
    components { key name description core reason }
    description { problem population segments { slug name } needs { kind text figures { label value unit } } risks { risk response } outcomesMeasured }
    credits { site { id } from { id } part key heading number }
    ${withFiles ? files : ''}
  } } }
}`;

const origin = 'fragment OriginInShort on Intervention { title site { name } withdrawal { at reason } }';

const adaptation = `fragment WholeAdaptation on Adaptation {
  id why stage decision shared startedAt publishedAt benefit benefitWords source { id number } sourceIntervention { id title withdrawal { at } } site { ...WholeSite } result { id status }
  furtherSources { intervention { id } version { id } what addedAt addedBy { ...WholePerson } }
  versionsFollowed { version { id } at by { ...WholePerson } choices { part key heading choice reason } }
  suitability { id kind title finding supports figures { label value unit } statements
    compared { name there here matters } happenedOn recordedBy { ...WholePerson } }
  modifications { id what why codes planned fidelityConsistent sectionKeys componentKeys leftOutKeys
    coreReason recordedAt recordedBy { ...WholePerson } }
  history { stage at by { ...WholePerson } learned reason decision
    ending { reason words tried cameOfIt grew { thing { id } } } }
}`;

const familyQueryWith = (withFiles: boolean) =>
  parse(`
  query ExportedFamily($slug: String!) {
    intervention(slug: $slug) {
      id
      lineage(depth: 12) { truncated nodes { ...WholeIntervention } edges { ...WholeAdaptation } }
    }
  }
  ${site} ${person} ${origin} ${intervention(withFiles)} ${adaptation}
`);

/** In a hub that keeps files. */
export const familyQuery = familyQueryWith(true);
export const familyQueryWithoutFiles = familyQueryWith(false);

export const listQuery = parse(`
  query ExportedList($filter: InterventionFilter, $first: Int!) {
    interventions(filter: $filter, orderBy: TITLE, first: $first) {
      pageInfo { hasNextPage }
      edges { node { id slug } }
    }
  }
`);

interface RawPerson {
  readonly id: string;
  readonly displayName: string;
}

interface RawCareModel {
  readonly code: string;
}

export type RawSite = Omit<FamilySite, 'modelTypes'> & { readonly modelTypes: readonly RawCareModel[] };

interface Named {
  readonly id: string;
}

type RawCredit = Omit<FamilyCredit, 'site' | 'adaptation'> & { readonly site: Named; readonly from: Named };

export type RawFile = Omit<FamilyFile, 'intervention' | 'addedBy' | 'sha256' | 'content'> & {
  readonly addedBy: RawPerson | null;
};

type RawVersion = Omit<FamilyVersion, 'publishedBy' | 'credits' | 'files'> & {
  readonly publishedBy: RawPerson | null;
  readonly credits: readonly RawCredit[];
  /** Absent in a hub that keeps no files. */
  readonly attachments?: readonly RawFile[];
};

export type RawIntervention = Omit<
  FamilyIntervention,
  'site' | 'modelTypes' | 'contacts' | 'versions' | 'status' | 'withdrawal'
> & {
  readonly slug: string;
  readonly status: 'DRAFT' | FamilyIntervention['status'];
  readonly site: RawSite;
  readonly modelTypes: readonly (RawCareModel & { readonly name: string })[];
  readonly contacts: readonly RawPerson[];
  readonly withdrawal: { readonly at: string; readonly by: RawPerson | null; readonly reason: string } | null;
  readonly adaptedFrom: TidierSource['adaptedFrom'];
  readonly versions: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly edges: readonly { readonly node: RawVersion }[];
  };
};

type RawEnding = Omit<FamilyEnding, 'grew'> & { readonly grew: readonly { readonly thing: Named }[] };

type Recorded<Row> = Omit<Row, 'recordedBy' | 'by'> & Record<'recordedBy' | 'by', RawPerson | null>;

type RawFurtherSource = Omit<FamilyFurtherSource, 'intervention' | 'version' | 'addedBy'> & {
  readonly intervention: Named;
  readonly version: Named;
  readonly addedBy: RawPerson | null;
};

type RawFollowedVersion = Omit<FamilyFollowedVersion, 'version' | 'by'> & {
  readonly version: Named;
  readonly by: RawPerson | null;
};

type Reshaped =
  | ('sourceIntervention' | 'sourceVersion' | 'site' | 'result')
  | ('furtherSources' | 'versionsFollowed' | 'suitability' | 'modifications' | 'history');

export type RawAdaptation = Omit<FamilyAdaptation, Reshaped> & {
  readonly source: { readonly id: string; readonly number: number };
  readonly sourceIntervention: {
    readonly id: string;
    readonly title: string;
    readonly withdrawal: { readonly at: string } | null;
  };
  readonly site: RawSite;
  readonly result: { readonly id: string; readonly status: RawIntervention['status'] } | null;
  readonly furtherSources: readonly RawFurtherSource[];
  readonly versionsFollowed: readonly RawFollowedVersion[];
  readonly suitability: readonly Recorded<FamilyAdaptation['suitability'][number]>[];
  readonly modifications: readonly Recorded<FamilyAdaptation['modifications'][number]>[];
  readonly history: readonly (Omit<Recorded<FamilyAdaptation['history'][number]>, 'ending'> & {
    readonly ending: RawEnding | null;
  })[];
};

export interface FamilyAnswer {
  readonly intervention: {
    readonly id: string;
    readonly lineage: {
      readonly truncated: boolean;
      readonly nodes: readonly RawIntervention[];
      readonly edges: readonly RawAdaptation[];
    };
  } | null;
}

export interface ListAnswer {
  readonly interventions: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly edges: readonly { readonly node: { readonly id: string; readonly slug: string } }[];
  };
}
