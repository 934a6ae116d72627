/** The archive with the numbers of its end in a record of 64 bits, as writers make it that write to a stream or allow for many files. */
export function withWideEnd(archive: Uint8Array, change: (record: Buffer) => void = () => undefined): Uint8Array {
  const old = Buffer.from(archive);
  const end = old.length - 22;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(old.readUInt16LE(end + 10)), 24);
  record.writeBigUInt64LE(BigInt(old.readUInt16LE(end + 10)), 32);
  record.writeBigUInt64LE(BigInt(old.readUInt32LE(end + 12)), 40);
  record.writeBigUInt64LE(BigInt(old.readUInt32LE(end + 16)), 48);
  change(record);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(end), 8);
  locator.writeUInt32LE(1, 16);
  const tail = Buffer.from(old.subarray(end));
  tail.writeUInt16LE(0xffff, 8);
  tail.writeUInt16LE(0xffff, 10);
  tail.writeUInt32LE(0xffffffff, 12);
  tail.writeUInt32LE(0xffffffff, 16);
  return new Uint8Array(Buffer.concat([old.subarray(0, end), record, locator, tail]));
}
