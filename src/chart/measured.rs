//! A drawing backend that measures text by itself, the same natively and in every browser.
//!
//! On its own plotters measures labels through the page's document in the browser and by counting bytes natively,
//! where a Hangul syllable counts three times.

use plotters_backend::text_anchor::Pos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

/// What plotters' SVG backend divides font sizes by.
const SVG_FONT_DIVISOR: f64 = 1.24;

/// `B`, but text is measured here and drawn at the size that was asked for.
pub struct Measured<B> {
    backend: B,
    font_factor: f64,
}

impl<B: DrawingBackend> Measured<B> {
    /// For a backend that draws text at its own size.
    pub fn new(backend: B) -> Self {
        Self { backend, font_factor: 1.0 }
    }

    /// For plotters' SVG backend, which writes text smaller than asked.
    pub fn svg(backend: B) -> Self {
        Self { backend, font_factor: SVG_FONT_DIVISOR }
    }
}

/// Width of a line of text [px at `size` px]: a full square for Hangul and other wide signs, a typical width for the rest.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(sign_width).sum();
    size * ems * if bold { 1.06 } else { 1.0 }
}

/// Width of one sign [em], as the common sans-serif families have it.
fn sign_width(sign: char) -> f64 {
    match sign {
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' => 0.94,
        '0'..='9' => 0.56,
        ' ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | '·' | 'i' | 'l' | 'j' | '(' | ')' => 0.3,
        'f' | 't' | 'r' | '-' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' => 0.88,
        'A'..='Z' => 0.66,
        '–' => 0.55,
        '…' | '⋯' | '—' => 1.0,
        _ => 0.56,
    }
}

/// A text style with its size changed by a factor.
struct Resized<'a, S> {
    style: &'a S,
    factor: f64,
}

impl<S: BackendTextStyle> BackendTextStyle for Resized<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.style.color()
    }

    fn size(&self) -> f64 {
        self.style.size() * self.factor
    }

    fn transform(&self) -> FontTransform {
        self.style.transform()
    }

    fn style(&self) -> FontStyle {
        self.style.style()
    }

    fn anchor(&self) -> Pos {
        self.style.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.style.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.style.layout_box(text)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        position: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.style.draw(text, position, draw)
    }
}

type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: DrawingBackend> DrawingBackend for Measured<B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.backend.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn<B> {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Drawn<B> {
        self.backend.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn<B> {
        self.backend.draw_pixel(point, colour)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn<B> {
        self.backend.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn<B> {
        self.backend.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn<B> {
        self.backend.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn<B> {
        self.backend.draw_circle(centre, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn<B> {
        self.backend.fill_polygon(corners, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, position: BackendCoord) -> Drawn<B> {
        self.backend.draw_text(text, &Resized { style, factor: self.font_factor }, position)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        Ok((text_width(text, style.size(), bold).ceil() as u32, style.size().ceil() as u32))
    }

    fn blit_bitmap(&mut self, position: BackendCoord, size: (u32, u32), source: &[u8]) -> Drawn<B> {
        self.backend.blit_bitmap(position, size, source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_is_one_wide_sign() {
        assert!((text_width("대기열", 20.0, false) - 56.4).abs() < 1e-9);
        assert!(text_width("용량 100%", 13.0, true) < 70.0);
    }
}
