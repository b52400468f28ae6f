/** Core's web part: what plugins' pages are made with. */
export { createHubCache, createHubClient } from './apollo/client';
export { problemOf, sentenceFor, type Problem, type ProblemCode } from './apollo/errors';
export { useInTurn } from './apollo/in-turn';
export { useLive } from './apollo/live';
export { operationsSent } from './apollo/operations';
export { usePageOf } from './apollo/page-of';
export { usePageQuery } from './apollo/page-query';
export { useOnReconnect } from './apollo/reconnect';
export { pageOfOurs, returnIn, signInAddress, signInStep, useSignInAddress } from './auth/sign-in-address';
export { saveFile } from './files/save-file';
export { leave } from './auth/signed-out';
export { GivenViewer, useViewer, type ViewerMember } from './auth/viewer';
export { careModelName } from './care-models/care-model-list';
export { CareModelsDocument } from './care-models/care-models.generated';
export { coreWebPlugin } from './core.plugin';
export { useLinkToken, useSignedLink } from './auth/signed-link';
export { useDraft, type Draft } from './forms/draft';
export { clearDrafts } from './forms/draft-store';
export { DraftNote } from './forms/draft-note';
export { HubForm } from './forms/hub-form';
export { MutationProblems } from './forms/mutation-problems';
export { SavedByItself } from './forms/saved-by-itself';
export { useSharedEdit, type SharedEdit } from './forms/shared-edit';
export { joinedTexts, SharedForm, type ComparedText } from './forms/shared-form';
export { useMutationForm, type MutationForm } from './forms/mutation-form';
export { useHomeCount } from './home/home-group';
export * from './plugin/define';
export { EntityLink, PageLink, useHasPage, useLinkTo } from './plugin/links';
export {
  useMention,
  useMentionsIn,
  useNotice,
  useNoticeAnswers,
  useNoticePage,
  type MentionedNode,
} from './plugin/mentions';
export { composeWebPlugins, type WebRegistry } from './plugin/registry';
export { RegistryProvider, useRegistry } from './plugin/registry-context';
export { Page, type Crumb, type PageProps } from './shell/page';
export { NotFound } from './shell/problem-pages';
export { EntityActions, EntityCards } from './slots/entity-slots';
export { FilesField, useHasFiles } from './slots/files-field';
export { FragmentParts, useFragmentPartsIn } from './slots/fragment-parts';
export { inOrderOf, ListNotes } from './slots/list-notes';
export { useListScope } from './slots/list-scope';
export { ListTools } from './slots/list-tools';
export { PartBoundary } from './slots/part-boundary';
export { SearchResult, useSearchResultsIn } from './slots/search-results';
export { SimilarThings } from './slots/similar-things';
export { startHub } from './start';
export { useAudienceChoices, type AudienceChoice } from './visibility/audience-choices';
export { useWhoWouldSee, WhoWillSee } from './visibility/who-will-see';
