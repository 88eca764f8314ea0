//! Calendar remarks: Korea's holidays of named years, the reasons of each day, and what is not known.

use stagger::clock::CivilDate;
use stagger::library::busan::staggered;
use stagger::library::holidays::{YEARS, korea, of_plan};
use stagger::library::{Reading, Wording};
use stagger::plan::{Holiday, Holidays, Plan};
use stagger::staging::calendar::{Reason, reasons, remarks};

fn day(text: &str) -> CivilDate {
    CivilDate::parse(text).unwrap()
}

fn check(text: &str, expect: &[Reason]) {
    assert_eq!(reasons(day(text), Some(&korea(Wording::english))), expect, "{text}");
}

#[test]
fn the_table_has_every_holiday_of_its_years_once_in_order() {
    let languages: [Reading; 2] = [Wording::korean, Wording::english];
    for read in languages {
        let table = korea(read);
        assert_eq!((table.from_year, table.to_year), YEARS);
        assert!(table.days.windows(2).all(|pair| pair[0].date < pair[1].date));
        assert!(table.days.iter().all(|holiday| table.knows(holiday.date) && !holiday.name.is_empty()));
        let of_year = |year: i32| table.days.iter().filter(|holiday| holiday.date.year() == year).count();
        assert_eq!([2022, 2023, 2024, 2025, 2026, 2027].map(of_year), [19, 18, 19, 19, 22, 24]);
        assert_eq!(table.days.len(), include_str!("../../src/library/holidays/korea.csv").lines().count());
    }
}

/// By the law itself, instead of the table: days that are the same every year, and substitutes for those that fell on
/// a weekend.
#[test]
fn fixed_days_are_there_every_year_and_national_days_on_a_weekend_have_a_substitute() {
    let table = korea(Wording::korean);
    for year in YEARS.0..=YEARS.1 {
        for fixed in ["01-01", "03-01", "05-05", "06-06", "08-15", "10-03", "10-09", "12-25"] {
            assert!(table.on(day(&format!("{year}-{fixed}"))).is_some(), "{year}-{fixed}");
        }
        for (national, since) in
            [("03-01", 2022), ("05-05", 2022), ("08-15", 2022), ("10-03", 2022), ("10-09", 2022), ("12-25", 2023)]
        {
            let date = day(&format!("{year}-{national}"));
            if year >= since && date.weekday() >= 5 {
                let monday = date.plus_days(7 - i64::try_from(date.weekday()).unwrap());
                assert!(table.on(monday).is_some_and(|holiday| holiday.name.contains("대체")), "{date}");
            }
        }
    }
    let lunar = ["2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-07"];
    let chuseok = ["2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25", "2027-09-15"];
    for (name, dates) in [("설날", lunar), ("추석", chuseok)] {
        for date in dates.map(day) {
            assert_eq!(table.on(date).map(|holiday| holiday.name.as_str()), Some(name), "{date}");
            for beside in [-1, 1] {
                assert!(table.on(date.plus_days(beside)).is_some_and(|holiday| holiday.name.contains(name)), "{date}");
            }
        }
    }
}

#[test]
fn each_day_has_its_reasons() {
    let name = |text: &str| text.to_owned();
    check("2022-04-01", &[Reason::FirstOfMonth, Reason::Friday]);
    check("2022-04-05", &[]);
    check("2022-04-09", &[Reason::Weekend]);
    check("2022-05-04", &[Reason::BeforeHoliday(name("Children's Day"))]);
    check("2022-05-05", &[Reason::Holiday(name("Children's Day"))]);
    check("2022-05-06", &[Reason::Friday, Reason::AfterHoliday(name("Children's Day"))]);
    check("2022-06-01", &[Reason::FirstOfMonth, Reason::Holiday(name("Local elections"))]);
    check(
        "2024-10-02",
        &[
            Reason::BeforeHoliday(name("National Foundation Day")),
            Reason::AfterHoliday(name("Armed Forces Day (temporary holiday)")),
        ],
    );
    check("2028-05-04", &[Reason::NotKnown]);
    // The day after is of a year that the table does not have.
    check("2027-12-31", &[Reason::Friday, Reason::NotKnown]);
    check(
        "2022-01-01",
        &[Reason::FirstOfMonth, Reason::Weekend, Reason::Holiday(name("New Year's Day")), Reason::NotKnown],
    );
    assert_eq!(reasons(day("2022-05-03"), None), [Reason::NotKnown]);
}

#[test]
fn remarks_are_on_days_with_windows_alone_and_count_whom_they_meet() {
    let plan = staggered(Wording::english);
    let table = of_plan(&plan, Wording::english);
    let found = remarks(&plan, &plan.windows, table.as_ref());
    assert_eq!(found[0].day, plan.first_day);
    assert_eq!(found[0].reasons, [Reason::FirstOfMonth, Reason::Friday]);
    let opening = plan.windows.iter().filter(|window| window.opens.date() == plan.first_day).count();
    assert_eq!(found[0].windows.len(), opening);
    assert!(found[0].starters > 0.0);
    assert_eq!(remarks(&plan, &[], table.as_ref()), []);
    let mut over_midnight = plan.windows[0].clone();
    over_midnight.opens = plan.first_day.plus_days(1).midnight().plus_seconds(80_000);
    over_midnight.closes = over_midnight.opens.plus_seconds(20_000);
    let found = remarks(&plan, &[over_midnight], table.as_ref());
    let days: Vec<(CivilDate, bool)> = found.iter().map(|remark| (remark.day, remark.starters > 0.0)).collect();
    assert_eq!(days, [(plan.first_day.plus_days(1), true), (plan.first_day.plus_days(2), false)]);
}

#[test]
fn a_plan_has_its_own_table_or_that_of_its_country() {
    let plan = staggered(Wording::english);
    assert_eq!(of_plan(&plan, Wording::english), Some(korea(Wording::english)));
    let abroad = Plan { time_zone: "Europe/Vienna".to_owned(), ..plan.clone() };
    assert_eq!(of_plan(&abroad, Wording::english), None);
    let days = vec![Holiday { date: day("2022-04-04"), name: "Fair".to_owned() }];
    let own = Holidays { from_year: 2022, to_year: 2022, source: String::new(), days };
    let edited = Plan { holidays: Some(own.clone()), ..abroad };
    assert_eq!(of_plan(&edited, Wording::english), Some(own));
}
