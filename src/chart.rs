//! Pictures of a forecast.
//!
//! ```text
//! plan, forecast, texts ──scene──▶ Scene (plain data) ──draw──▶ any plotters backend
//!                                      └──▶ table and readings for people who do not see the picture
//! ```

pub mod capacity;
pub mod completion;
pub mod draw;
pub mod fairness;
pub mod heat_map;
pub mod hours;
pub mod image;
pub mod key_figures;
pub mod measured;
pub mod minutes;
pub mod scene;
pub mod sheet;
pub mod slots;
pub mod theme;
pub mod tile_map;
pub mod time_axis;
pub mod value_axis;

pub use draw::draw;
pub use image::Image;
pub use measured::Measured;
pub use minutes::Measure;
pub use scene::{Scene, Table};
pub use sheet::Sheet;
pub use theme::Theme;
