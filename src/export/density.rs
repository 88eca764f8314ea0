//! How large a PNG is on paper: its dots per inch, as a chunk of the file.

use crate::wire::checksum::crc32;

/// The eight bytes of the format and the chunk of the header.
const BEFORE: usize = 8 + 25;
const INCHES_PER_METRE: f64 = 39.370_078_740_157_48;

/// `png` with the chunk `pHYs` behind its header (PNG, third edition, 11.3.5.3); what is no PNG stays as it is.
pub fn with_density(png: &[u8], dots_per_inch: f64) -> Vec<u8> {
    let Some((head, rest)) = png.split_at_checked(BEFORE).filter(|_| png.starts_with(b"\x89PNG\r\n\x1a\n")) else {
        return png.to_vec();
    };
    let per_metre = ((dots_per_inch * INCHES_PER_METRE).round() as u32).to_be_bytes();
    let mut chunk = b"pHYs".to_vec();
    chunk.extend(per_metre);
    chunk.extend(per_metre);
    chunk.push(1);
    let mut out = head.to_vec();
    out.extend(9_u32.to_be_bytes());
    out.extend(&chunk);
    out.extend(crc32(&chunk).to_be_bytes());
    out.extend(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hundred_dots_to_the_inch_are_11811_to_the_metre() {
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        png.extend(vec![7; 40]);
        let dense = with_density(&png, 300.0);
        assert_eq!(dense.len(), png.len() + 21);
        assert_eq!(&dense[BEFORE + 4..BEFORE + 8], b"pHYs");
        assert_eq!(dense[BEFORE + 8..BEFORE + 12], 11_811_u32.to_be_bytes());
        // Of these bytes, worked out by another program.
        assert_eq!(dense[BEFORE + 17..BEFORE + 21], [0x78, 0xa5, 0x3f, 0x76]);
        assert_eq!(dense[BEFORE + 21..], png[BEFORE..]);
        assert_eq!(with_density(b"text", 300.0), b"text");
    }
}
