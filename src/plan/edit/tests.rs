//! Edits one by one, what follows them, and random sequences taken back by undo.

use std::sync::Arc;

use super::*;
use crate::clock::CivilDate;
use crate::plan::history::History;
use crate::plan::zones::NoTimeZones;
use crate::plan::{AgeBand, Cohort, Range, Region, ShowUp, WaitingRoom, check, sample};
use crate::units::{PerSecond, Seconds, Share};

fn edited(edit: PlanEdit) -> Plan {
    apply(&sample::plan(), &edit).unwrap()
}

fn pointers(plan: &Plan) -> [Vec<&str>; 4] {
    [
        plan.ranges.iter().map(|range| range.field.as_str()).collect(),
        plan.sources.keys().map(String::as_str).collect(),
        plan.entered_as.keys().map(String::as_str).collect(),
        plan.unknown.keys().map(String::as_str).collect(),
    ]
}

fn stage_edit(at: usize, field: StageField) -> PlanEdit {
    PlanEdit::Stages(StageEdit::Set { at, field })
}

fn region(name: &str) -> Region {
    Region { name: name.to_owned(), code: None }
}

#[test]
fn stages_take_their_notes_along() {
    let rate = |at: usize| format!("/journey/{at}/rate_per_s");
    let added = edited(PlanEdit::Stages(StageEdit::Add { at: 0, stage: sample::stage("First", None) }));
    assert_eq!(added.journey[0].name, "First");
    assert_eq!((added.arrivals.gate_stage, added.arrivals.eligibility_stage), (Some(2), Some(2)));
    assert_eq!(pointers(&added)[..3], [[rate(2)], [rate(2)], [rate(2)]]);
    assert_eq!(pointers(&added)[3], ["/journey/2/overload"]);

    let moved = edited(PlanEdit::Stages(StageEdit::Move { from: 1, to: 0 }));
    assert_eq!((moved.arrivals.gate_stage, pointers(&moved)[0].as_slice()), (Some(0), &[rate(0).as_str()][..]));

    let doubled = edited(PlanEdit::Stages(StageEdit::Double { at: 1 }));
    assert_eq!(doubled.journey[1], doubled.journey[2]);
    assert_eq!(pointers(&doubled)[0], [rate(1), rate(2)]);
    assert_eq!(doubled.arrivals.gate_stage, Some(1));

    let removed = edited(PlanEdit::Stages(StageEdit::Remove { at: 1 }));
    assert_eq!((removed.arrivals.gate_stage, removed.arrivals.eligibility_stage), (None, None));
    assert_eq!(pointers(&removed), [[""; 0]; 4]);
}

#[test]
fn regions_and_ages_are_followed_by_rules_counts_and_shares() {
    let added = edited(PlanEdit::Members(MembersEdit::AddRegion { at: 1, region: region("Middle") }));
    assert_eq!(added.members.counts, [vec![300, 200], vec![0, 0], vec![150, 350]]);
    assert_eq!(added.cohorts[1].regions, Some(vec![2]));

    let removed = edited(PlanEdit::Members(MembersEdit::RemoveRegion { at: 0 }));
    assert_eq!(removed.members.counts, [[150, 350]]);
    assert_eq!((removed.cohorts[0].regions.clone(), removed.cohorts[1].regions.clone()), (Some(vec![]), Some(vec![0])));

    let mut by_age = sample::plan();
    Arc::make_mut(&mut by_age.cohorts)[0].ages = Some(vec![0, 1]);
    by_age.sources.insert("/arrivals/show_up/1".to_owned(), sample::source());
    by_age.sources.insert("/members/counts/1/1".to_owned(), sample::source());
    let band = AgeBand { name: "15-19".to_owned(), from: 15, to: 19 };
    let younger = apply(&by_age, &PlanEdit::Members(MembersEdit::AddAge { at: 0, band })).unwrap();
    assert_eq!(younger.cohorts[0].ages, Some(vec![1, 2]));
    assert_eq!(younger.members.counts, [[0, 300, 200], [0, 150, 350]]);
    assert_eq!(younger.arrivals.show_up, ShowUp::ByAge([0.5, 0.5, 0.4].map(Share::new).to_vec()));
    assert!(younger.sources.contains_key("/arrivals/show_up/2") && younger.sources.contains_key("/members/counts/1/2"));
    assert_eq!(apply(&younger, &PlanEdit::Members(MembersEdit::RemoveAge { at: 0 })).unwrap(), by_age);
}

