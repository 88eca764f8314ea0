//! The subject `cohorts` of the workshop, step by step as the page takes them.

use std::sync::Arc;

use crate::import::decode;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::cut::cut;
use stagger::plan::limits::COHORTS_MAX;
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{AgeBand, Plan, Region, check};
use stagger::staging::balance::{Balance, expected_starters};
use stagger::staging::cohorts::adopt::ordinary_windows;
use stagger::text::Language;
use stagger::wire::{link, plan_file};
use stagger::workshop::desk::Desk;
use stagger::workshop::{Block, Outcome, Panel, Step, Subject, Table, begin};

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn subject(plan: Plan, fields: &[(&str, &str)]) -> Box<dyn Subject> {
    let mut subject = begin("cohorts", plan, &[], Language::English, decode).unwrap();
    for (field, value) in fields {
        let panel = subject.panel(Language::English);
        assert!(panel.fields().iter().any(|known| known.name == *field), "no field {field}");
        let step = Step::Set { field: (*field).to_owned(), value: (*value).to_owned() };
        assert_eq!(subject.step(step, Language::English), Outcome::Shown);
    }
    subject
}

fn take(subject: &mut dyn Subject, action: &str) -> Outcome {
    subject.step(Step::Take { action: action.to_owned() }, Language::English)
}

fn offers(panel: &Panel, action: &str) -> bool {
    panel.actions.iter().any(|known| known.name == action)
}

fn taken(subject: &mut dyn Subject) -> Plan {
    let panel = subject.panel(Language::English);
    assert!(offers(&panel, "take"), "{panel:#?}");
    match take(subject, "take") {
        Outcome::Plan { plan, word } => {
            assert!(!word.is_empty());
            assert!(check(&plan, &NoTimeZones).iter().all(|issue| !issue.is_error()));
            *plan
        }
        other => panic!("{other:?}"),
    }
}

fn made(fields: &[(&str, &str)]) -> Plan {
    taken(subject(plan(), fields).as_mut())
}

fn said(subject: &dyn Subject, language: Language) -> String {
    format!("{:?}", subject.panel(language))
}

fn faulty(subject: &dyn Subject) -> Vec<String> {
    let panel = subject.panel(Language::Korean);
    panel.fields().into_iter().filter(|field| field.fault.is_some()).map(|field| field.name.clone()).collect()
}

fn table(panel: &Panel) -> &Table {
    panel.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).unwrap()
}

/// Everybody is in one cohort, and the table says how many are in each.
fn everybody_once(plan: &Plan) -> Vec<u64> {
    let cut = cut(plan);
    assert_eq!((cut.in_no_cohort, cut.covered_twice), (0, 0));
    let people: Vec<u64> = cut.cohorts.iter().map(|cohort| cohort.total).collect();
    assert_eq!(people.iter().sum::<u64>(), plan.members.total());
    people
}

#[test]
fn whatever_the_rule_its_cohorts_add_up_to_the_members() {
    for regions in ["each", "together"] {
        for ages in ["bands", "tens", "together", "typed"] {
            for (digits, times) in
                [("none", 1), ("year-pairs", 5), ("year-odd-even", 2), ("days", 10), ("day-odd-even", 2)]
            {
                let mut fields = vec![("regions", regions), ("ages", ages), ("digits", digits)];
                if ages == "typed" {
                    fields.push(("groups", "15-39, 40-59"));
                }
                let mut subject = subject(plan(), &fields);
                let panel = subject.panel(Language::English);
                let rows = &table(&panel).rows;
                if !offers(&panel, "take") {
                    // The example has the cohorts of this rule already.
                    assert_eq!((regions, digits), ("each", "none"));
                    assert!(ages == "bands" || ages == "tens");
                    continue;
                }
                let made = taken(subject.as_mut());
                let people = everybody_once(&made);
                let expect = if regions == "each" { 16 } else { 1 }
                    * match ages {
                        "together" => 1,
                        "typed" => 3,
                        _ => 7,
                    }
                    * times;
                assert_eq!((made.cohorts.len(), rows.len()), (expect, expect), "{fields:?}");
                for ((row, cohort), people) in rows.iter().zip(made.cohorts.iter()).zip(people) {
                    assert_eq!(row.cells[0], cohort.name);
                    assert_eq!(row.cells[2].replace(',', ""), people.to_string());
                }
            }
        }
    }
}

