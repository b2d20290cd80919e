declare module '*.svg?raw' {
  const svg: string;
  export default svg;
}
declare module '*.svg?no-inline' {
  const url: string;
  export default url;
}
declare module '*.css';