#[test]
fn windows_follow_their_cohorts() {
    let added = edited(PlanEdit::Cohorts(CohortEdit::Add { at: 0, cohort: Cohort::everyone("new") }));
    let cohorts = |plan: &Plan| plan.windows.iter().map(|window| window.cohorts.clone()).collect::<Vec<_>>();
    assert_eq!(cohorts(&added), [vec![1], vec![2], vec![1, 2]]);
    let removed = edited(PlanEdit::Cohorts(CohortEdit::Remove { at: 0 }));
    assert_eq!(cohorts(&removed), [vec![], vec![0], vec![0]]);
    let moved = edited(PlanEdit::Windows(WindowEdit::MoveCohort { cohort: 0, from: Some(0), to: Some(1) }));
    assert_eq!(cohorts(&moved), [vec![], vec![0, 1], vec![0, 1]]);
    let unassigned = edited(PlanEdit::Windows(WindowEdit::MoveCohort { cohort: 0, from: Some(0), to: None }));
    assert_eq!(cohorts(&unassigned), [vec![], vec![1], vec![0, 1]]);
}

#[test]
fn a_new_split_forgets_what_was_said_of_the_old_one() {
    let mut plan = sample::plan();
    for field in ["/windows/2/opens", "/cohorts/1/name", "/days"] {
        plan.sources.insert(field.to_owned(), sample::source());
    }
    let split = CohortEdit::Split {
        cohorts: Arc::new(vec![Cohort::everyone("all")]),
        windows: Arc::new(vec![sample::window("2022-04-01T10:00", "2022-04-01T12:00", &[0])]),
    };
    let plan = apply(&plan, &PlanEdit::Cohorts(split)).unwrap();
    assert_eq!(pointers(&plan)[1], ["/days", "/journey/1/rate_per_s"]);
    assert_eq!(check(&plan, &NoTimeZones), []);
}

#[test]
fn what_is_said_of_a_number_goes_when_the_number_does() {
    let faster = edited(stage_edit(1, StageField::Rate(Some(PerSecond::new(0.6)))));
    assert_eq!(pointers(&faster)[..3], [vec!["/journey/1/rate_per_s"], vec!["/journey/1/rate_per_s"], vec![]]);
    let unlimited = edited(stage_edit(1, StageField::Rate(None)));
    assert_eq!(pointers(&unlimited)[..3], [vec![], vec!["/journey/1/rate_per_s"], vec![]]);
    assert_eq!(check(&unlimited, &NoTimeZones), []);

    let field = "/journey/1/rate_per_s".to_owned();
    let typed = edited(PlanEdit::Several(vec![
        stage_edit(1, StageField::Rate(Some(PerSecond::new(0.6)))),
        PlanEdit::Notes(NoteEdit::EnteredAs { field: field.clone(), text: Some("36/min".to_owned()) }),
    ]));
    assert_eq!(typed.entered_as[&field], "36/min");
}

#[test]
fn the_whole_plan_moves_to_another_day() {
    let first_day = CivilDate::new(2022, 4, 11).unwrap();
    let moved = edited(PlanEdit::Header(HeaderEdit::MoveToFirstDay(first_day)));
    assert_eq!(moved.windows[2].closes, sample::at("2022-04-12T16:00"));
    assert_eq!(moved.baseline_opens, Some(sample::at("2022-04-11T14:00")));
    assert_eq!(moved.journey[1].changes[0].at, sample::at("2022-04-11T11:00"));
    let back = HeaderEdit::MoveToFirstDay(sample::plan().first_day);
    assert_eq!(apply(&moved, &PlanEdit::Header(back)).unwrap(), sample::plan());
}

#[test]
fn entries_that_do_not_exist_are_refused_and_nothing_happens() {
    let no_such = |list, index, count| Err(EditError::NoSuchEntry { list, index, count });
    let plan = sample::plan();
    assert_eq!(apply(&plan, &stage_edit(2, StageField::Rate(None))), no_such(List::Stages, 2, 2));
    let count = MembersEdit::Count { region: 0, age: 2, people: 1 };
    assert_eq!(apply(&plan, &PlanEdit::Members(count)), no_such(List::Ages, 2, 2));
    let to = WindowEdit::MoveCohort { cohort: 0, from: Some(0), to: Some(3) };
    assert_eq!(apply(&plan, &PlanEdit::Windows(to)), no_such(List::Windows, 3, 3));
    let title = PlanEdit::Header(HeaderEdit::Title("New".to_owned()));
    let several = PlanEdit::Several(vec![title, PlanEdit::Stages(StageEdit::Double { at: 9 })]);
    assert_eq!(apply(&plan, &several), no_such(List::Stages, 9, 2));
}

