//! Files of an office format as one ZIP archive: the same parts give the same bytes.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file inside an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Path from the top, with slashes.
    pub path: String,
    pub bytes: Vec<u8>,
    /// What is compressed already, or must be readable as it is, is stored.
    pub is_stored: bool,
}

impl Part {
    /// A part that is compressed.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), is_stored: false }
    }

    /// A part that is stored.
    pub fn stored(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { is_stored: true, ..Self::new(path, bytes) }
    }
}

/// The archive of the parts, in their order; all of them bear the first day that the format knows.
///
/// # Errors
/// There are more parts than an archive holds, or they are larger.
pub fn pack(parts: &[Part]) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        let method = if part.is_stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::DEFAULT);
        archive.start_file(part.path.as_str(), options)?;
        archive.write_all(&part.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