#[test]
fn people_are_told_apart_as_they_know_themselves() {
    let rows = |fields: &[(&str, &str)], language| {
        let panel = subject(plan(), fields).panel(language);
        table(&panel).rows.iter().map(|row| format!("{} = {}", row.cells[0], row.cells[1])).collect::<Vec<_>>()
    };
    let pairs = [("digits", "year-pairs")];
    let english = rows(&pairs, Language::English);
    assert_eq!(english[0], "Jung-gu 15-19 · year 1·6 = Jung-gu, born 2006");
    assert_eq!(english[5], "Jung-gu 20-29 · year 1·6 = Jung-gu, born 1996 or 2001");
    assert_eq!(english[30], "Jung-gu 70+ · year 1·6 = Jung-gu, born 1952 or earlier, year of birth ending in 1 or 6");
    let korean = rows(&pairs, Language::Korean);
    assert_eq!(korean[5], "Jung-gu 20-29 · 출생연도 1·6 = Jung-gu, 1996·2001년생");
    assert_eq!(korean[30], "Jung-gu 70+ · 출생연도 1·6 = Jung-gu, 1952년생 또는 그 이전, 출생연도 끝자리 1 또는 6");
    let together = [("regions", "together"), ("ages", "typed"), ("groups", "20-49, 50+"), ("digits", "day-odd-even")];
    let english = rows(&together, Language::English);
    assert_eq!(
        english[2..5],
        [
            "20–49 · day odd = all regions, born 1973 to 2002, day of birth ending in an odd digit",
            "20–49 · day even = all regions, born 1973 to 2002, day of birth ending in an even digit",
            "50+ · day odd = all regions, born 1972 or earlier, day of birth ending in an odd digit",
        ]
    );
    assert_eq!(
        rows(&together, Language::Korean)[3],
        "20–49세 · 생일(일) 짝수 = 모든 지역, 1973–2002년생, 생일(일) 끝자리 짝수"
    );
}

#[test]
fn priority_and_assisted_groups_are_taken_out_first() {
    let made = made(&[
        ("ages", "together"),
        ("priority-ages", "6"),
        ("priority-regions", "0 1"),
        ("priority-each", "true"),
        ("assisted-ages", "6"),
    ]);
    everybody_once(&made);
    let names: Vec<&str> = made.cohorts.iter().take(4).map(|cohort| cohort.name.as_str()).collect();
    assert_eq!(names[..2], ["Priority Jung-gu 70+", "Priority Seo-gu 70+"]);
    assert!(names[2].starts_with("Assisted Dong-gu, Yeongdo-gu"), "{names:?}");
    assert!(made.cohorts.iter().skip(3).all(|cohort| cohort.ages.as_deref() == Some(&[0, 1, 2, 3, 4, 5])));
}

