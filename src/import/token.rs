//! A label cut into numbers, words and marks.

use super::words;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A whole number and how many digits it is written with.
    Number(u32, usize),
    Word(String),
    /// One of `~ - + < > = ≤ ≥ . %`.
    Mark(char),
    /// What separates the parts of a label: `_ / | : , ( )` and the like.
    Break,
}

/// Units that follow a number without a space, in scripts that write none.
const UNITS: [&str; 11] =
    ["\u{c138}", "\u{b300}", "\u{b144}", "\u{c6d4}", "\u{c77c}", "歳", "歲", "岁", "代", "年", "月"];

/// The tokens of a label.
pub fn tokens(label: &str) -> Vec<Token> {
    let plain = words::plain(label);
    let mut tokens = Vec::new();
    let mut rest = plain.as_str();
    while let Some(letter) = rest.chars().next() {
        let length = if letter.is_ascii_digit() {
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            // A number too long for a label is a code.
            match rest[..length].parse() {
                Ok(number) => tokens.push(Token::Number(number, length)),
                Err(_) => tokens.push(Token::Word(rest[..length].to_owned())),
            }
            length
        } else if letter.is_alphabetic() {
            let length = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
            word(&rest[..length], &mut tokens);
            length
        } else {
            match letter {
                ' ' => {}
                '~' | '-' | '+' | '<' | '>' | '=' | '≤' | '≥' | '.' | '%' => tokens.push(Token::Mark(letter)),
                _ => tokens.push(Token::Break),
            }
            letter.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// A word, and units that hang on the number before it.
fn word(mut text: &str, tokens: &mut Vec<Token>) {
    while let Some(Token::Number(..) | Token::Word(_)) = tokens.last() {
        let hangs = matches!(tokens.last(), Some(Token::Number(..)))
            || matches!(tokens.last(), Some(Token::Word(unit)) if UNITS.contains(&unit.as_str()));
        match UNITS.iter().find_map(|unit| text.strip_prefix(unit)) {
            Some(rest) if hangs && (!rest.is_empty() || matches!(tokens.last(), Some(Token::Number(..)))) => {
                tokens.push(Token::Word(text[..text.len() - rest.len()].to_owned()));
                text = rest;
            }
            _ => break,
        }
    }
    if !text.is_empty() {
        tokens.push(Token::Word(text.to_owned()));
    }
}

/// The meaning of the longest phrase that begins at `at`, of those that `fit`, with its length [tokens].
pub fn phrase_at(
    tokens: &[Token],
    at: usize,
    fits: impl Fn(words::Meaning) -> bool,
) -> Option<(words::Meaning, usize)> {
    let mut phrases = Vec::new();
    let mut phrase = String::new();
    for token in tokens[at.min(tokens.len())..].iter().take(4) {
        match token {
            Token::Word(word) if phrase.is_empty() => phrase.clone_from(word),
            Token::Word(word) => phrase = format!("{phrase} {word}"),
            _ => break,
        }
        phrases.push(phrase.clone());
    }
    let longest_first = phrases.iter().enumerate().rev();
    longest_first.filter_map(|(length, phrase)| Some((words::meaning(phrase, &fits)?, length + 1))).next()
}
