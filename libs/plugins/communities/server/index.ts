export { communitiesPlugin } from './communities.plugin';
