//! Stagger: splits a membership into download windows and predicts the peak load of every slot.

#[cfg(feature = "page")]
pub mod api;
#[cfg(feature = "page")]
pub mod app;
#[cfg(feature = "page")]
pub mod chart;
pub mod clock;
pub mod demand;
pub mod explain;
pub mod forecast;
#[cfg(feature = "import")]
pub mod import;
pub mod library;
pub mod num;
pub mod plan;
pub mod queueing;
pub mod risk;
pub mod rng;
pub mod staging;
pub mod text;
pub mod units;
#[cfg(feature = "wire")]
pub mod wire;
#[cfg(feature = "wire")]
pub mod worker;
pub mod workshop;
