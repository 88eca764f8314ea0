//! Pictures of a forecast.
//!
//! ```text
//! plan, forecast, texts ──scene──▶ Scene (plain data) ──draw──▶ any plotters backend
//!                                      └──▶ table and readings for people who do not see the picture
//! ```

pub mod capacity;
pub mod draw;
pub mod hours;
pub mod key_figures;
pub mod measured;
pub mod minutes;
pub mod scene;
pub mod slots;
pub mod theme;
pub mod time_axis;
pub mod value_axis;

pub use draw::draw;
pub use measured::Measured;
pub use minutes::Measure;
pub use scene::{Scene, Table};
pub use theme::Theme;
