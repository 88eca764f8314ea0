//! About how wide words are, in heights of letters: a word processor breaks lines by itself, but columns and rows are given
//! beforehand.

/// Width of a word, a little more than in most fonts.
pub fn width_of(word: &str) -> f64 {
    let of = |letter: char| match letter {
        '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'j' | 'l' | '(' | ')' | '[' | ']' => 0.34,
        '%' | 'm' | 'w' | 'M' | 'W' | '@' => 0.88,
        'A'..='Z' | '&' => 0.68,
        '\u{a0}' => 0.3,
        letter if (letter as u32) < 0x2e80 => 0.57,
        _ => 1.0,
    };
    word.chars().map(of).sum()
}

/// Width of the widest word of a text, which no line may break.
pub fn widest(text: &str) -> f64 {
    text.split(' ').map(width_of).fold(0.0, f64::max)
}

/// Lines that a text takes at a width, at least one; words are kept whole where they fit.
pub fn lines_of(text: &str, width: f64) -> u32 {
    let (mut lines, mut used) = (1, 0.0);
    for word in text.split(' ') {
        let long = width_of(word);
        let with_blank = if used > 0.0 { used + width_of("\u{a0}") + long } else { long };
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
        assert_eq!(lines_of("one two", 2.1), 2);
        assert_eq!(lines_of("1234567890", 2.0), 3);
        assert!(widest("a 900,000 b") == width_of("900,000") && width_of("900,000") < 4.0);
    }
}
