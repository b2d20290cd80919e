declare module '*.svg?raw' {
  /** The text of a drawing that came with the build. Nothing else has this type. */
  const svg: string & { readonly bundled: true };
  export default svg;
}
declare module '*.svg?no-inline' {
  const url: string;
  export default url;
}
declare module '*.css';
