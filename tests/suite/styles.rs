//! The style sheet and the charts speak of the same colours, and these can be read.

use std::collections::BTreeMap;

use stagger::chart::Theme;
use stagger::chart::theme::Colour;

const TOKENS: &str = include_str!("../../static/tokens.css");

/// The colours of the light and of the dark theme by name.
fn themes() -> [BTreeMap<String, Colour>; 2] {
    let (light, dark) = TOKENS.split_once(":root[data-theme=\"dark\"]").unwrap();
    [colours(light), colours(dark)]
}

fn colours(css: &str) -> BTreeMap<String, Colour> {
    let declarations = css.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    let parse = |hex: &str| {
        let number = u32::from_str_radix(hex.trim_end_matches(';'), 16).unwrap();
        Colour((number >> 16) as u8, (number >> 8) as u8, number as u8)
    };
    declarations.map(|(name, hex)| (name.to_owned(), parse(hex))).collect()
}

/// Relative luminance, WCAG 2.2.
fn luminance(Colour(red, green, blue): Colour) -> f64 {
    let channel = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
    };
    0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}

fn contrast(one: Colour, two: Colour) -> f64 {
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

#[test]
fn both_themes_name_the_same_colours() {
    let [light, dark] = themes();
    assert!(light.len() > 35, "{}", light.len());
    assert_eq!(light.keys().collect::<Vec<_>>(), dark.keys().collect::<Vec<_>>());
}

#[test]
fn charts_have_the_colours_of_the_style_sheet() {
    for (theme, tokens) in [Theme::light(), Theme::dark()].iter().zip(themes()) {
        for (name, colour) in theme.tokens() {
            assert_eq!(tokens.get(&name), Some(&colour), "{name}");
        }
    }
}

#[test]
fn text_can_be_read_on_its_ground() {
    let plain = ["ink", "ink-2", "ink-3", "holds", "risk", "breaks", "action"];
    let mut pairs: Vec<(String, String)> = Vec::new();
    for ground in ["page", "surface"] {
        pairs.extend(plain.map(|ink| (ink.to_owned(), ground.to_owned())));
        pairs.push(("ghost-ink".to_owned(), ground.to_owned()));
    }
    for state in ["holds", "risk", "breaks"] {
        pairs.push((state.to_owned(), format!("{state}-soft")));
        pairs.push(("ink".to_owned(), format!("{state}-soft")));
        pairs.push((format!("on-{state}"), format!("{state}-fill")));
    }
    pairs.extend((0..=5).map(|step| ("on-heat".to_owned(), format!("heat-{step}"))));
    pairs.extend(
        [
            ("on-action", "action"),
            ("action", "action-soft"),
            ("ink", "action-soft"),
            ("ink-2", "sunken"),
            ("ink-2", "action-soft"),
        ]
        .map(|(ink, ground)| (ink.to_owned(), ground.to_owned())),
    );
    check(&pairs, 4.5);
}

#[test]
fn marks_can_be_told_from_their_ground() {
    let marks = ["limit", "curve", "ghost", "holds-fill", "breaks-fill", "risk", "line-strong", "action"];
    let pairs: Vec<(String, String)> = marks.map(|mark| (mark.to_owned(), "page".to_owned())).to_vec();
    check(&pairs, 3.0);
}

fn check(pairs: &[(String, String)], least: f64) {
    for (theme, tokens) in ["light", "dark"].iter().zip(themes()) {
        for (mark, ground) in pairs {
            let ratio = contrast(tokens[mark], tokens[ground]);
            assert!(ratio >= least, "{theme}: {mark} on {ground} is {ratio:.2}:1");
        }
    }
}