#[test]
fn evening_out_lowers_the_largest_and_keeps_everybody() {
    let ratio = |plan: &Plan| Balance::of(&expected_starters(plan)).unwrap().largest_over_mean();
    let groups = [("ages", "typed"), ("groups", "15-19, 20-29, 30-99")];
    let before = made(&groups);
    let fields = [&groups[..], &[("even", "ages"), ("count", "48")]].concat();
    let mut subject = subject(plan(), &fields);
    assert!(said(subject.as_ref(), Language::English).contains("times the mean of expected starters; without"));
    let after = taken(subject.as_mut());
    assert_eq!(after.cohorts.len(), 48);
    everybody_once(&after);
    assert!(ratio(&after) < ratio(&before) - 0.1, "{} {}", ratio(&after), ratio(&before));
    // Where every cohort is a whole cell already, nothing is made more even, and that is what is said.
    let same = self::subject(plan(), &[("ages", "together"), ("digits", "year-pairs"), ("even", "regions")]);
    let text = said(same.as_ref(), Language::English);
    assert!(text.contains("cannot be made more even this way") && !text.contains("without evening out"), "{text}");
    // What was taken out first is not joined with anybody.
    let first = [&fields[..], &[("assisted-ages", "6"), ("count", "33")]].concat();
    let with_first = made(&first);
    assert_eq!((with_first.cohorts.len(), with_first.cohorts[0].name.as_str()), (33, "Assisted 70+"));
    assert_eq!(with_first.cohorts[0].ages.as_deref(), Some(&[6][..]));
}

#[test]
fn what_cannot_be_used_is_said_beside_its_field() {
    let typed = ("ages", "typed");
    for (fields, expect, said_in) in [
        (&[typed][..], "groups", "15-29"),
        (&[typed, ("groups", "young")], "groups", "young"),
        (&[typed, ("groups", "15-24")], "groups", "20-29"),
        (&[typed, ("groups", "15-39, 30-49")], "groups", "30-39"),
        (&[("even", "ages"), ("count", "many")], "count", "2,500"),
        (&[("even", "ages"), ("count", "2501")], "count", "2,500"),
        (&[("even", "ages"), ("count", "15")], "count", "16"),
        (&[("even", "regions"), ("count", "113")], "count", "112"),
    ] {
        let mut subject = subject(plan(), fields);
        assert_eq!(faulty(subject.as_ref()), [expect], "{fields:?}");
        for language in [Language::Korean, Language::English] {
            let panel = subject.panel(language);
            let fault = panel.fields().into_iter().find_map(|field| field.fault.clone()).unwrap();
            assert!(fault.contains(said_in), "{fields:?} {fault}");
            assert!(!offers(&panel, "take"));
        }
        assert_eq!(take(subject.as_mut(), "take"), Outcome::Shown);
    }
}

#[test]
fn nobody_is_moved_and_cohorts_without_a_window_are_named() {
    let start = plan();
    let mut subject = subject(start.clone(), &[("ages", "together")]);
    let panel = said(subject.as_ref(), Language::English);
    let made = taken(subject.as_mut());
    let windows = ordinary_windows(&made);
    let waiting = windows.iter().filter(|window| window.is_none()).count();
    assert!(waiting > 0 && panel.contains(&format!("Cohorts without a window: {waiting} (Seo-gu")), "{panel}");
    assert!(panel.contains("Make by rule…"));
    for (new, window) in made.cohorts.iter().zip(&windows) {
        let old = start.cohorts.iter().enumerate().filter(|(_, old)| old.regions == new.regions);
        let old: Vec<Option<usize>> = old.map(|(at, _)| ordinary_windows(&start)[at]).collect();
        assert!(window.is_none() || old.iter().all(|old| old == window));
    }
    // On request they are spread over the windows that are there, and all have one.
    let dealt = self::made(&[("ages", "together"), ("windows", "deal")]);
    assert!(ordinary_windows(&dealt).iter().all(Option::is_some));
}

#[test]
fn a_catch_up_window_is_offered_where_there_is_none() {
    let mut start = plan();
    Arc::make_mut(&mut start.windows).retain(|window| !window.catch_up);
    let made = taken(subject(start.clone(), &[("catch-up", "true")]).as_mut());
    assert_eq!((made.windows.len(), made.cohorts.len()), (start.windows.len() + 1, start.cohorts.len()));
    let last = made.windows.last().unwrap();
    assert!(last.catch_up && last.cohorts.len() == made.cohorts.len());
    let before = start.windows.iter().map(|window| window.closes).max().unwrap();
    assert_eq!(last.opens.date(), before.date().plus_days(1));
    let with_one = subject(made, &[]).panel(Language::English);
    assert!(with_one.fields().iter().all(|field| field.name != "catch-up"));
}

