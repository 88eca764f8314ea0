//! The fingerprint: twelve characters by which two people see that they hold the same plan.

use sha2::{Digest, Sha256};

use super::tree::Write;
use crate::plan::Plan;

/// Crockford's base 32: no I, L, O, U, so that it can be read over the telephone.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const N_CHARACTERS: usize = 12;
const GROUP: usize = 4;

/// The first 60 bits of the SHA-256 of the canonical plan, such as `3F7K-90QM-XA2B`.
///
/// The canonical plan is the plan file without white space and without unknown fields and `approved`, every field present in the
/// order of docs/contract.md, texts and numbers as `JSON.stringify` writes them. It depends on what the plan says and
/// on nothing else; plans that are equal have the same fingerprint.
pub fn fingerprint(plan: &Plan) -> String {
    let hash = Sha256::digest(plan.tree().unsigned_zeros().compact());
    let mut bits = hash.iter().take(8).fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
    let mut text = String::with_capacity(N_CHARACTERS + N_CHARACTERS / GROUP);
    for idx in 0..N_CHARACTERS {
        if idx > 0 && idx % GROUP == 0 {
            text.push('-');
        }
        text.push(char::from(ALPHABET[(bits >> 59) as usize]));
        bits <<= 5;
    }
    text
}

/// A fingerprint as people type it: small letters, without hyphens or with blanks, and O, I and L for the digits they
/// look like. `None` = it is none.
pub fn read(text: &str) -> Option<String> {
    let mut read = String::with_capacity(N_CHARACTERS + N_CHARACTERS / GROUP);
    let mut n_letters = 0;
    for letter in text.chars().filter(|letter| !matches!(letter, '-' | '–' | ' ')) {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        };
        u8::try_from(letter).ok().filter(|letter| ALPHABET.contains(letter))?;
        if n_letters > 0 && n_letters % GROUP == 0 {
            read.push('-');
        }
        read.push(letter);
        n_letters += 1;
    }
    (n_letters == N_CHARACTERS).then_some(read)
}
