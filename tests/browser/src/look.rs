//! The screen and the preferences that a page is opened with.

/// What the browser tells the page about its user; all of it is set, so that no machine differs from another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// First preferred language, as `ko-KR`.
    pub language: &'static str,
    /// Preferred colour scheme.
    pub theme: Theme,
    /// Width of the viewport [CSS px].
    pub width: u32,
    /// Height of the viewport [CSS px].
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub pixel_ratio: f64,
    /// Whether the user asks for less motion.
    pub reduced_motion: bool,
    /// Time zone of the machine; the plan's own zone must win over it.
    pub time_zone: &'static str,
}

/// A colour scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word that CSS and the page's address use.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

impl Look {
    /// A desk screen of a Korean user, light.
    pub const WIDE: Look = Look {
        language: "ko-KR",
        theme: Theme::Light,
        width: 1440,
        height: 1000,
        pixel_ratio: 1.0,
        reduced_motion: false,
        time_zone: "Asia/Seoul",
    };

    /// A small phone of a Korean user, light.
    pub const PHONE: Look = Look { width: 360, height: 780, pixel_ratio: 3.0, ..Look::WIDE };

    /// The same look in English.
    pub const fn in_english(self) -> Look {
        Look { language: "en-GB", ..self }
    }

    /// The same look in the dark.
    pub const fn in_the_dark(self) -> Look {
        Look { theme: Theme::Dark, ..self }
    }
}
