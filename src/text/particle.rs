//! Korean particles that depend on how the word before them ends.

/// A particle in its two forms: after a final consonant, and after a vowel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Particle {
    /// 은/는.
    Topic,
    /// 이/가.
    Subject,
    /// 을/를.
    Object,
    /// 과/와.
    And,
    /// 으로/로; ㄹ counts as a vowel.
    Towards,
    /// 이/nothing, before 며, 고, 라.
    Being,
}

/// How the spoken word ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul,
    Consonant,
}

/// The word with the right form of the particle behind it.
///
/// Reads Hangul by its syllable, digits by their Sino-Korean name, `%` as 퍼센트, `+` as 플러스 and Latin letters by their name if
/// capital and by a rule of thumb if small; quotes and brackets behind the word do not count.
pub fn with(word: &str, particle: Particle) -> String {
    format!("{word}{}", form(ending(word), particle))
}

fn form(ending: Ending, particle: Particle) -> &'static str {
    let (after_consonant, after_vowel) = match particle {
        Particle::Topic => ("은", "는"),
        Particle::Subject => ("이", "가"),
        Particle::Object => ("을", "를"),
        Particle::And => ("과", "와"),
        Particle::Towards => ("으로", "로"),
        Particle::Being => ("이", ""),
    };
    match ending {
        Ending::Consonant => after_consonant,
        Ending::Rieul if particle != Particle::Towards => after_consonant,
        Ending::Rieul | Ending::Vowel => after_vowel,
    }
}

fn ending(word: &str) -> Ending {
    let spoken = |letter: &char| letter.is_alphanumeric() || matches!(*letter, '%' | '+');
    let mut letters = word.chars().rev().skip_while(|letter| !spoken(letter));
    let last = letters.next();
    match last {
        Some(syllable @ '가'..='힣') => match (u32::from(syllable) - u32::from('가')) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        // 영/십/백/천/만, 삼, 육; 일, 칠, 팔.
        Some('0' | '3' | '6') => Ending::Consonant,
        Some('1' | '7' | '8') => Ending::Rieul,
        // 엘, 알; 엠, 엔.
        Some('L' | 'R' | 'l') => Ending::Rieul,
        Some('M' | 'N' | 'm' | 'n') => Ending::Consonant,
        Some('g') if letters.next() == Some('n') => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Particle::{And, Being, Object, Subject, Topic, Towards};

    #[test]
    fn particles_follow_the_sound() {
        for (word, particle, expected) in [
            ("본인인증", Subject, "본인인증이"),
            ("다운로드", Subject, "다운로드가"),
            ("중구", Object, "중구를"),
            ("기장군", Object, "기장군을"),
            ("서울", Towards, "서울로"),
            ("부산", Towards, "부산으로"),
            ("대구", Towards, "대구로"),
            ("서울", Topic, "서울은"),
            ("부산", And, "부산과"),
            ("대구", And, "대구와"),
            ("회차", Being, "회차"),
            ("집단", Being, "집단이"),
            ("9명", Topic, "9명은"),
        ] {
            assert_eq!(with(word, particle), expected);
        }
    }

    #[test]
    fn digits_are_read_out() {
        let expected = ["0은", "1은", "2는", "3은", "4는", "5는", "6은", "7은", "8은", "9는"];
        assert_eq!(std::array::from_fn(|digit| with(&digit.to_string(), Topic)), expected);
        assert_eq!(with("1", Towards), "1로");
        assert_eq!(with("3", Towards), "3으로");
        assert_eq!(with("1,000", Subject), "1,000이");
        assert_eq!(with("80%", Subject), "80%가");
    }

    #[test]
    fn latin_letters_and_what_stands_around_a_word() {
        assert_eq!(with("SMS", Subject), "SMS가");
        assert_eq!(with("URL", Object), "URL을");
        assert_eq!(with("login", Object), "login을");
        assert_eq!(with("booking", Object), "booking을");
        assert_eq!(with("‘중구’", Object), "‘중구’를");
        assert_eq!(with("중구(부산)", Object), "중구(부산)을");
        assert_eq!(with("70+", Subject), "70+가");
        assert_eq!(with("", Object), "를");
    }
    #[test]
    fn every_final_consonant_takes_its_form() {
        let finals = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
        assert_eq!(finals.chars().count(), 28);
        for (syllable, last) in ('가'..='힣').zip(finals.chars().cycle()) {
            let forms = [Topic, Subject, Object, And, Towards, Being]
                .map(|particle| form(ending(&syllable.to_string()), particle));
            let expected = match last {
                ' ' => ["는", "가", "를", "와", "로", ""],
                'ㄹ' => ["은", "이", "을", "과", "로", "이"],
                _ => ["은", "이", "을", "과", "으로", "이"],
            };
            assert_eq!(forms, expected, "{syllable}");
        }
    }
}
