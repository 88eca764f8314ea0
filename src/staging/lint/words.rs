//! Words that are recognised in the names of cohorts, in small letters.

/// What speaks of last digits, the longer before what it begins with.
pub const OF_DIGITS: [&str; 11] = [
    "끝자리",
    "끝 자리",
    "마지막 자리",
    "끝번호",
    "ending in",
    "ending",
    "ends in",
    "ends with",
    "digits",
    "digit",
    ROTATION,
];
/// A rotation, before which stands its number of days.
pub const ROTATION: &str = "부제";
pub const ODD: [&str; 3] = ["홀수", "홀", "odd"];
pub const EVEN: [&str; 3] = ["짝수", "짝", "even"];
/// What says a whole date of birth, and so neither part.
pub const DATES: [&str; 3] = ["생년월일", "date of birth", "birth date"];
pub const YEARS: [&str; 6] = ["연도", "년도", "생년", "출생년", "해", "year"];
pub const DAYS: [&str; 5] = ["생일", "출생일", "날", "day", "일자"];
/// Words between digits that belong together.
pub const JOINING: [&str; 11] = ["과", "와", "및", "또는", "이나", "나", "or", "and", "to", "부터", "번"];
/// What makes a number something else than a digit: rounds, hours, days, months, ages.
pub const COUNTED: [char; 12] = ['차', '시', '일', '월', '세', '회', '년', '호', '명', '조', '대', '구'];

/// Ends a word of one syllable that another word belongs to.
pub const OF_WHAT: char = '의';
/// Words between the first and the last digit of a span.
pub const TO: [&str; 2] = ["to", "부터"];
