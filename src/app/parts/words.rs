//! Sentences whose figures stay together with what belongs to them.

use yew::prelude::*;

/// A sentence in which no word with a per cent sign is broken at its end: a Korean particle stays at its number.
pub fn unbroken(sentence: &str) -> Html {
    let word = |(index, word): (usize, &str)| {
        let gap = if index > 0 { " " } else { "" };
        if word.contains('%') {
            html! { <>{ gap }<span class="nowrap">{ word.to_owned() }</span></> }
        } else {
            html! { <>{ gap }{ word.to_owned() }</> }
        }
    };
    sentence.split(' ').enumerate().map(word).collect()
}
