//! The views of the plan and its forecast.

pub mod arrivals;
pub mod figures;
pub mod issues;
pub mod journey;
pub mod members;
pub mod minutes;
pub mod notice;
pub mod pictures;
pub mod plan_number;
pub mod section_head;
pub mod slot_rows;
pub mod slot_table;
pub mod slots;
pub mod stage_form;
pub mod tabs;
pub mod timeline;
pub mod top_bar;
pub mod verdict;
pub mod window_form;
pub mod windows;
