//! Putting the events of one second in order.

use crate::num::order;

/// So few are compared with each other, and so many more often than it is worth.
const FEW: usize = 32;
const MANY: usize = 4_096;
/// As many parts of a second, told apart by the highest bits of a packed stamp.
const PARTS: usize = 256;
const PART: u32 = u64::BITS - PARTS.trailing_zeros();
/// More in one part are not spread over the second as people mostly are.
const CROWD: u32 = 32;

/// Sorts packed stamps of one second: first into parts of it, then each among its neighbours. `spare` is memory.
pub fn put_in_order(packed: &mut Vec<u64>, spare: &mut Vec<u64>) {
    let mut ends = [0_u32; PARTS];
    if packed.len() <= FEW || packed.len() >= MANY || !find_parts(packed, &mut ends) {
        return order::sort_numbers(packed);
    }
    spare.resize(packed.len(), 0);
    for &packed in &*packed {
        let end = &mut ends[(packed >> PART) as usize];
        spare[*end as usize] = packed;
        *end += 1;
    }
    std::mem::swap(packed, spare);
    for index in 1..packed.len() {
        let moved = packed[index];
        let mut to = index;
        while to > 0 && packed[to - 1] > moved {
            packed[to] = packed[to - 1];
            to -= 1;
        }
        packed[to] = moved;
    }
}

/// Finds where each part begins; `false` = some part is crowded.
fn find_parts(packed: &[u64], starts: &mut [u32; PARTS]) -> bool {
    for &packed in packed {
        starts[(packed >> PART) as usize] += 1;
    }
    let (mut sum, mut most) = (0, 0);
    for start in starts {
        let count = std::mem::replace(start, sum);
        sum += count;
        most = most.max(count);
    }
    most <= CROWD
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Key;

    #[test]
    fn any_number_however_spread_is_put_in_order() {
        let mut spare = Vec::new();
        for (round, count) in [0, 1, 2, 31, 33, 64, 400, 4_095, 5_000].into_iter().enumerate() {
            for spread in [0, 3, 40, 57] {
                let key = Key::new(round as u64).part(spread);
                let mut packed: Vec<u64> = (0..count).map(|number| key.word(number).bits() >> spread).collect();
                let mut expected = packed.clone();
                order::sort(&mut expected);
                put_in_order(&mut packed, &mut spare);
                assert_eq!(packed, expected, "{count} {spread}");
            }
        }
    }
}
