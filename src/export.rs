//! What leaves the planner as a document: one laid-out report for every format, figures as tables, a load profile, QR codes.
//!
//! ```text
//! plan, forecast, risk ──lay_out──▶ Report (plain data) ──▶ print view; pieces ──▶ DOCX, HWPX
//!                      ├─▶ DataTable ──▶ CSV, XLSX
//!                      │   tables of both ──▶ clipboard
//!                      ├─▶ LoadProfile ──▶ CSV, k6
//!                      └─▶ Requirements: numbered sentences with the figures they rest on
//! ```
//!
//! A format reads the laid-out value and adds nothing of its own: what one of them says, all of them say.

#[cfg(feature = "office")]
pub mod annex;
#[cfg(feature = "office")]
pub mod data;
#[cfg(any(feature = "office", feature = "import"))]
pub mod delimited;
#[cfg(feature = "office")]
pub mod density;
#[cfg(feature = "office")]
pub mod documents;
#[cfg(feature = "office")]
pub mod docx;
#[cfg(feature = "office")]
pub mod gallery;
#[cfg(any(feature = "office", feature = "import"))]
pub mod html;
#[cfg(feature = "office")]
pub mod hwpx;
#[cfg(feature = "office")]
pub mod k6;
#[cfg(feature = "office")]
pub mod load_profile;
#[cfg(feature = "office")]
pub mod markup;
#[cfg(feature = "office")]
pub mod material;
#[cfg(feature = "office")]
pub mod package;
#[cfg(feature = "office")]
pub mod paste;
#[cfg(feature = "office")]
pub mod picture;
#[cfg(feature = "office")]
pub mod print;
#[cfg(feature = "qr")]
pub mod qr;
#[cfg(feature = "office")]
pub mod report;
#[cfg(feature = "wire")]
pub mod requirements;
#[cfg(feature = "office")]
pub mod workbook;

#[cfg(feature = "office")]
pub use material::Material;
#[cfg(feature = "office")]
pub use report::{Report, lay_out};
