//! Texts of the grid region x age.

use super::format;

/// Labels of the grid.
#[derive(Debug)]
pub struct Members {
    pub heading: &'static str,
    pub edit: &'static str,
    pub region: &'static str,
    pub in_thousands: &'static str,
    pub edit_note: &'static str,
    /// Label of one cell: region, age band.
    pub cell: fn(&str, &str) -> String,
    pub people: fn(f64) -> String,
}

pub const KOREAN: Members = Members {
    heading: "회원",
    edit: "표 고치기",
    region: "지역",
    in_thousands: "칸은 천 명.",
    edit_note: "칸은 명. 고치는 대로 결과가 바뀝니다.",
    cell: |region, age| format!("{region} {age}, 명"),
    people: |people| format!("{}명", format::integer(people)),
};

pub const ENGLISH: Members = Members {
    heading: "Members",
    edit: "Edit table",
    region: "Region",
    in_thousands: "Cells in thousands.",
    edit_note: "Cells in people. The result follows as you type.",
    cell: |region, age| format!("{region} {age}, people"),
    people: |people| format!("{} people", format::integer(people)),
};
