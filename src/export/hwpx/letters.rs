//! About how wide words are: Hangul breaks lines by itself, but a row says beforehand how high it is.

/// Widths in heights of letters.
const NARROW: f64 = 0.56;
const BLANK: f64 = 0.3;
const WIDE: f64 = 0.97;

/// Lines that a text takes at a width [heights of letters], at least one; words are kept whole where they fit.
pub(super) fn lines_of(text: &str, width: f64) -> u32 {
    let (mut lines, mut used) = (1, 0.0);
    for word in text.split(' ') {
        let long: f64 = word.chars().map(|letter| if letter.is_ascii() { NARROW } else { WIDE }).sum();
        let with_blank = if used > 0.0 { used + BLANK + long } else { long };
        if with_blank <= width {
            used = with_blank;
            continue;
        }
        lines += u32::from(used > 0.0);
        let whole = if width > 0.0 { (long / width).ceil().max(1.0) } else { 1.0 };
        lines += whole as u32 - 1;
        used = long - (whole - 1.0) * width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_at_blanks_and_inside_where_they_are_too_long() {
        assert_eq!(lines_of("", 10.0), 1);
        assert_eq!(lines_of("one two", 10.0), 1);
        assert_eq!(lines_of("one two", 2.0), 2);
        assert_eq!(lines_of("1234567890", 2.0), 3);
    }
}
