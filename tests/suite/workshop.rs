//! The subject `members` of the workshop, step by step as the page takes it.

use crate::import::{decode, encode, ministry::export};
use stagger::library::busan::Example;
use stagger::library::{Wording, population::starters::Starter};
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::Language;
use stagger::workshop::desk::Desk;
use stagger::workshop::{Block, Kind, Outcome, Panel, SUBJECTS, Step, Subject, begin};

fn plan() -> Plan {
    Example::Staggered.plan(Wording::korean)
}

fn members() -> Box<dyn Subject> {
    begin("members", plan(), &[], Language::English, decode).unwrap()
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) {
    let step = Step::Set { field: field.to_owned(), value: value.to_owned() };
    assert_eq!(subject.step(step, Language::Korean), Outcome::Shown);
}

fn take(subject: &mut dyn Subject, action: &str) -> Outcome {
    subject.step(Step::Take { action: action.to_owned() }, Language::Korean)
}

fn taken(subject: &mut dyn Subject) -> Plan {
    match take(subject, "take") {
        Outcome::Plan { plan, .. } => *plan,
        other => panic!("{other:?}"),
    }
}

fn facts(panel: &Panel) -> Vec<String> {
    let facts =
        panel.blocks.iter().filter_map(|block| if let Block::Facts(facts) = block { Some(facts) } else { None });
    facts.flatten().map(|fact| fact.value.clone()).collect()
}

#[test]
fn every_subject_that_is_named_can_be_begun() {
    for subject in SUBJECTS {
        for language in Language::ALL {
            let begun = begin(subject, plan(), &[], language, decode).unwrap();
            assert!(!begun.panel(language).title.is_empty(), "{subject}");
        }
    }
    assert!(begin("none", plan(), &[], Language::English, decode).is_none());
}

#[test]
fn an_export_becomes_the_members_with_its_own_totals() {
    let mut subject = members();
    let bytes = encode("euc-kr", &export());
    subject.step(Step::Bring { name: "인구.csv".to_owned(), bytes }, Language::Korean);
    let panel = subject.panel(Language::Korean);
    assert_eq!(&facts(&panel)[1..3], ["3개", "3개"], "{panel:#?}");
    let said = format!("{panel:?}");
    // The city of the later year is not the sum of its districts.
    assert!(said.contains("차이가 납니다") && said.contains("CP949"), "{said}");
    let english = format!("{:?}", subject.panel(Language::English));
    assert!(english.contains("a difference of") && english.contains("people twice"), "{english}");
    let plan = taken(subject.as_mut());
    let sum = [[372, 644, 9], [2035, 3163, 18], [7001, 10_101, 29]].map(|row| row.iter().sum::<u64>() + 9);
    let counted: Vec<u64> = plan.members.counts.iter().map(|row| row.iter().sum()).collect();
    assert_eq!(counted, sum);
    assert!(plan.sources.get("/members/counts").unwrap().text.contains("인구.csv"));
    assert!(CheckedPlan::new(std::sync::Arc::new(plan)).is_ok());
}

#[test]
fn starter_tables_have_everybody_and_scale_to_the_person() {
    for (at, (starter, people, regions)) in
        [(Starter::Busan, 3_303_295, 16), (Starter::Seoul, 9_355_332, 25), (Starter::Provinces, 51_200_910, 17)]
            .into_iter()
            .enumerate()
    {
        assert_eq!(Starter::ALL[at], starter);
        let mut subject = members();
        take(subject.as_mut(), &format!("starter-{at}"));
        let about = format!("{:?}", members().panel(Language::Korean));
        let figure = stagger::text::format::integer(people as f64);
        assert!(about.contains(&figure), "the offer says {figure}");
        set(subject.as_mut(), "total", "900,000");
        set(subject.as_mut(), "from-age", "15");
        let scaled = taken(subject.as_mut());
        assert_eq!((scaled.members.total(), scaled.members.regions.len()), (900_000, regions));
        assert_eq!(scaled.members.ages[0].from, 15);
        let mut subject = members();
        take(subject.as_mut(), &format!("starter-{at}"));
        assert_eq!(taken(subject.as_mut()).members.total(), people);
    }
}

