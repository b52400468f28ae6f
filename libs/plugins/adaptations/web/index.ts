/** The web part of adaptations, for the list of plugins. */
export { adaptationsWebPlugin } from './adaptations.plugin';
