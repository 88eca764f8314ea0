//! Colours and sizes of the pictures; the colours are those of `static/tokens.css`, and a test compares them.

use crate::forecast::Verdict;

/// An opaque colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// What a drawing looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Device pixels per pixel of the layout [1], > 0.
    pub scale: f64,
    pub page: Colour,
    pub ink: Colour,
    pub ink_2: Colour,
    pub ink_3: Colour,
    pub line_strong: Colour,
    pub grid: Colour,
    pub limit: Colour,
    pub action: Colour,
    pub action_soft: Colour,
    pub curve: Colour,
    pub curve_wash: Colour,
    pub curve_half: Colour,
    pub ghost: Colour,
    pub ghost_ink: Colour,
    pub ghost_wash: Colour,
    pub holds: State,
    pub at_risk: State,
    pub breaks: State,
    /// From little to much.
    pub heat: [Colour; 6],
    /// Ink upon any of them.
    pub on_heat: Colour,
}

/// The colours of one verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Words and outlines.
    pub text: Colour,
    pub fill: Colour,
    /// Ground behind words.
    pub soft: Colour,
    /// Ink upon the fill.
    pub on_fill: Colour,
}

/// The family list of the page.
pub const FONT_FAMILY: &str = "-apple-system, 'Apple SD Gothic Neo', 'Segoe UI', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif";

impl Theme {
    pub const fn light() -> Self {
        Self {
            scale: 1.0,
            page: Colour(0xf4, 0xf6, 0xf5),
            ink: Colour(0x15, 0x21, 0x2a),
            ink_2: Colour(0x43, 0x51, 0x5b),
            ink_3: Colour(0x5c, 0x69, 0x73),
            line_strong: Colour(0x84, 0x8f, 0x94),
            grid: Colour(0xe0, 0xe5, 0xe5),
            limit: Colour(0x15, 0x21, 0x2a),
            action: Colour(0x1c, 0x4e, 0x91),
            action_soft: Colour(0xe3, 0xec, 0xf8),
            curve: Colour(0x17, 0x32, 0x3f),
            curve_wash: Colour(0xcf, 0xde, 0xe3),
            curve_half: Colour(0xa9, 0xc4, 0xce),
            ghost: Colour(0x77, 0x83, 0x8b),
            ghost_ink: Colour(0x59, 0x66, 0x6f),
            ghost_wash: Colour(0xe9, 0xed, 0xee),
            holds: State {
                text: Colour(0x0f, 0x6a, 0x62),
                fill: Colour(0x25, 0x7a, 0x71),
                soft: Colour(0xe2, 0xf1, 0xee),
                on_fill: Colour(0xff, 0xff, 0xff),
            },
            at_risk: State {
                text: Colour(0x85, 0x50, 0x00),
                fill: Colour(0xe5, 0xa3, 0x2c),
                soft: Colour(0xfc, 0xf1, 0xda),
                on_fill: Colour(0x2a, 0x1a, 0x00),
            },
            breaks: State {
                text: Colour(0xad, 0x23, 0x17),
                fill: Colour(0xc4, 0x30, 0x1e),
                soft: Colour(0xfc, 0xe8, 0xe4),
                on_fill: Colour(0xff, 0xff, 0xff),
            },
            heat: [
                Colour(0xf3, 0xf6, 0xf8),
                Colour(0xdf, 0xe8, 0xef),
                Colour(0xc6, 0xd6, 0xe2),
                Colour(0xa9, 0xc1, 0xd3),
                Colour(0x88, 0xa9, 0xc2),
                Colour(0x6f, 0x95, 0xb5),
            ],
            on_heat: Colour(0x15, 0x21, 0x2a),
        }
    }

