/** `(module (func (export "main")) (func (export "else")))` in the binary format of WebAssembly: preamble, types, functions, exports, code. */
export const twoExports = Uint8Array.from(
  `00 61 73 6d 01 00 00 00
   01 04 01 60 00 00
   03 03 02 00 00
   07 0f 02 04 6d 61 69 6e 00 00 04 65 6c 73 65 00 01
   0a 07 02 02 00 0b 02 00 0b`.split(/\s+/),
  (byte) => Number.parseInt(byte, 16),
);