#[test]
fn several_edits_are_called_by_what_they_share() {
    let title = || PlanEdit::Header(HeaderEdit::Title(String::new()));
    let entered = PlanEdit::Notes(NoteEdit::EnteredAs { field: String::new(), text: None });
    assert_eq!(PlanEdit::Several(vec![title(), entered]).name(), EditName::Title);
    assert_eq!(PlanEdit::Several(vec![title(), stage_edit(0, StageField::Rate(None))]).name(), EditName::Several);
    let moved = |cohort| PlanEdit::Windows(WindowEdit::MoveCohort { cohort, from: Some(0), to: Some(1) });
    assert_eq!(PlanEdit::Several(vec![moved(0)]).name(), EditName::MoveCohort);
    let three = PlanEdit::Several(vec![moved(0), moved(1), moved(2)]).name();
    assert_eq!(three, EditName::Many(Repeated::MoveCohort, 3));
}

#[test]
fn a_cohort_in_two_halves_stays_in_its_windows() {
    let plan = sample::plan();
    let halves = Box::new([Cohort::everyone("one"), Cohort::everyone("two")]);
    let edited = edited(PlanEdit::Cohorts(CohortEdit::InTwo { at: 0, halves }));
    assert_eq!(edited.cohorts.len(), plan.cohorts.len() + 1);
    assert_eq!((&*edited.cohorts[0].name, &*edited.cohorts[1].name), ("one", "two"));
    for (before, after) in plan.windows.iter().zip(edited.windows.iter()) {
        assert_eq!(after.cohorts.contains(&0), before.cohorts.contains(&0));
        assert_eq!(after.cohorts.contains(&1), before.cohorts.contains(&0));
        assert_eq!(after.cohorts.contains(&2), before.cohorts.contains(&1));
    }
}

mod random {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::{CapacityChange, OnCapacityDrop, Source, StartersFrom, Status, Tail, TailKind};

    fn header() -> impl Strategy<Value = PlanEdit> {
        prop_oneof![
            "[a-z]{0,3}".prop_map(HeaderEdit::Title),
            "[a-z]{0,3}".prop_map(HeaderEdit::Author),
            Just(HeaderEdit::Status(Status::Approved)),
            (0u32..100).prop_map(HeaderEdit::Days),
            (-40i64..40).prop_map(|days| HeaderEdit::MoveToFirstDay(sample::plan().first_day.plus_days(days))),
            any::<u64>().prop_map(HeaderEdit::Seed),
            Just(HeaderEdit::BaselineOpens(None)),
        ]
        .prop_map(PlanEdit::Header)
    }

    fn members() -> impl Strategy<Value = PlanEdit> {
        let band = |at: usize| AgeBand { name: String::new(), from: at as u32, to: 9 };
        prop_oneof![
            (0usize..4, 0usize..4, any::<u64>()).prop_map(|(region, age, people)| MembersEdit::Count {
                region,
                age,
                people
            }),
            (0usize..4).prop_map(|at| MembersEdit::AddRegion { at, region: region("new") }),
            (0usize..4).prop_map(|at| MembersEdit::RemoveRegion { at }),
            (0usize..4).prop_map(move |at| MembersEdit::AddAge { at, band: band(at) }),
            (0usize..4).prop_map(|at| MembersEdit::RemoveAge { at }),
            (0usize..4).prop_map(|at| MembersEdit::AgeSpan { at, from: 30, to: 20 }),
        ]
        .prop_map(PlanEdit::Members)
    }

    fn split() -> impl Strategy<Value = PlanEdit> {
        let index = || 0usize..4;
        let place = || proptest::option::of(0usize..4);
        prop_oneof![
            index().prop_map(|at| PlanEdit::Cohorts(CohortEdit::Add { at, cohort: Cohort::everyone("new") })),
            index().prop_map(|at| PlanEdit::Cohorts(CohortEdit::Remove { at })),
            (index(), index()).prop_map(|(from, to)| PlanEdit::Cohorts(CohortEdit::Move { from, to })),
            index().prop_map(|at| PlanEdit::Windows(WindowEdit::Remove { at })),
            (index(), index()).prop_map(|(from, to)| PlanEdit::Windows(WindowEdit::Move { from, to })),
            (index(), place(), place()).prop_map(|(cohort, from, to)| PlanEdit::Windows(WindowEdit::MoveCohort {
                cohort,
                from,
                to
            })),
        ]
    }

    fn arrivals() -> impl Strategy<Value = PlanEdit> {
        let share = || any::<f64>().prop_map(Share::new);
        let tail = |weight| Tail { weight, kind: TailKind::Exponential { mean: Seconds::new(1.0) } };
        let row = |at: usize| StartersFrom { at: sample::at("2022-04-01T00:00"), rate: PerSecond::new(at as f64) };
        prop_oneof![
            share().prop_map(|share| ArrivalsEdit::ShowUp(ShowUp::All(share))),
            (0usize..3, share()).prop_map(|(age, share)| ArrivalsEdit::ShowUpOfAge { age, share }),
            (0usize..4, share())
                .prop_map(move |(at, share)| ArrivalsEdit::Tail(EntryEdit::Add { at, entry: tail(share) })),
            (0usize..4).prop_map(|at| ArrivalsEdit::Tail(EntryEdit::Remove { at })),
            (0usize..3).prop_map(move |at| ArrivalsEdit::StartersEntry(EntryEdit::Set { at, entry: row(at) })),
            Just(ArrivalsEdit::StartersTable(None)),
            proptest::option::of(0usize..4).prop_map(ArrivalsEdit::GateStage),
        ]
        .prop_map(PlanEdit::Arrivals)
    }

