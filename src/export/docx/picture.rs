//! Pictures of a DOCX document, in the line, with the words for whoever does not see them.

use super::Writer;
use super::paragraph::{self, Set};
use crate::export::annex::{Manner, Scene};
use crate::export::markup::Markup;

/// Units of a drawing to a millimetre.
const PER_MM: f64 = 36_000.0;
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

impl Writer<'_> {
    pub(super) fn picture(&mut self, out: &mut Markup, scene: &Scene<'_>) {
        if let Some(caption) = &scene.caption {
            paragraph::caption(out, caption, paragraph::FIGURES);
        }
        let image = self.image(&scene.picture.drawing, scene.painted);
        self.objects += 1;
        let number = self.objects;
        let (width, height) = ((scene.size.0 * PER_MM).round(), (scene.size.1 * PER_MM).round());
        paragraph::write(out, Manner::Holder, Set::default(), |out| {
            out.element("w:r", &[], |out| {
                out.element("w:drawing", &[], |out| {
                    let apart: [(&str, &dyn std::fmt::Display); 4] =
                        [("distT", &0), ("distB", &0), ("distL", &0), ("distR", &0)];
                    out.element("wp:inline", &apart, |out| {
                        out.empty("wp:extent", &[("cx", &width), ("cy", &height)]);
                        let alternative = &scene.picture.alternative;
                        out.empty(
                            "wp:docPr",
                            &[("id", &number), ("name", &scene.picture.name), ("descr", alternative)],
                        );
                        out.element("wp:cNvGraphicFramePr", &[], |out| {
                            out.empty("a:graphicFrameLocks", &[("noChangeAspect", &1)]);
                        });
                        out.element("a:graphic", &[], |out| {
                            out.element("a:graphicData", &[("uri", &PICTURE)], |out| {
                                drawn(out, number, scene, &image, (width, height));
                            });
                        });
                    });
                });
            });
        });
    }
}

fn drawn(out: &mut Markup, number: usize, scene: &Scene<'_>, image: &str, (width, height): (f64, f64)) {
    out.element("pic:pic", &[], |out| {
        out.element("pic:nvPicPr", &[], |out| {
            let alternative = &scene.picture.alternative;
            out.empty("pic:cNvPr", &[("id", &number), ("name", &scene.picture.name), ("descr", alternative)]);
            out.empty("pic:cNvPicPr", &[]);
        });
        out.element("pic:blipFill", &[], |out| {
            out.empty("a:blip", &[("r:embed", &image)]);
            out.element("a:stretch", &[], |out| out.empty("a:fillRect", &[]));
        });
        out.element("pic:spPr", &[], |out| {
            out.element("a:xfrm", &[], |out| {
                out.empty("a:off", &[("x", &0), ("y", &0)]);
                out.empty("a:ext", &[("cx", &width), ("cy", &height)]);
            });
            out.element("a:prstGeom", &[("prst", &"rect")], |out| out.empty("a:avLst", &[]));
        });
    });
}
