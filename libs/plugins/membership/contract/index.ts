/** What others may see of membership: what happens on the way into a site. */
export * from './events';
export * from './pages';
