const ascii = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));

/** `(module (func (export "main")) (func (export "else")))` in the binary format of WebAssembly. */
export const twoExports = Uint8Array.from([
  ...[0, ...ascii("asm"), 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 3, 2, 0, 0],
  ...[7, 15, 2, 4, ...ascii("main"), 0, 0, 4, ...ascii("else"), 0, 1],
  ...[10, 7, 2, 2, 0, 11, 2, 0, 11],
]);
