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