#[test]
fn cohorts_that_fit_stay_and_others_are_made_anew() {
    let old = plan();
    let mut subject = members();
    take(subject.as_mut(), "starter-0");
    set(subject.as_mut(), "from-age", "15");
    set(subject.as_mut(), "total", "900000");
    let new = taken(subject.as_mut());
    let bands = |plan: &Plan| plan.members.ages.iter().map(|band| band.from).collect::<Vec<_>>();
    assert_eq!(bands(&new), [15, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    let mut subject = members();
    take(subject.as_mut(), "starter-0");
    set(subject.as_mut(), "bands", "plan");
    let same = taken(subject.as_mut());
    assert_eq!((&same.cohorts, &same.windows, bands(&same)), (&old.cohorts, &old.windows, bands(&old)));
    assert_eq!(same.members.total(), 2_962_930);
    let mut subject = members();
    take(subject.as_mut(), "starter-0");
    let said = format!("{:?}", subject.panel(Language::Korean));
    assert!(said.contains("bands-of-plan"), "{said}");
    take(subject.as_mut(), "bands-of-plan");
    let said = format!("{:?}", subject.panel(Language::Korean));
    assert!(said.contains("340,365명은 세지 않습니다") && !said.contains("bands-of-plan"), "{said}");
    assert_eq!(taken(subject.as_mut()), same);
    let mut subject = members();
    set(subject.as_mut(), "paste", "region\t0-19\t20-64\t65+\nNorth\t10\t20\t30\nSouth\t40\t50\t60\n");
    let new = taken(subject.as_mut());
    assert_eq!((new.cohorts.len(), new.members.total()), (2, 210));
    let invited: Vec<usize> =
        new.windows.iter().filter(|window| !window.catch_up).flat_map(|window| window.cohorts.clone()).collect();
    assert_eq!(invited, [0, 1]);
    assert!(old.windows.len() > new.windows.len());
}

#[test]
fn years_of_birth_ask_for_the_year_of_the_table() {
    let mut subject = members();
    set(subject.as_mut(), "paste", "region\tborn 1950-1959\tborn 1960-1969\nNorth\t10\t20\nSouth\t40\t50\n");
    let named = |subject: &dyn Subject| {
        let panel = subject.panel(Language::English);
        panel.fields().into_iter().map(|field| (field.name.clone(), field.fault.is_some())).collect::<Vec<_>>()
    };
    assert!(named(subject.as_ref()).contains(&("year".to_owned(), false)), "{:#?}", subject.panel(Language::English));
    set(subject.as_mut(), "year", "20x4");
    assert!(named(subject.as_ref()).contains(&("year".to_owned(), true)));
    set(subject.as_mut(), "year", "2024");
    let ages: Vec<(u32, u32)> = taken(subject.as_mut()).members.ages.iter().map(|band| (band.from, band.to)).collect();
    assert_eq!(ages, [(55, 64), (65, 74)]);
    // A table of ages asks for none.
    set(subject.as_mut(), "paste", "region\t0-19\t20+\nNorth\t10\t20\nSouth\t40\t50\n");
    assert!(named(subject.as_ref()).iter().all(|(name, _)| name != "year" && name != "period"));
}

#[test]
fn what_cannot_be_used_is_said_beside_its_field_and_nothing_is_taken() {
    let mut subject = members();
    set(subject.as_mut(), "paste", "region\t0-19\t20-64\t65+\nNorth\t10\t20\t30\nSouth\t40\t50\t60\n");
    for (field, value) in [("total", "many"), ("from-age", "30"), ("share-0", "101")] {
        set(subject.as_mut(), field, value);
        let panel = subject.panel(Language::English);
        let faulty: Vec<&str> =
            panel.fields().into_iter().filter(|each| each.fault.is_some()).map(|each| each.name.as_str()).collect();
        assert_eq!(faulty, [field]);
        assert_eq!(take(subject.as_mut(), "take"), Outcome::Shown);
        set(subject.as_mut(), field, "");
    }
    set(subject.as_mut(), "paste", "name,phone\nKim,010-1234-5678\nLee,010-2345-6789\n");
    assert!(format!("{:?}", subject.panel(Language::Korean)).contains("명부는 받지 않습니다"));
}

#[test]
fn closing_loses_nothing_and_starting_over_forgets() {
    let mut desk = Desk::new(decode);
    let text = stagger::wire::plan_file::write(&plan());
    let other = stagger::wire::plan_file::write(&Plan { title: "2".to_owned(), ..plan() });
    let empty = desk.handle(&["begin", "members", &text, "ko"], &[]).unwrap();
    let shown = desk.handle(&["take", "starter-0"], &[]).unwrap();
    assert_ne!(empty, shown);
    assert_eq!(desk.handle(&["begin", "members", &other, "ko"], &[]).unwrap(), shown);
    assert_eq!(desk.handle(&["anew"], &[]).unwrap(), empty);
    assert!(desk.handle(&["nonsense"], &[]).is_none());
}

#[test]
fn what_a_column_holds_can_be_chosen_and_what_leaves_nothing_is_taken_back() {
    let mut subject = members();
    set(subject.as_mut(), "paste", "branch\tgroup\t0-19\t20-64\t65+\nNorth\tA\t10\t20\t30\nSouth\tB\t40\t50\t60\n");
    let roles = |subject: &dyn Subject, column: usize| {
        let panel = subject.panel(Language::English);
        let field = panel.fields().into_iter().find(|field| field.name == format!("column-{column}")).unwrap().clone();
        match field.kind {
            Kind::Choice { options, taken, is_guessed } => (options, taken, is_guessed),
            other => panic!("{other:?}"),
        }
    };
    let choose = |subject: &mut dyn Subject, column: usize, role: &str| {
        let (options, ..) = roles(subject, column);
        let (value, _) = options.into_iter().find(|(_, label)| label == role).unwrap();
        set(subject, &format!("column-{column}"), &value);
        let (options, taken, is_guessed) = roles(subject, column);
        assert!(options.iter().any(|(value, _)| *value == taken));
        (options.into_iter().find(|(value, _)| *value == taken).unwrap().1, is_guessed)
    };
    assert!(roles(subject.as_ref(), 0).2);
    assert_eq!(choose(subject.as_mut(), 0, "not used"), ("not used".to_owned(), false));
    assert_eq!(choose(subject.as_mut(), 1, "regions"), ("regions".to_owned(), false));
    assert_eq!(choose(subject.as_mut(), 4, "not used"), ("not used".to_owned(), false));
    let members = taken(subject.as_mut()).members;
    let names: Vec<&str> = members.regions.iter().map(|region| region.name.as_str()).collect();
    assert_eq!((names, members.counts.clone()), (vec!["A", "B"], vec![vec![10, 20], vec![40, 50]]));
    assert_eq!(choose(subject.as_mut(), 3, "not used"), ("not used".to_owned(), false));
    // The last column with people.
    assert_eq!(choose(subject.as_mut(), 2, "not used"), ("people".to_owned(), true));
    let panel = format!("{:?}", subject.panel(Language::English));
    assert!(panel.contains("that choice was taken back"), "{panel}");
    set(subject.as_mut(), "total", "1,000");
    assert!(!format!("{:?}", subject.panel(Language::English)).contains("that choice was taken back"));
    assert_eq!(taken(subject.as_mut()).members.total(), 1_000);
}
