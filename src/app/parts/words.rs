//! Sentences whose figures stay together with what belongs to them.

use yew::prelude::*;

/// A sentence in which no line ends within a figure: a word with a per cent sign keeps its Korean particle, a number
/// the English word that follows it, a date its hyphens.
pub fn unbroken(sentence: &str) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    // Spaces stand in a text with words: where one stands alone, assistive technology does not speak it.
    let mut run = String::new();
    let mut words = sentence.split(' ').peekable();
    let mut is_first = true;
    while let Some(word) = words.next() {
        if !std::mem::take(&mut is_first) {
            run.push(' ');
        }
        let belongs = |next: &&str| is_number(word) && next.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let unit = words.next_if(belongs);
        let is_date = word.matches('-').count() == 2;
        if word.contains('%') || is_date || unit.is_some() {
            parts.push(html! { { std::mem::take(&mut run) } });
            let whole = unit.map_or_else(|| word.to_owned(), |unit| format!("{word} {unit}"));
            parts.push(html! { <span class="nowrap">{ whole }</span> });
        } else {
            run.push_str(word);
        }
    }
    parts.push(html! { { run } });
    parts.into_iter().collect()
}

fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches('(');
    !digits.is_empty()
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ',' | '.' | '–'))
        && !digits.ends_with(['.', ','])
}
