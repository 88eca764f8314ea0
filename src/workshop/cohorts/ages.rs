//! Groups of age bands: by ten years, or as they were typed.

use crate::plan::AgeBand;
use crate::text::workshop::cohorts::CohortsWords;

const TEN_YEARS: u32 = 10;
/// Signs that stand between the ends of a span of ages.
const TO: [char; 5] = ['-', '–', '—', '~', '～'];

/// The bands of each ten years together.
pub fn by_ten_years(bands: &[AgeBand]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(u32, Vec<usize>)> = Vec::new();
    for (index, band) in bands.iter().enumerate() {
        let decade = band.from / TEN_YEARS;
        match groups.iter_mut().find(|(known, _)| *known == decade) {
            Some((_, group)) => group.push(index),
            None => groups.push((decade, vec![index])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The groups that were typed, as `0-39, 40-64, 65-`.
///
/// # Errors
/// What cannot be used, in words.
pub fn typed(text: &str, bands: &[AgeBand], words: &CohortsWords) -> Result<Vec<Vec<usize>>, String> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for typed in text.split([',', ';', '\n']).map(str::trim).filter(|typed| !typed.is_empty()) {
        let (from, to) = span(typed).ok_or_else(|| (words.not_ages)(typed))?;
        let inside = |band: &AgeBand| from <= band.from && band.to <= to;
        let meets = |band: &AgeBand| band.from <= to && from <= band.to;
        if let Some(cut) = bands.iter().find(|band| meets(band) && !inside(band)) {
            return Err((words.cut_band)(&cut.name, typed));
        }
        let group: Vec<usize> = (0..bands.len()).filter(|&index| inside(&bands[index])).collect();
        if let Some(&twice) = group.iter().find(|index| groups.iter().any(|other| other.contains(index))) {
            return Err((words.ages_twice)(&bands[twice].name));
        }
        groups.push(group);
    }
    if groups.iter().all(Vec::is_empty) { Err((words.not_ages)(text.trim())) } else { Ok(groups) }
}

/// First and last age of `40-64`, `65-`, `65+` or `7`.
fn span(typed: &str) -> Option<(u32, u32)> {
    let age = |text: &str| {
        let text = text.trim();
        let is_short = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u32>().ok().filter(|_| is_short)
    };
    if let Some(from) = typed.strip_suffix(['+', '＋']) {
        return age(from).map(|from| (from, u32::MAX));
    }
    let Some((from, to)) = typed.split_once(TO) else { return age(typed).map(|age| (age, age)) };
    let from = age(from)?;
    let to = if to.trim().is_empty() { u32::MAX } else { age(to)? };
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::text::workshop::cohorts::words;

    fn bands() -> Vec<AgeBand> {
        let band = |(from, to): (u32, u32)| AgeBand { name: format!("{from}–{to}"), from, to };
        [(15, 19), (20, 29), (30, 39), (65, 69), (70, 120)].map(band).to_vec()
    }

    #[test]
    fn bands_fall_into_tens() {
        assert_eq!(by_ten_years(&bands()), [vec![0], vec![1], vec![2], vec![3], vec![4]]);
    }

    #[test]
    fn groups_are_read_however_they_are_typed() {
        let words = words(Language::English);
        for text in ["15-29, 30-69, 70-", "15–29;30 ~ 69\n70+", " 15-19,20-29 , 30-69, 70-150"] {
            let groups = typed(text, &bands(), words).unwrap();
            assert_eq!(groups.last(), Some(&vec![4]), "{text}");
            assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), 5, "{text}");
        }
        assert_eq!(typed("65-", &bands(), words).unwrap(), [vec![3, 4]]);
    }

    #[test]
    fn what_cannot_be_used_is_said() {
        let words = words(Language::English);
        for text in ["", "young", "39-30", "1000-", "40-50"] {
            assert_eq!(typed(text, &bands(), words), Err((words.not_ages)(text)), "{text}");
        }
        assert_eq!(typed("80-90", &bands(), words), Err((words.cut_band)("70–120", "80-90")));
        assert_eq!(typed("20-39, 30-39", &bands(), words), Err((words.ages_twice)("30–39")));
    }
}
