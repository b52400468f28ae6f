declare module '*.graphql' {
  const sdl: string;
  export default sdl;
}
declare module '*.scss';
/** What Vite puts into the modules of the web page. */
interface ImportMeta {
  readonly env?: { readonly PROD: boolean };
  glob(pattern: string, options: { readonly eager: true }): Record<string, object>;
}
/** The S3-compatible server that tests store files in. */
declare module '@20minutes/s3rver' {
  export default class S3rver {
    constructor(options: Readonly<Record<string, unknown>>);
    run(): Promise<import('node:net').AddressInfo>;
    close(): Promise<void>;
  }
}
/** Finds in a mail's text what its writer wrote, without what they quoted and their signature. */
declare module 'email-reply-parser' {
  export default class EmailReplyParser {
    parseReply(text: string): string;
  }
}
declare module 'html-to-text' {
  export function convert(html: string, options: Readonly<Record<string, unknown>>): string;
  export function compile(options: Readonly<Record<string, unknown>>): (html: string) => string;
}