#[test]
fn split_and_merged_again_it_is_the_same_people() {
    for (axis, pieces) in [("year-digit", 10), ("day-digit", 10)] {
        let start = plan();
        let cut_before = everybody_once(&start);
        let split = taken(subject(start.clone(), &[("task", "split"), ("cohort", "20"), ("axis", axis)]).as_mut());
        assert_eq!(split.cohorts.len(), start.cohorts.len() + pieces - 1, "{axis}");
        let people = everybody_once(&split);
        assert_eq!(people[20..20 + pieces].iter().sum::<u64>(), cut_before[20]);
        // The pieces stay where the whole was.
        let (before, after) = (ordinary_windows(&start), ordinary_windows(&split));
        assert!(after[20..20 + pieces].iter().all(|window| *window == before[20]));
        let ticks = (20..20 + pieces).map(|at| at.to_string()).collect::<Vec<_>>().join(" ");
        let merged = taken(
            subject(split, &[("task", "merge"), ("which", &ticks), ("merged-name", &start.cohorts[20].name)]).as_mut(),
        );
        assert_eq!(merged, start);
    }
}

#[test]
fn splitting_by_region_and_age_and_what_cannot_be_split() {
    let whole = made(&[("regions", "together"), ("ages", "together")]);
    assert_eq!((whole.cohorts.len(), whole.cohorts[0].name.as_str()), (1, "Everybody"));
    for (axis, pieces) in [("region", 16), ("age", 7)] {
        let split = taken(subject(whole.clone(), &[("task", "split"), ("axis", axis)]).as_mut());
        assert_eq!(split.cohorts.len(), pieces);
        everybody_once(&split);
    }
    let mut single = plan();
    let cohort = &mut Arc::make_mut(&mut single.cohorts)[0];
    cohort.birth_year_digits = Some(vec![6]);
    cohort.birth_day_digits = Some(vec![1]);
    let subject = subject(single, &[("task", "split"), ("cohort", "0")]);
    assert!(!offers(&subject.panel(Language::English), "take"));
    assert!(said(subject.as_ref(), Language::English).contains("nothing to split"));
    assert!(said(subject.as_ref(), Language::Korean).contains("더 쪼갤 수 없습니다"));
}

#[test]
fn a_merge_that_is_no_rule_is_refused_and_the_missing_ones_are_offered() {
    // Jung-gu 15-19 and Seo-gu 20-29: a rule for both takes in two more.
    let mut subject = subject(plan(), &[("task", "merge"), ("which", "0 8")]);
    let english = said(subject.as_ref(), Language::English);
    assert!(english.contains("cannot be one cohort") && english.contains("Jung-gu 20-29, Seo-gu 15-19"), "{english}");
    let korean = said(subject.as_ref(), Language::Korean);
    assert!(korean.contains("하나로 합칠 수 없습니다") && korean.contains("한 가지만 다른"), "{korean}");
    assert!(!offers(&subject.panel(Language::Korean), "take"));
    assert_eq!(take(subject.as_mut(), "take"), Outcome::Shown);
    assert_eq!(take(subject.as_mut(), "tick-also"), Outcome::Shown);
    let before = everybody_once(&plan());
    let merged = taken(subject.as_mut());
    let people = everybody_once(&merged);
    assert_eq!((merged.cohorts.len(), people[0]), (109, before[0] + before[1] + before[7] + before[8]));
    assert_eq!(merged.cohorts[0].name, "Jung-gu, Seo-gu 15–29");
    let alone = self::subject(plan(), &[("task", "merge"), ("which", "3")]);
    assert!(said(alone.as_ref(), Language::English).contains("Tick two"));
    assert!(said(alone.as_ref(), Language::Korean).contains("둘 이상"));
}

