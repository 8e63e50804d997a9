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

/** Words of 32 bits for four ids: 16 bits each. Two words make a block, read in one go. */
const IDS_PER_BLOCK = 4;
const WORDS_PER_BLOCK = 2;

/**
 * A Bloom filter that spends 16 bits on an id and reads one block of it for an answer: it says "may
 * be here" for every id that was added and for some six in a thousand others.
 */
export class IdFilter {
  readonly words: Uint32Array;
  readonly #blockMask: number;

  /** @param words a power of two of them, two at least: an empty filter or one that was kept */
  constructor(words: Uint32Array) {
    this.words = words;
    this.#blockMask = words.length / WORDS_PER_BLOCK - 1;
  }

  add(hash: IdHash): void {
    const at = (hash.second & this.#blockMask) * WORDS_PER_BLOCK;
    this.words[at] = (this.words[at] ?? 0) | bitsOf(hash.first);
    this.words[at + 1] = (this.words[at + 1] ?? 0) | bitsOf(hash.second >>> 12);
  }

  mayHold({ first, second }: IdHash): boolean {
    const at = (second & this.#blockMask) * WORDS_PER_BLOCK;
    return (
      (~(this.words[at] ?? 0) & bitsOf(first)) === 0 &&
      (~(this.words[at + 1] ?? 0) & bitsOf(second >>> 12)) === 0
    );
  }
}

/** A filter with room for so many ids. */
export function emptyFilter(ids: number): IdFilter {
  const blocks = 2 ** Math.ceil(Math.log2(Math.max(1, ids / IDS_PER_BLOCK)));
  return new IdFilter(new Uint32Array(blocks * WORDS_PER_BLOCK));
}

/** Four of the 32 bits of a word, chosen by the low 20 bits of half a hash. */
function bitsOf(half: number): number {
  const pair = (1 << (half & 31)) | (1 << ((half >>> 5) & 31));
  return pair | (1 << ((half >>> 10) & 31)) | (1 << ((half >>> 15) & 31));
}
