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
    pub more_regions: fn(usize) -> String,
    pub heads_note: &'static str,
    pub add_region: &'static str,
    pub new_region: &'static str,
    pub region_name: &'static str,
    pub region_code: &'static str,
    pub add_age: &'static str,
    /// Name of a new age band, from and to.
    pub new_age: fn(u32, u32) -> String,
    pub age_name: &'static str,
    pub age_from: &'static str,
    pub age_to: &'static str,
    /// Removes a region or an age band with its people.
    pub remove: fn(&str) -> String,
}

pub const KOREAN: Members = Members {
    heading: "회원",
    edit: "표 수정",
    region: "지역",
    in_thousands: "단위: 천 명.",
    edit_note: "단위: 명. 입력하는 대로 결과가 바뀝니다.",
    cell: |region, age| format!("{region} {age}, 명"),
    people: |people| format!("{}명", format::integer(people)),
    more_regions: |count| format!("지역 {count}곳 더"),
    heads_note: "지역이나 나이대의 이름을 누르면 이름을 고치거나 삭제할 수 있습니다.",
    add_region: "지역 추가",
    new_region: "새 지역",
    region_name: "지역 이름",
    region_code: "행정 구역 코드",
    add_age: "나이대 추가",
    new_age: |from, to| format!("{from}-{to}"),
    age_name: "나이대 이름",
    age_from: "만 나이(부터)",
    age_to: "만 나이(까지)",
    remove: |name| format!("{name} 삭제"),
};

pub const ENGLISH: Members = Members {
    heading: "Members",
    edit: "Edit table",
    region: "Region",
    in_thousands: "Cells in thousands.",
    edit_note: "Cells in people. The result follows as you type.",
    cell: |region, age| format!("{region} {age}, people"),
    people: |people| format!("{} people", format::integer(people)),
    more_regions: |count| format!("{count} more regions"),
    heads_note: "Choose the name of a region or age band to rename or remove it.",
    add_region: "Add a region",
    new_region: "New region",
    region_name: "Name of the region",
    region_code: "Administrative code",
    add_age: "Add an age band",
    new_age: |from, to| format!("{from}-{to}"),
    age_name: "Name of the age band",
    age_from: "From age",
    age_to: "To age",
    remove: |name| format!("Remove {name}"),
};
