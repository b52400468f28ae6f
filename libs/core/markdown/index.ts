/** How the hub reads Markdown, in pages and in mails alike. It is heavy: pages load it when it is first needed. */
export { allowedElements } from './allowed-elements';
export { namedLinks, type NamedLink } from './named-links';
