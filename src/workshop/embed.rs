//! The subject `embed`: the result of the plan in hand inside another page, the code to copy and what that page must allow.

use super::documents::{OFFICE, slots_as_svg};
use super::panel::{self, action, said};
use super::typed::{First, Typed};
use super::{Block, Copyable, Field, Kind, Outcome, Panel, Preview, Step, Subject, Tone};
use crate::export::html::escaped;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::workshop::embed::{EmbedWords, words};
use crate::wire::link;

/// Values of the fields.
const SHOWS: [&str; 3] = ["summary", "chart", "full"];
const HEIGHTS: [&str; 2] = ["fixed", "auto"];
const LANGUAGES: [&str; 3] = ["ko", "en", READER];
const THEMES: [&str; 3] = ["light", "dark", READER];

/// What the reader's browser prefers.
const READER: &str = "reader";

/// Taken where nothing was chosen: most pages are light, whatever the reader's screen.
const FIRST: First = &[("show", "chart"), ("height", "fixed"), ("theme", "light")];

/// A height at which what is shown stands whole in a frame 50 rem wide [px].
const HEIGHT_OF: [&str; 3] = ["300", "760", "1800"];

/// Heights that can be asked for [px].
const PIXELS: std::ops::RangeInclusive<u32> = 100..=5000;

/// Name of the action that saves a picture.
const SVG: &str = "svg";

/// Highest preview [px]; what is higher scrolls.
const PREVIEW_MAX: u32 = 760;

/// What the frame may do: its own program, its own address, and a way out of the frame.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// The plan in hand and what was chosen.
pub struct Embed {
    plan: Plan,
    /// Of the page, without parameters and fragment; empty until it is told.
    address: String,
    typed: Typed,
    picture: Picture,
}

/// What became of the picture for pages that take no frames.
#[derive(Clone, Debug, PartialEq)]
enum Picture {
    Nothing,
    /// With these options.
    Making(String),
    Saved,
    Failed,
}

impl Embed {
    pub fn new(plan: Plan) -> Self {
        Self { plan, address: String::new(), typed: Typed::new(FIRST), picture: Picture::Nothing }
    }

    /// The slots as a picture, for pages that take no frames.
    fn as_picture(&self, words: &EmbedWords) -> Block {
        let about = match self.picture {
            Picture::Nothing => said(Tone::Plain, words.about_svg),
            Picture::Making(_) => said(Tone::Plain, words.svg_making),
            Picture::Saved => said(Tone::Good, words.svg_saved),
            Picture::Failed => said(Tone::Bad, words.svg_failed),
        };
        Block::More {
            summary: words.svg.to_owned(),
            blocks: vec![about, Block::Actions(vec![action(SVG, words.svg_save)])],
        }
    }

    fn pixels_typed(&self) -> &str {
        let typed = self.typed.text("pixels");
        if typed.is_empty() { HEIGHT_OF[self.typed.place_of("show", &SHOWS)] } else { typed }
    }

    /// The height of the frame [px]; `None` = what was typed is none.
    fn pixels(&self) -> Option<u32> {
        self.pixels_typed().parse().ok().filter(|pixels| PIXELS.contains(pixels))
    }

    fn is_auto(&self) -> bool {
        self.typed.place_of("height", &HEIGHTS) == 1
    }