    fn stages() -> impl Strategy<Value = PlanEdit> {
        let change = |at| EntryEdit::<CapacityChange>::Add { at, entry: sample::change("2022-04-01T13:00", 2.0) };
        prop_oneof![
            (0usize..4).prop_map(|at| StageEdit::Add { at, stage: sample::stage("new", None) }),
            (0usize..4).prop_map(|at| StageEdit::Remove { at }),
            (0usize..4).prop_map(|at| StageEdit::Double { at }),
            (0usize..4, 0usize..4).prop_map(|(from, to)| StageEdit::Move { from, to }),
            (0usize..3, any::<f64>())
                .prop_map(|(at, rate)| StageEdit::Set { at, field: StageField::Rate(Some(PerSecond::new(rate))) }),
            (0usize..3).prop_map(|at| StageEdit::Set { at, field: StageField::OnCapacityDrop(OnCapacityDrop::Finish) }),
            (0usize..3, 0usize..3).prop_map(move |(at, place)| StageEdit::Change { at, edit: change(place) }),
            (0usize..3, 0usize..3)
                .prop_map(|(at, place)| StageEdit::Background { at, edit: EntryEdit::Remove { at: place } }),
        ]
        .prop_map(PlanEdit::Stages)
    }

    fn rest() -> impl Strategy<Value = PlanEdit> {
        let field = || "/(journey/[0-2]/rate_per_s|days|nowhere)";
        let source = || proptest::option::of(Just(()).prop_map(|()| sample::source()));
        let room = WaitingRoom { admit: PerSecond::new(3.0), patience: None, inside_max: None };
        prop_oneof![
            proptest::option::of(Just(room)).prop_map(|room| PlanEdit::WaitingRoom(WaitingRoomEdit::Replace(room))),
            any::<f64>().prop_map(|load| PlanEdit::Target(TargetEdit::Load(load))),
            field().prop_map(|field| PlanEdit::Notes(NoteEdit::SetRange(Range { field, low: 0.1, high: 0.2 }))),
            (field(), source())
                .prop_map(|(field, source): (_, Option<Source>)| PlanEdit::Notes(NoteEdit::Source { field, source })),
        ]
    }

    fn any_edit() -> impl Strategy<Value = PlanEdit> {
        prop_oneof![header(), members(), split(), arrivals(), stages(), rest()]
    }

    /// NaN is not itself, so plans are compared by what they print.
    fn printed(plan: &Plan) -> String {
        format!("{plan:?}")
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn undoing_every_edit_gives_the_first_plan_back(edits in proptest::collection::vec(any_edit(), 1..30)) {
            let first = Arc::new(sample::plan());
            let mut history = History::new(Arc::clone(&first));
            for edit in &edits {
                if let Ok(plan) = apply(history.present(), edit) {
                    check(&plan, &NoTimeZones);
                    history.push(Arc::new(plan), edit.name(), None);
                }
            }
            let last = printed(history.present());
            while history.undo() {}
            prop_assert_eq!(printed(history.present()), printed(&first));
            while history.redo() {}
            prop_assert_eq!(printed(history.present()), last);
        }

        #[test]
        fn what_comes_and_goes_leaves_no_trace(at in 0usize..3) {
            let add_and_remove = [
                (
                    PlanEdit::Stages(StageEdit::Add { at, stage: sample::stage("new", None) }),
                    PlanEdit::Stages(StageEdit::Remove { at }),
                ),
                (
                    PlanEdit::Members(MembersEdit::AddRegion { at, region: region("new") }),
                    PlanEdit::Members(MembersEdit::RemoveRegion { at }),
                ),
                (
                    PlanEdit::Cohorts(CohortEdit::Add { at, cohort: Cohort::everyone("new") }),
                    PlanEdit::Cohorts(CohortEdit::Remove { at }),
                ),
                (
                    PlanEdit::Windows(WindowEdit::Add { at, window: sample::window("2022-04-01T00:00", "2022-04-01T01:00", &[]) }),
                    PlanEdit::Windows(WindowEdit::Remove { at }),
                ),
            ];
            for (add, remove) in add_and_remove {
                let there = apply(&sample::plan(), &add).unwrap();
                prop_assert_eq!(apply(&there, &remove).unwrap(), sample::plan());
            }
        }
    }
}
