/** 64 bits of an id in two halves, each an unsigned 32-bit number. */
export interface IdHash {
  readonly first: number;
  readonly second: number;
}

/** FNV-1a twice with different primes, mixed at the end as MurmurHash3 does. */
export function hashOf(id: string): IdHash {
  let first = 0x81_1c_9d_c5;
  let second = 0x9e_37_79_b9;
  for (let index = 0; index < id.length; index += 1) {
    const unit = id.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01_00_01_93);
    second = Math.imul(second ^ unit, 0x85_eb_ca_6b);
  }
  return { first: mixed(first), second: mixed(second) };
}

function mixed(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2_b2_ae_35);
  return (most ^ (most >>> 16)) >>> 0;
}

const BITS_PER_ID = 16;

/**
 * A Bloom filter that spends 16 bits on an id and reads a single word for an answer: it says "may be
 * here" for every id that was added and for less than one in a hundred others.
 */
export class IdFilter {
  readonly #words: Uint32Array;

  constructor(ids: number) {
    this.#words = new Uint32Array(Math.ceil((ids * BITS_PER_ID) / 32));
  }

  add(hash: IdHash): void {
    const index = hash.second % this.#words.length;
    this.#words[index] = (this.#words[index] ?? 0) | bitsOf(hash);
  }

  mayHold(hash: IdHash): boolean {
    const bits = bitsOf(hash);
    return ((this.#words[hash.second % this.#words.length] ?? 0) & bits) >>> 0 === bits >>> 0;
  }
}

/** Four of the 32 bits of a word. */
function bitsOf({ first }: IdHash): number {
  const pair = (1 << (first & 31)) | (1 << ((first >>> 5) & 31));
  return pair | (1 << ((first >>> 10) & 31)) | (1 << ((first >>> 15) & 31));
}