/// A plan of so many regions and single years from 20 on.
fn large(regions: usize, ages: u32) -> Plan {
    let mut plan = plan();
    let members = Arc::make_mut(&mut plan.members);
    members.regions = (0..regions).map(|at| Region { name: format!("R{at}"), code: None }).collect();
    members.ages = (20..20 + ages).map(|age| AgeBand { name: age.to_string(), from: age, to: age }).collect();
    members.counts = vec![vec![1_000; ages as usize]; regions];
    plan
}

#[test]
fn more_cohorts_than_a_plan_may_have_are_refused_with_the_next_step() {
    // 2,501 = 61 x 41.
    let mut subject = subject(large(61, 41), &[]);
    for (language, words) in [(Language::English, "2,501 cohorts"), (Language::Korean, "2,501개로")] {
        let panel = subject.panel(language);
        assert!(!offers(&panel, "take"));
        let text = format!("{panel:?}");
        assert!(text.contains(words) && text.contains("2,500"), "{text}");
    }
    assert_eq!(take(subject.as_mut(), "take"), Outcome::Shown);
    let full = taken(self::subject(large(50, 50), &[]).as_mut());
    assert_eq!(full.cohorts.len(), COHORTS_MAX);
    // Among thousands a few are offered at a time, found by name; one more is too many.
    let mut subject = self::subject(full, &[("task", "split"), ("find", "r49 69")]);
    assert!(said(subject.as_ref(), Language::English).contains("2,509 cohorts"));
    let panel = subject.panel(Language::English);
    let names = panel.fields().iter().map(|field| field.name.clone()).collect::<Vec<_>>();
    assert_eq!(names, ["task", "find", "cohort", "axis"]);
    subject.step(Step::Set { field: "find".to_owned(), value: "nowhere".to_owned() }, Language::English);
    assert_eq!(faulty(subject.as_ref()), ["find"]);
}

#[test]
fn single_years_of_birth_make_no_cohort_of_a_digit_that_they_lack() {
    let plan = large(1, 10);
    let made = taken(subject(plan, &[("digits", "year-pairs")]).as_mut());
    // Ten single ages have one digit each.
    assert_eq!(made.cohorts.len(), 10);
    assert!(everybody_once(&made).iter().all(|people| *people == 1_000));
}

#[test]
fn a_plan_without_members_says_what_to_do_first() {
    let mut start = plan();
    Arc::make_mut(&mut start.members).counts.iter_mut().flatten().for_each(|people| *people = 0);
    let subject = subject(start, &[]);
    assert!(said(subject.as_ref(), Language::English).contains("Bring a table"));
    assert!(!offers(&subject.panel(Language::Korean), "take"));
}

#[test]
fn what_was_made_is_saved_and_begun_anew_after_it_was_taken_back() {
    let made = made(&[("digits", "days")]);
    assert_eq!(plan_file::read(&plan_file::write(&made)).unwrap(), made);
    assert_eq!(link::decode(&link::encode(&made)).unwrap(), made);
    let mut desk = Desk::new(decode);
    let text = plan_file::write(&plan());
    let shown = desk.handle(&["begin", "cohorts", &text, "ko"], &[]).unwrap();
    assert!(shown.plan.is_none());
    desk.handle(&["set", "digits", "days"], &[]).unwrap();
    let answer = desk.handle(&["take", "take"], &[]).unwrap();
    let (after, is_new) = answer.plan.unwrap();
    assert!(!is_new && !answer.word.is_empty());
    assert_eq!(plan_file::read(&after).unwrap().cohorts.len(), 1_120);
    let again = desk.handle(&["begin", "cohorts", &text, "ko"], &[]).unwrap();
    assert_eq!(again.shown, shown.shown);
}
