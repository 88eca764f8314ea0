//! CRC-32, by which a damaged link or stored plan is told from a whole one.

/// The polynomial of ISO-HDLC (as in gzip and PNG), lowest bit first.
const POLYNOMIAL: u32 = 0xedb8_8320;

/// What each half byte leaves. A table for whole bytes, or for several, is faster, but the page would have to load it.
const REMAINDERS: [u32; 16] = remainders();

const fn remainders() -> [u32; 16] {
    let mut all = [0; 16];
    let mut half_byte = 0;
    while half_byte < 16 {
        let mut rest = half_byte as u32;
        let mut bit = 0;
        while bit < 4 {
            rest = if rest & 1 == 1 { (rest >> 1) ^ POLYNOMIAL } else { rest >> 1 };
            bit += 1;
        }
        all[half_byte] = rest;
        half_byte += 1;
    }
    all
}

/// The CRC-32 of the bytes.
pub fn crc32(bytes: &[u8]) -> u32 {
    let shifted = |rest: u32| (rest >> 4) ^ REMAINDERS[(rest & 15) as usize];
    !bytes.iter().fold(u32::MAX, |rest, byte| shifted(shifted(rest ^ u32::from(*byte))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn meets_the_published_check_value() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    proptest! {
        #[test]
        fn is_that_of_another_implementation(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(crc32(&bytes), crc32fast::hash(&bytes));
        }
    }
}
