//! Public holidays (관공서의 공휴일) of Korea, substitute and temporary ones and election days included.

use super::{Reading, Wording};
use crate::clock::CivilDate;
use crate::plan::{Holiday, Holidays, Plan};

/// Days by 공휴일에 관한 법률 as it stood in each year and by the decrees on single days; from 2026 on with 노동절 and 제헌절.
/// The days were compared with the package `holidays` 0.109 (PyPI, MIT).
const KOREA: &str = include_str!("holidays/korea.csv");
/// Years of the table. Days that are decreed later are missing from it.
pub const YEARS: (u32, u32) = (2022, 2027);
const SOURCE: Wording = Wording::new(
    "공휴일에 관한 법률, 관공서의 공휴일에 관한 규정, 2026년 11월까지의 임시공휴일 지정",
    "Korea's Public Holidays Act and its decrees, with temporary holidays named until November 2026",
);
const TIME_ZONE: &str = "Asia/Seoul";

/// Korea's table, names in the language of `read`.
pub fn korea(read: Reading) -> Holidays {
    let day = |line: &'static str| {
        let mut cells = line.split(',');
        let date = CivilDate::parse(cells.next()?).ok()?;
        let name = read(Wording::new(cells.next()?, cells.next()?)).to_owned();
        Some(Holiday { date, name })
    };
    let days = KOREA.lines().filter_map(day).collect();
    Holidays { from_year: YEARS.0, to_year: YEARS.1, source: read(SOURCE).to_owned(), days }
}

/// What is known of the holidays of a plan: its own table, else that of its country; `None` = nothing.
pub fn of_plan(plan: &Plan, read: Reading) -> Option<Holidays> {
    plan.holidays.clone().or_else(|| (plan.time_zone == TIME_ZONE).then(|| korea(read)))
}
