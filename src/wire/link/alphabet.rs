//! Bytes as the letters of a payload and back: six bits a letter, or five in the letters that a QR code packs best.

/// The letters of an address, RFC 4648 section 5; the mark is in small letters then.
pub(super) const SIX: Alphabet =
    Alphabet { letters: b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", bits: 6 };
/// Capitals and digits, RFC 4648 section 6; the mark is in capitals then.
pub(super) const FIVE: Alphabet = Alphabet { letters: b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bits: 5 };

pub(super) struct Alphabet {
    letters: &'static [u8],
    bits: u32,
}

impl Alphabet {
    pub(super) fn write(&self, bytes: &[u8]) -> String {
        let mut text = String::new();
        let (mut held, mut n_held) = (0_u32, 0);
        let mut push = |held: u32| text.push(char::from(self.letters[held as usize & ((1 << self.bits) - 1)]));
        for byte in bytes {
            held = held << 8 | u32::from(*byte);
            n_held += 8;
            while n_held >= self.bits {
                n_held -= self.bits;
                push(held >> n_held);
            }
        }
        if n_held > 0 {
            push(held << (self.bits - n_held));
        }
        text
    }

    /// `None`: another letter, or letters that no bytes give.
    pub(super) fn read(&self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(text.len());
        let (mut held, mut n_held) = (0_u32, 0);
        for letter in text.bytes() {
            let value = self.letters.iter().position(|known| *known == letter)?;
            held = held << self.bits | value as u32;
            n_held += self.bits;
            if n_held >= 8 {
                n_held -= 8;
                bytes.push((held >> n_held) as u8);
            }
        }
        // What is left over is padding: less than a letter, and nothing but zeros.
        (n_held < self.bits && held & ((1 << n_held) - 1) == 0).then_some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn six_bits_are_those_of_another_implementation(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            prop_assert_eq!(SIX.write(&bytes), URL_SAFE_NO_PAD.encode(&bytes));
            prop_assert_eq!(SIX.read(&URL_SAFE_NO_PAD.encode(&bytes)), Some(bytes));
        }

        #[test]
        fn five_bits_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            prop_assert_eq!(FIVE.read(&FIVE.write(&bytes)), Some(bytes));
        }

        #[test]
        fn letters_that_no_bytes_give_are_refused(text in "[A-Za-z0-9_-]{0,20}") {
            prop_assert_eq!(SIX.read(&text), URL_SAFE_NO_PAD.decode(&text).ok());
        }
    }

    #[test]
    fn the_published_vectors_are_met() {
        for (bytes, expect) in [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(FIVE.write(bytes.as_bytes()), expect);
            assert_eq!(FIVE.read(expect).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(FIVE.read("M"), None);
    }
}