    /// The language of the frame; that of the panel where none was chosen, as a page seldom has another.
    fn language(&self, panel: Language) -> &'static str {
        let chosen = self.typed.get("lang").unwrap_or_else(|| panel.tag());
        LANGUAGES.into_iter().find(|known| *known == chosen).unwrap_or(READER)
    }

    /// The address of the frame.
    fn source(&self, panel: Language) -> String {
        let mut source = format!("{}?embed=1&show={}", self.address, SHOWS[self.typed.place_of("show", &SHOWS)]);
        let theme = THEMES[self.typed.place_of("theme", &THEMES)];
        for (name, value) in [("lang", self.language(panel)), ("theme", theme)] {
            if value != READER {
                source.push_str(&format!("&{name}={value}"));
            }
        }
        source + &link::encode(&self.plan)
    }

    fn fields(&self, words: &EmbedWords, language: Language) -> Block {
        let choice =
            |name, label, values: &[&str], labels: &[&str]| self.typed.choice_field(name, label, values, labels);
        let languages = LANGUAGES.iter().zip(words.languages);
        let languages = languages.map(|(value, label)| ((*value).to_owned(), label.to_owned())).collect();
        let mut fields = vec![
            choice("show", words.show, &SHOWS, &words.shows),
            panel::choice("lang", words.language, None, languages, self.language(language)),
            choice("theme", words.theme, &THEMES, &words.themes),
            choice("height", words.height, &HEIGHTS, &words.heights),
        ];
        if !self.is_auto() {
            let kind =
                Kind::Text { text: self.pixels_typed().to_owned(), unit: Some("px".to_owned()), is_number: true };
            let fault = self.pixels().is_none().then(|| words.pixels_fault.to_owned());
            fields.push(Field {
                name: "pixels".to_owned(),
                label: words.pixels.to_owned(),
                help: Some(words.pixels_help.to_owned()),
                kind,
                fault,
            });
        }
        Block::Fields(fields)
    }

    /// The code for a page, that of a fixed height first; at one that follows, its first height is that of the fixed one.
    fn code(&self, words: &EmbedWords, language: Language, pixels: u32) -> String {
        let frame = format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{pixels}\" frameborder=\"0\" loading=\"lazy\" \
             referrerpolicy=\"no-referrer\" sandbox=\"{SANDBOX}\"></iframe>\n",
            escaped(&self.source(language)),
            escaped(&(words.frame_title)(&self.plan.title)),
        );
        if self.is_auto() { format!("{}{frame}", script(&origin(&self.address))) } else { frame }
    }
}

impl Subject for Embed {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let title = words.title.to_owned();
        let what = said(Tone::Plain, words.what);
        // Plans that are looked at from a file have no address that another page could show.
        if !self.address.starts_with("http") {
            return Panel { title, blocks: vec![what, said(Tone::Caution, words.unplaced)], actions: Vec::new() };
        }
        let mut blocks = vec![what, self.fields(words, language)];
        if let Some(pixels) = self.pixels() {
            let copyable =
                |label: &str, text| Block::Copyable(Copyable { label: label.to_owned(), text, file_name: None });
            blocks.extend([
                said(Tone::Plain, words.about_code[usize::from(self.is_auto())]),
                copyable(words.code, self.code(words, language, pixels)),
                said(Tone::Plain, words.frozen),
                Block::More {
                    summary: words.policy.to_owned(),
                    blocks: vec![
                        said(Tone::Plain, words.about_policy),
                        copyable(words.policy, format!("frame-src {}", origin(&self.address))),
                    ],
                },
                self.as_picture(words),
                Block::Heading(words.preview.to_owned()),
                Block::Preview(Preview {
                    title: (words.frame_title)(&self.plan.title),
                    address: self.source(language),
                    height: pixels.min(PREVIEW_MAX),
                }),
            ]);
        }
        Panel { title, blocks, actions: Vec::new() }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } => {
                // Another content has another height.
                if field == "show" {
                    self.typed.forget(|name| name == "pixels");
                }
                self.typed.set(&field, value);
                Outcome::Shown
            }
            Step::Take { action } if action == SVG => {
                let options = slots_as_svg(language);
                self.picture = Picture::Making(options.clone());
                Outcome::Asked { question: OFFICE, options, plan: None }
            }
            Step::Take { .. } | Step::Bring { .. } => Outcome::Shown,
        }
    }

    fn told(&mut self, options: &str, answer: &str) -> Outcome {
        if self.picture == Picture::Making(options.to_owned()) {
            self.picture = if answer.contains("\"file\"") { Picture::Saved } else { Picture::Failed };
        }
        Outcome::Shown
    }

    fn placed(&mut self, address: &str) {
        address.clone_into(&mut self.address);
    }
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> String {
    let host = address.find("//").map_or(0, |at| at + 2);
    let end = address[host..].find('/').map_or(address.len(), |at| host + at);
    address[..end].to_owned()
}

/// What makes frames of the planner as high as their content; it hears the planner alone.
fn script(origin: &str) -> String {
    format!(
        "<script>
addEventListener(\"message\", ({{ origin, source, data }}) => {{
  if (origin !== \"{origin}\" || data?.type !== \"stagger:height\") return;
  for (const frame of document.querySelectorAll(\"iframe\"))
    if (frame.contentWindow === source) frame.height = Number(data.height);
}});
</script>
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_of_an_address_is_all_before_its_path() {
        for (address, expected) in [
            ("https://a.example/x/y/", "https://a.example"),
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
            ("https://a.example", "https://a.example"),
        ] {
            assert_eq!(origin(address), expected);
        }
    }

    #[test]
    fn no_title_ends_its_attribute() {
        assert_eq!(escaped("a\"><b>&"), "a&quot;&gt;&lt;b&gt;&amp;");
    }
}
