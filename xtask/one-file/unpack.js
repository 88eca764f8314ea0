// Undoes LZMA, as the public specification of the format gives it: no header, no end mark, `size` bytes come out.
const unpack = (packed, size, lc, lp, pb) => {
  const [MATCH, REP, REP_0, REP_1, REP_2, REP_0_LONG] = [0, 192, 204, 216, 228, 240];
  const [SLOT, SPECIAL, ALIGN, LENGTH, REP_LENGTH, LITERAL] = [432, 688, 804, 820, 1334, 1848];
  const probabilities = new Uint16Array(LITERAL + (0x300 << (lc + lp))).fill(1024);
  const out = new Uint8Array(size);
  // Range and code; as numbers of 32 bits in memory, no step makes a new number.
  const coder = new Uint32Array([0xffffffff, 0]);
  let read = 1;
  for (; read < 5; read += 1) coder[1] = (coder[1] << 8) | packed[read];
  const refill = () => {
    if (coder[0] < 0x1000000) {
      coder[0] <<= 8;
      coder[1] = (coder[1] << 8) | packed[read];
      read += 1;
    }
  };
  const bit = (index) => {
    const probability = probabilities[index];
    const bound = (coder[0] >>> 11) * probability;
    if (coder[1] < bound) {
      coder[0] = bound;
      probabilities[index] = probability + ((2048 - probability) >>> 5);
      refill();
      return 0;
    }
    coder[0] -= bound;
    coder[1] -= bound;
    probabilities[index] = probability - (probability >>> 5);
    refill();
    return 1;
  };
  const direct = (count) => {
    let value = 0;
    for (; count > 0; count -= 1) {
      coder[0] >>>= 1;
      const one = coder[1] >= coder[0];
      if (one) coder[1] -= coder[0];
      refill();
      value = (value << 1) | one;
    }
    return value;
  };
  const tree = (base, bits) => {
    let node = 1;
    for (let depth = 0; depth < bits; depth += 1) node = (node << 1) | bit(base + node);
    return node - (1 << bits);
  };
  const reverse = (base, bits) => {
    let [node, value] = [1, 0];
    for (let depth = 0; depth < bits; depth += 1) {
      const one = bit(base + node);
      node = (node << 1) | one;
      value |= one << depth;
    }
    return value;
  };
  const length = (base, near) => {
    if (!bit(base)) return tree(base + 2 + (near << 3), 3);
    if (!bit(base + 1)) return 8 + tree(base + 130 + (near << 3), 3);
    return 16 + tree(base + 258, 8);
  };
  let [state, at, rep0, rep1, rep2, rep3] = [0, 0, 0, 0, 0, 0];
  while (at < size) {
    const near = at & ((1 << pb) - 1);
    if (!bit(MATCH + (state << 4) + near)) {
      const before = at > 0 ? out[at - 1] : 0;
      const base = LITERAL + 0x300 * (((at & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
      let symbol = 1;
      if (state >= 7) {
        let expected = out[at - rep0 - 1];
        while (symbol < 0x100) {
          const guess = (expected >> 7) & 1;
          expected <<= 1;
          const one = bit(base + ((1 + guess) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (guess !== one) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
      out[at] = symbol;
      at += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(REP + state)) {
      if (!bit(REP_0 + state)) {
        if (!bit(REP_0_LONG + (state << 4) + near)) {
          state = state < 7 ? 9 : 11;
          out[at] = out[at - rep0 - 1];
          at += 1;
          continue;
        }
      } else {
        let distance = rep1;
        if (bit(REP_1 + state)) {
          distance = rep2;
          if (bit(REP_2 + state)) {
            distance = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
      count = length(REP_LENGTH, near);
      state = state < 7 ? 8 : 11;
    } else {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      count = length(LENGTH, near);
      state = state < 7 ? 7 : 10;
      const slot = tree(SLOT + (Math.min(count, 3) << 6), 6);
      rep0 = slot;
      if (slot >= 4) {
        const bits = (slot >> 1) - 1;
        rep0 = (2 | (slot & 1)) << bits;
        if (slot < 14) rep0 += reverse(SPECIAL + rep0 - slot, bits);
        else rep0 += (direct(bits - 4) << 4) + reverse(ALIGN, 4);
      }
    }
    for (count += 2; count > 0 && at < size; count -= 1) {
      out[at] = out[at - rep0 - 1];
      at += 1;
    }
  }
  return out;
};
