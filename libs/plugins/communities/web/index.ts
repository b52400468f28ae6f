export { communitiesWebPlugin } from './communities.plugin';
