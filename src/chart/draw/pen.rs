//! Strokes in pixels of the layout, scaled to the device.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendColor, DrawingBackend};

use super::super::measured::text_width;
use super::super::theme::{Colour, FONT_FAMILY, Theme};
use super::Drawn;
use crate::num::order;

/// Draws on `area` in the look of `theme`.
pub struct Pen<'a, B: DrawingBackend> {
    area: &'a DrawingArea<B, Shift>,
    pub theme: &'a Theme,
}

/// How a text is written.
#[derive(Clone, Copy)]
pub struct Hand {
    /// [px]
    pub size: f64,
    pub bold: bool,
    pub colour: Colour,
    pub align: Align,
}

/// Which point of a text stands at its place.
#[derive(Clone, Copy)]
pub enum Align {
    Left,
    Centre,
    Right,
}

impl Hand {
    pub fn new(size: f64, colour: Colour) -> Self {
        Self { size, bold: false, colour, align: Align::Left }
    }

    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

type Corner = (f64, f64);

/// What a backend fails with.
pub type Refused<B> = DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>;

impl<'a, B: DrawingBackend> Pen<'a, B> {
    pub fn new(area: &'a DrawingArea<B, Shift>, theme: &'a Theme) -> Self {
        Self { area, theme }
    }

    /// Width and height of the area [px of the layout].
    pub fn size(&self) -> (f64, f64) {
        let (width, height) = self.area.dim_in_pixel();
        (f64::from(width) / self.theme.scale, f64::from(height) / self.theme.scale)
    }

    fn device(&self, length: f64) -> i32 {
        (length * self.theme.scale).round() as i32
    }

    fn stroke(&self, width: f64) -> u32 {
        self.device(width).max(1) as u32
    }

    /// A filled rectangle.
    pub fn rect(&self, left: f64, top: f64, right: f64, bottom: f64, colour: Colour) -> Drawn<B> {
        let corners = [(self.device(left), self.device(top)), (self.device(right), self.device(bottom))];
        self.area
            .draw(&Rectangle::new(corners, ShapeStyle { color: rgb(colour).into(), filled: true, stroke_width: 0 }))
    }

    /// The four sides of a rectangle, inside its edges.
    pub fn frame(&self, left: f64, top: f64, right: f64, bottom: f64, width: f64, colour: Colour) -> Drawn<B> {
        self.rect(left, top, right, top + width, colour)?;
        self.rect(left, bottom - width, right, bottom, colour)?;
        self.rect(left, top, left + width, bottom, colour)?;
        self.rect(right - width, top, right, bottom, colour)
    }

    /// As [`Self::frame`], in dashes; the lower side is left open.
    pub fn dashed_frame(&self, left: f64, top: f64, right: f64, bottom: f64, colour: Colour) -> Drawn<B> {
        self.dashes(left, right, |from, to| self.rect(from, top, to, top + 1.0, colour))?;
        self.dashes(top, bottom, |from, to| {
            self.rect(left, from, left + 1.0, to, colour)?;
            self.rect(right - 1.0, from, right, to, colour)
        })
    }

    fn dashes(&self, from: f64, to: f64, mut dash: impl FnMut(f64, f64) -> Drawn<B>) -> Drawn<B> {
        let mut at = from;
        while at < to {
            dash(at, (at + 3.0).min(to))?;
            at += 5.0;
        }
        Ok(())
    }

    /// A level line, centred on `y`.
    pub fn level(&self, left: f64, right: f64, y: f64, width: f64, colour: Colour) -> Drawn<B> {
        self.rect(left, y - width / 2.0, right, y + width / 2.0, colour)
    }

    /// A level line in long dashes.
    pub fn dashed_level(&self, left: f64, right: f64, y: f64, width: f64, colour: Colour) -> Drawn<B> {
        let mut at = left;
        while at < right {
            self.level(at, (at + 6.0).min(right), y, width, colour)?;
            at += 10.0;
        }
        Ok(())
    }

    pub fn path(&self, points: &[Corner], width: f64, colour: Colour) -> Drawn<B> {
        let points: Vec<(i32, i32)> = points.iter().map(|&(x, y)| (self.device(x), self.device(y))).collect();
        let style = ShapeStyle { color: rgb(colour).into(), filled: false, stroke_width: self.stroke(width) };
        self.area.draw(&PathElement::new(points, style))
    }

    pub fn polygon(&self, points: &[Corner], colour: Colour) -> Drawn<B> {
        let points: Vec<(i32, i32)> = points.iter().map(|&(x, y)| (self.device(x), self.device(y))).collect();
        let style = ShapeStyle { color: rgb(colour).into(), filled: true, stroke_width: 0 };
        self.area.draw(&Polygon::new(points, style))
    }

    pub fn disc(&self, centre: Corner, radius: f64, colour: Colour) -> Drawn<B> {
        let style = ShapeStyle { color: rgb(colour).into(), filled: true, stroke_width: 0 };
        self.area.draw(&Circle::new((self.device(centre.0), self.device(centre.1)), self.device(radius), style))
    }

