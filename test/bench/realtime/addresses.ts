/** The `index`th address of 127.0.0.0/8 to connect from: one for each connection, so that limits stay on. */
export function sourceAddress(index: number): string {
  const host = index + 256;
  return `127.${1 + (host >> 16)}.${(host >> 8) & 255}.${host & 255}`;
}
