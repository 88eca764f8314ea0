//! A report for word processors, before any of them: the page, manners of paragraphs, tables as grids, pictures to be painted.
//!
//! DOCX and HWPX are written from the same pieces, so that one of them cannot say what the other does not.

pub mod draft;
pub mod grid;
pub mod letters;
pub mod manner;
pub mod piece;

pub use draft::{Draft, Format, Painting};
pub use grid::Grid;
pub use manner::Manner;
pub use piece::{Caption, Piece, Scene, counts_by_itself, is_followed, pieces};

/// Width and height of a page, A4 upright [mm].
pub const PAGE_MM: (f64, f64) = (210.0, 297.0);
/// Margins above, below and on either side [mm].
pub const MARGINS_MM: (f64, f64, f64) = (16.0, 17.0, 15.0);
/// From the lower edge of the paper to the line at the foot [mm].
pub const FOOT_MM: f64 = 9.0;
/// Width of the text [mm].
pub const BODY_MM: f64 = PAGE_MM.0 - 2.0 * MARGINS_MM.2;

/// Parts of `whole` by weight, in whole units that add up to it.
pub fn shares(whole: u32, weights: &[u32]) -> Vec<u32> {
    let all: u64 = weights.iter().map(|weight| u64::from(*weight)).sum::<u64>().max(1);
    let mut before = 0;
    let until = |weights: u64| (u64::from(whole) * weights / all) as u32;
    let mut sum = 0;
    let part = |weight: &u32| {
        sum += u64::from(*weight);
        let end = until(sum);
        let part = end - before;
        before = end;
        part
    };
    weights.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_whole() {
        let parts = shares(10_205, &[5, 20, 24, 8, 8, 8, 10, 8, 8, 7, 8, 11]);
        assert_eq!(parts.iter().sum::<u32>(), 10_205);
        assert_eq!(parts.len(), 12);
        assert!(parts[2] > 4 * parts[0]);
        assert_eq!(shares(100, &[]), Vec::<u32>::new());
    }
}
