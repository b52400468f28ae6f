/** What others may see of identity: people's addresses, who may sign in, and how plugins say what they keep of a person. */
export * from './admissions';
export * from './allowed-domains';
export * from './events';
export * from './people';
export * from './personal-data';
export * from './sign-in-facts';
