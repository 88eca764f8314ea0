//! Delimited text: which delimiter, and the cells between.

use super::grid::{Grid, Row};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    Comma,
    Tab,
    Semicolon,
    Pipe,
}

impl Delimiter {
    pub const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Comma, Self::Pipe];

    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Pipe => b'|',
        }
    }
}

/// How many rows tell the delimiter.
const SAMPLE_ROWS: usize = 60;
/// How many characters of the text hold them at most.
const SAMPLE_LENGTH: usize = 1 << 17;

/// The rows of a text.
pub fn read(text: &str, delimiter: Delimiter) -> Grid {
    if delimiter == Delimiter::Pipe
        && let Some(table) = ruled(text)
    {
        return Grid::new(table.into_iter());
    }
    Grid::new(rows(text, delimiter))
}

/// The largest table between bars with a rule under its headings, as Markdown has it, and the line above it.
fn ruled(text: &str) -> Option<Vec<Row>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_rule = |line: &str| {
        line.contains('-') && line.contains('|') && line.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' '))
    };
    let blocks = lines.iter().enumerate().filter(|(at, line)| *at > 0 && is_rule(line)).map(|(rule, _)| {
        let rest = lines[rule..].iter().take_while(|line| line.contains('|')).count();
        (rule, rest)
    });
    let (rule, rest) = blocks.max_by_key(|(_, rest)| *rest)?;
    let above = lines[..rule - 1].iter().rposition(|line| !line.is_empty());
    let title = above.map(|at| Row { line: at + 1, cells: vec![lines[at].trim_start_matches(['#', ' ']).to_owned()] });
    let cells = |line: &str| -> Vec<String> {
        let line = line.strip_prefix('|').unwrap_or(line);
        let line = line.strip_suffix('|').unwrap_or(line);
        line.split('|').map(|cell| cell.trim().trim_matches(['*', '`']).to_owned()).collect()
    };
    let numbered = (rule - 1..rule + rest).filter(|at| *at != rule);
    Some(title.into_iter().chain(numbered.map(|at| Row { line: at + 1, cells: cells(lines[at]) })).collect())
}

/// The delimiter that cuts most rows into equally many cells.
pub fn guess(text: &str) -> Delimiter {
    let mut end = text.len().min(SAMPLE_LENGTH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let mut best = (Delimiter::Comma, 0);
    for delimiter in Delimiter::ALL {
        let widths: Vec<usize> = rows(sample, delimiter).take(SAMPLE_ROWS).map(|row| row.cells.len()).collect();
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        let score = widths.iter().filter(|width| **width > 1).map(|width| alike(*width) * 100 + width.min(&99)).max();
        if score.unwrap_or(0) > best.1 {
            best = (delimiter, score.unwrap_or(0));
        }
    }
    best.0
}

fn rows(text: &str, delimiter: Delimiter) -> impl Iterator<Item = Row> {
    let reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.byte())
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
    // The text is UTF-8 already, so a record that fails cannot occur; it would be passed over.
    reader.into_records().filter_map(Result::ok).map(move |record| {
        let starts = record.position().map_or(0, |position| position.byte() as usize);
        Row { line: lines.of(starts), cells: record.iter().map(str::to_owned).collect() }
    })
}

/// Counts lines by CRLF, LF and CR alike, as editors do.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the record that starts at `byte` or behind the empty lines there.
    fn of(&mut self, byte: usize) -> usize {
        let mut end = byte.min(self.text.len());
        while self.text.get(end).is_some_and(|letter| matches!(letter, b'\r' | b'\n')) {
            end += 1;
        }
        for at in self.at..end {
            let ends = match self.text[at] {
                b'\n' => true,
                b'\r' => self.text.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += usize::from(ends);
        }
        self.at = self.at.max(end);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_in_an_editor() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,1", "", "\"b\nc\",2", "d,3"].join(end);
            let lines: Vec<usize> = read(&text, Delimiter::Comma).rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [1, 3, 5], "{end:?}");
        }
    }

    #[test]
    fn of_a_ruled_table_only_the_cells_are_read() {
        let text = "# Members\n\n| | a |\n|---|--:|\n| north | 1,234 |\n| **all** | **1,234** |\n\nmore | of it\n";
        let rows = read(text, Delimiter::Pipe).rows;
        let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
        assert_eq!(cells, [vec!["Members"], vec!["", "a"], vec!["north", "1,234"], vec!["all", "1,234"]]);
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 3, 5, 6]);
        assert_eq!(guess(text), Delimiter::Pipe);
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_evenly() {
        for (text, expect) in [
            ("a,b\n\"1,234\",2\n", Delimiter::Comma),
            ("a\tb\n1,234\t2,345\n", Delimiter::Tab),
            ("a;b;c\n1,5;2,5;3,5\n2,5;1;1\n", Delimiter::Semicolon),
            ("a|b\n1,2|3\n", Delimiter::Pipe),
            ("title, of it\n\na;b;c\n1;2;3\n4;5;6\n", Delimiter::Semicolon),
        ] {
            assert_eq!(guess(text), expect, "{text}");
        }
    }
}
