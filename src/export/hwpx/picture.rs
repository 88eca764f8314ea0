//! Pictures of an HWPX document, in the line, with the words for whoever does not see them.

use super::paragraph::run;
use super::shapes::Shape;
use super::table::{position, size};
use super::{Writer, parts, units};
use crate::export::annex::{Manner, Scene};
use crate::export::markup::{Attribute, Markup};
use crate::export::picture::Drawing;

/// Units of Hangul to a pixel of a picture.
const PER_PIXEL: u32 = 75;

impl Writer<'_> {
    pub(super) fn picture(&mut self, out: &mut Markup, scene: &Scene<'_>) {
        let bytes = match (&scene.picture.drawing, scene.painted) {
            (Drawing::Code { png, .. }, _) => png.clone(),
            (Drawing::Chart(_), painted) => painted.and_then(|at| self.painted.get(at)).cloned().unwrap_or_default(),
        };
        let pixels = pixels(&bytes);
        let image = parts::image_name(self.images.len());
        self.images.push(bytes);
        self.paragraph(out, Shape::of(Manner::Holder), |writer, out| {
            run(out, Manner::Holder, |out| {
                writer.drawn(out, scene, &image, pixels);
                out.empty("hp:t", &[]);
            });
        });
    }

    fn drawn(&mut self, out: &mut Markup, scene: &Scene<'_>, image: &str, pixels: (u32, u32)) {
        let number = self.object();
        let (width, height) = (units(scene.size.0), units(scene.size.1));
        let counted = if scene.caption.is_some() { "PICTURE" } else { "NONE" };
        let own: [Attribute; 11] = [
            ("id", &number),
            ("zOrder", &number),
            ("numberingType", &counted),
            ("textWrap", &"TOP_AND_BOTTOM"),
            ("textFlow", &"BOTH_SIDES"),
            ("lock", &0),
            ("dropcapstyle", &"None"),
            ("href", &""),
            ("groupLevel", &0),
            ("instid", &number),
            ("reverse", &0),
        ];
        out.element("hp:pic", &own, |out| {
            placed(out, (width, height));
            let seen: [Attribute; 5] =
                [("binaryItemIDRef", &image), ("bright", &0), ("contrast", &0), ("effect", &"REAL_PIC"), ("alpha", &0)];
            out.empty("hc:img", &seen);
            out.element("hp:imgRect", &[], |out| {
                let corners =
                    [("hc:pt0", 0, 0), ("hc:pt1", width, 0), ("hc:pt2", width, height), ("hc:pt3", 0, height)];
                for (name, x, y) in corners {
                    out.empty(name, &[("x", &x), ("y", &y)]);
                }
            });
            let (right, bottom) = (pixels.0 * PER_PIXEL, pixels.1 * PER_PIXEL);
            out.empty("hp:imgClip", &[("left", &0), ("right", &right), ("top", &0), ("bottom", &bottom)]);
            out.empty("hp:inMargin", &[("left", &0), ("right", &0), ("top", &0), ("bottom", &0)]);
            out.empty("hp:imgDim", &[("dimwidth", &right), ("dimheight", &bottom)]);
            out.empty("hp:effects", &[]);
            size(out, width, height);
            position(out, 1, "LEFT");
            out.empty("hp:outMargin", &[("left", &0), ("right", &0), ("top", &0), ("bottom", &0)]);
            if let Some(caption) = &scene.caption {
                self.caption(out, caption, "PICTURE", width);
            }
            out.saying("hp:shapeComment", &[], &scene.picture.alternative);
        });
    }
}

/// Neither moved, turned nor stretched.
fn placed(out: &mut Markup, (width, height): (u32, u32)) {
    out.empty("hp:offset", &[("x", &0), ("y", &0)]);
    out.empty("hp:orgSz", &[("width", &width), ("height", &height)]);
    out.empty("hp:curSz", &[("width", &width), ("height", &height)]);
    out.empty("hp:flip", &[("horizontal", &0), ("vertical", &0)]);
    let turned: [Attribute; 4] =
        [("angle", &0), ("centerX", &(width / 2)), ("centerY", &(height / 2)), ("rotateimage", &1)];
    out.empty("hp:rotationInfo", &turned);
    out.element("hp:renderingInfo", &[], |out| {
        for name in ["hc:transMatrix", "hc:scaMatrix", "hc:rotMatrix"] {
            let same: [Attribute; 6] = [("e1", &1), ("e2", &0), ("e3", &0), ("e4", &0), ("e5", &1), ("e6", &0)];
            out.empty(name, &same);
        }
    });
}

/// Width and height that the head of a PNG says; what is no PNG has none.
fn pixels(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| {
        let bytes = png.get(at..at + 4).and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
        bytes.map_or(0, u32::from_be_bytes)
    };
    (number(16), number(20))
}