    pub const fn dark() -> Self {
        Self {
            scale: 1.0,
            page: Colour(0x0f, 0x15, 0x19),
            ink: Colour(0xe9, 0xee, 0xf0),
            ink_2: Colour(0xb9, 0xc4, 0xcb),
            ink_3: Colour(0x97, 0xa4, 0xad),
            line_strong: Colour(0x6b, 0x7a, 0x84),
            grid: Colour(0x23, 0x2d, 0x33),
            limit: Colour(0xe9, 0xee, 0xf0),
            action: Colour(0x8f, 0xb8, 0xf2),
            action_soft: Colour(0x1d, 0x30, 0x48),
            curve: Colour(0xd7, 0xe5, 0xec),
            curve_wash: Colour(0x24, 0x39, 0x43),
            curve_half: Colour(0x38, 0x58, 0x67),
            ghost: Colour(0x75, 0x82, 0x8b),
            ghost_ink: Colour(0xa3, 0xb0, 0xb8),
            ghost_wash: Colour(0x1d, 0x26, 0x2c),
            holds: State {
                text: Colour(0x68, 0xca, 0xbd),
                fill: Colour(0x37, 0x99, 0x8d),
                soft: Colour(0x13, 0x30, 0x2d),
                on_fill: Colour(0x04, 0x12, 0x0f),
            },
            at_risk: State {
                text: Colour(0xf0, 0xbb, 0x5a),
                fill: Colour(0xd9, 0x98, 0x2a),
                soft: Colour(0x33, 0x27, 0x0f),
                on_fill: Colour(0x1c, 0x12, 0x00),
            },
            breaks: State {
                text: Colour(0xff, 0x8b, 0x7b),
                fill: Colour(0xe2, 0x52, 0x3f),
                soft: Colour(0x3a, 0x1a, 0x16),
                on_fill: Colour(0x1a, 0x03, 0x00),
            },
            heat: [
                Colour(0x18, 0x22, 0x28),
                Colour(0x1d, 0x2c, 0x36),
                Colour(0x23, 0x39, 0x47),
                Colour(0x2b, 0x48, 0x59),
                Colour(0x35, 0x58, 0x6d),
                Colour(0x42, 0x6a, 0x82),
            ],
            on_heat: Colour(0xe9, 0xee, 0xf0),
        }
    }

    /// The same look on a screen of `scale` device pixels per pixel.
    pub fn scaled(self, scale: f64) -> Self {
        Self { scale, ..self }
    }

    pub fn state(&self, verdict: Verdict) -> State {
        match verdict {
            Verdict::Holds => self.holds,
            Verdict::AtRisk => self.at_risk,
            Verdict::Breaks => self.breaks,
        }
    }

    /// Every colour under the name it has in the style sheet.
    pub fn tokens(&self) -> Vec<(String, Colour)> {
        let plain = [
            ("page", self.page),
            ("ink", self.ink),
            ("ink-2", self.ink_2),
            ("ink-3", self.ink_3),
            ("line-strong", self.line_strong),
            ("grid", self.grid),
            ("limit", self.limit),
            ("action", self.action),
            ("action-soft", self.action_soft),
            ("curve", self.curve),
            ("curve-wash", self.curve_wash),
            ("curve-half", self.curve_half),
            ("ghost", self.ghost),
            ("ghost-ink", self.ghost_ink),
            ("ghost-wash", self.ghost_wash),
        ];
        let mut tokens: Vec<(String, Colour)> = plain.map(|(name, colour)| (name.to_owned(), colour)).to_vec();
        for (name, state) in [("holds", self.holds), ("risk", self.at_risk), ("breaks", self.breaks)] {
            tokens.push((name.to_owned(), state.text));
            tokens.push((format!("{name}-fill"), state.fill));
            tokens.push((format!("{name}-soft"), state.soft));
            tokens.push((format!("on-{name}"), state.on_fill));
        }
        let heat = self.heat.iter().enumerate().map(|(step, colour)| (format!("heat-{step}"), *colour));
        tokens.extend(heat);
        tokens.push(("on-heat".to_owned(), self.on_heat));
        tokens
    }

    /// As on paper: the page itself is white.
    pub const fn paper() -> Self {
        Self { page: Colour(0xff, 0xff, 0xff), ..Self::light() }
    }
}
