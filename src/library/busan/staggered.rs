//! A staggered plan that can be announced in one sentence: your district tells the day, your age tells the hour.
//!
//! The old service hands over its data until Friday 14:00, so nothing can open earlier. Jung-gu, the smallest
//! district, goes first on that afternoon, as the pilot on which those who ignore their window also land. The
//! other fifteen follow on four days in groups of about the same size, each day in six windows of two hours by
//! age: the oldest first, with the day before them; the largest ages before noon, while few of the earlier are
//! still on their way; the working ages in the evening. Every cell is a cohort of its own, so that any can be moved.

use std::sync::Arc;

use super::{assumptions, common, on};
use crate::library::{Reading, Wording};
use crate::plan::{Cohort, Membership, Plan, Window};
use crate::units::Share;

/// Length of the horizon [days]: Friday's pilot, four days, and one for the last to finish.
const DAYS: u32 = 6;
/// Length of a window [h].
const WINDOW_HOURS: i64 = 2;
/// Opening of the pilot: Friday, 14:00.
const PILOT: (u8, i64) = (1, 14);
const PILOT_DISTRICT: &str = "2611000000";

/// Districts of a day of April, by code.
#[rustfmt::skip]
const DISTRICT_DAYS: [(u8, &[&str]); 4] = [
    // Seo, Buk, Saha, Gangseo
    (2, &["2614000000", "2632000000", "2638000000", "2644000000"]),
    // Haeundae, Geumjeong, Suyeong
    (3, &["2635000000", "2641000000", "2650000000"]),
    // Yeongdo, Busanjin, Yeonje, Gijang
    (4, &["2620000000", "2623000000", "2647000000", "2671000000"]),
    // Dong, Dongnae, Nam, Sasang
    (5, &["2617000000", "2626000000", "2629000000", "2653000000"]),
];

/// Opening hours of a day with the youngest age of the bands invited.
const AGE_HOURS: [(i64, &[u32]); 6] = [(9, &[70]), (11, &[60]), (13, &[50]), (15, &[15, 20]), (17, &[40]), (19, &[30])];

/// Share of the members who come at the first opening instead of their own.
const IGNORE_WINDOW_SHARE: f64 = 0.03;

/// 112 cohorts, one per district and age band, in 25 windows over five days.
pub fn staggered(read: Reading) -> Plan {
    let title = Wording::new("구별로 날을, 나이로 시간을 나눈 계획", "District tells the day, age tells the hour");
    let mut plan = common(title, DAYS, read);
    plan.cohorts = Arc::new(one_per_cell(&plan.members));
    plan.windows = Arc::new(windows(&plan.members));
    plan.arrivals.ignore_window_share = Share::new(IGNORE_WINDOW_SHARE);
    assumptions::add(&mut plan, assumptions::COMMON, read);
    assumptions::add(&mut plan, assumptions::STAGGERED, read);
    plan
}

/// Region by region, age by age.
fn one_per_cell(members: &Membership) -> Vec<Cohort> {
    let mut cohorts = Vec::new();
    for (region, region_entry) in members.regions.iter().enumerate() {
        for (age, band) in members.ages.iter().enumerate() {
            let name = format!("{} {}", region_entry.name, band.name);
            cohorts.push(Cohort { regions: Some(vec![region]), ages: Some(vec![age]), ..Cohort::everyone(&name) });
        }
    }
    cohorts
}

fn windows(members: &Membership) -> Vec<Window> {
    let (pilot_day, pilot_hour) = PILOT;
    let all_ages: Vec<u32> = members.ages.iter().map(|band| band.from).collect();
    let mut windows = vec![window(members, pilot_day, pilot_hour, &[PILOT_DISTRICT], &all_ages)];
    for (day, districts) in DISTRICT_DAYS {
        windows.extend(AGE_HOURS.iter().map(|&(hour, ages)| window(members, day, hour, districts, ages)));
    }
    windows
}

fn window(members: &Membership, day: u8, hour: i64, districts: &[&str], ages: &[u32]) -> Window {
    let invited = |cohort: &usize| {
        let (region, age) = (cohort / members.ages.len(), cohort % members.ages.len());
        let code = members.regions[region].code.as_deref();
        code.is_some_and(|code| districts.contains(&code)) && ages.contains(&members.ages[age].from)
    };
    Window {
        opens: on(day, hour),
        closes: on(day, hour + WINDOW_HOURS),
        cohorts: (0..members.regions.len() * members.ages.len()).filter(invited).collect(),
        catch_up: false,
        show_up: None,
        closes_hard: false,
    }
}