    /// Text with its middle at the height of `y`.
    pub fn text(&self, x: f64, y: f64, text: &str, hand: Hand) -> Drawn<B> {
        let style = self.style(hand);
        self.area.draw(&Text::new(text, (self.device(x), self.device(y)), style))
    }

    /// As [`Self::text`], on a ground that covers what is behind.
    pub fn text_on(&self, x: f64, y: f64, text: &str, hand: Hand, ground: Colour) -> Drawn<B> {
        let width = self.width(text, hand)?;
        let left = match hand.align {
            Align::Left => x,
            Align::Centre => x - width / 2.0,
            Align::Right => x - width,
        };
        self.rect(left - 2.0, y - hand.size * 0.6, left + width + 2.0, y + hand.size * 0.62, ground)?;
        self.text(x, y, text, hand)
    }

    /// Width of a text [px of the layout].
    pub fn width(&self, text: &str, hand: Hand) -> Result<f64, DrawingAreaErrorKind<B::ErrorType>> {
        let (width, _) = self.area.estimate_text_size(text, &self.style(hand))?;
        Ok(f64::from(width) / self.theme.scale)
    }

    /// The text in the largest hand down to 10 px in which it is no wider than `room`, else cut with an ellipsis.
    pub fn fitted(&self, text: &str, hand: Hand, room: f64) -> Result<(String, Hand), Refused<B>> {
        // Fonts differ, and a name that is cut off by its neighbour is worse than a smaller one.
        let room = room * 0.93;
        let smaller = |size: f64| Hand { size, ..hand };
        let sizes = [hand.size, hand.size - 1.0, 10.0];
        for size in sizes.into_iter().filter(|size| *size >= 10.0) {
            if self.width(text, smaller(size))? <= room {
                return Ok((text.to_owned(), smaller(size)));
            }
        }
        let mut cut = text.to_owned();
        while cut.pop().is_some() {
            let candidate = format!("{}…", cut.trim_end());
            if self.width(&candidate, smaller(10.0))? <= room {
                return Ok((candidate, smaller(10.0)));
            }
        }
        Ok((String::new(), smaller(10.0)))
    }

    /// Names that stand side by side, all in one hand: the largest in which all fit `room`, without what all their
    /// kind share after a hyphen ("-gu") where they would be small; a name that still is too long is cut.
    pub fn alike(&self, names: &[&str], hand: Hand, room: f64) -> Result<(Vec<String>, Hand), Refused<B>> {
        let smaller = Hand { size: hand.size - 1.0, ..hand };
        let small = Hand { size: 10.0, ..hand };
        let smallest = Hand { bold: false, ..small };
        let short = heads(names);
        let choices = [(names, hand), (names, smaller), (&short, hand), (&short, smaller)];
        for (names, hand) in choices.into_iter().chain([(&*short, small), (&*short, smallest)]) {
            let mut fits = true;
            for name in names {
                fits &= self.width(name, hand)? <= room;
            }
            if fits {
                return Ok((names.iter().map(|name| (*name).to_owned()).collect(), hand));
            }
        }
        let cut = short.iter().map(|name| Ok(self.fitted(name, smallest, room)?.0)).collect::<Result<_, Refused<B>>>();
        Ok((cut?, smallest))
    }

    fn style(&self, hand: Hand) -> TextStyle<'static> {
        let weight = if hand.bold { FontStyle::Bold } else { FontStyle::Normal };
        let horizontal = match hand.align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let Colour(red, green, blue) = hand.colour;
        TextStyle {
            font: FontDesc::new(FontFamily::Name(FONT_FAMILY), hand.size * self.theme.scale, weight),
            color: BackendColor { alpha: 1.0, rgb: (red, green, blue) },
            pos: Pos::new(horizontal, VPos::Center),
        }
    }
}

/// Room for names at the left of a picture of that width, with the gap after them [px].
pub fn names_room<'a>(names: impl Iterator<Item = &'a str>, width: f64) -> f64 {
    let longest = names.map(|name| text_width(name, 12.0, false)).fold(0.0, f64::max);
    (longest + 14.0).clamp(44.0, (width * 0.27).clamp(64.0, 180.0))
}

/// The names without a last part of a few letters after a hyphen, if they still differ.
fn heads<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let is_suffix = |part: &str| part.len() <= 4 && part.chars().all(|sign| sign.is_ascii_lowercase());
    let head = |name: &'a str| name.rsplit_once('-').filter(|(_, part)| is_suffix(part)).map_or(name, |(head, _)| head);
    let short: Vec<&str> = names.iter().map(|name| head(name)).collect();
    let differ = |names: &[&str]| {
        let mut names = names.to_vec();
        order::sort(&mut names);
        names.dedup();
        names.len()
    };
    if differ(&short) == differ(names) { short } else { names.to_vec() }
}

fn rgb(Colour(red, green, blue): Colour) -> RGBColor {
    RGBColor(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::heads;

    #[test]
    fn names_lose_what_they_share_only_while_they_differ() {
        assert_eq!(heads(&["Jung-gu", "Gijang-gun", "15-19"]), ["Jung", "Gijang", "15-19"]);
        assert_eq!(heads(&["North-a", "North-b"]), ["North-a", "North-b"]);
    }
}
