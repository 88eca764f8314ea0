//! Bids of vendors: what counts of a figure, the plan with a bid in it, the same luck for all, and which comes first.

use std::sync::Arc;

use stagger::bids::{
    Basis, Bid, Figure, Merit, Per, Price, RateOffer, Rule, StageOffer, applied, odds, places, rules, stage_of,
};
use stagger::compare::difference;
use stagger::forecast::Verdict;
use stagger::library::{Wording, busan::Example};
use stagger::plan::{CheckedPlan, Plan, Range};
use stagger::risk::{self, Chance, Detail, Sample, Sampling, assumptions, run_draws, screened};
use stagger::units::{Seconds, Share};
use stagger::wire::{bids, fingerprint, link, plan_file, stored};

const TESTED: Basis = Basis::Tested { counted: Share::new(0.75) };

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

/// An offer of the identity check of the example.
fn offer(value: f64, per: Per, basis: Basis) -> StageOffer {
    let stage = plan().journey[1].name.clone();
    StageOffer { stage, rate: Some(RateOffer { figure: Figure { value, basis }, per }), ..StageOffer::default() }
}

fn bid(vendor: &str, price: f64, stage: StageOffer) -> Bid {
    let price = Some(Price { amount: price, currency: "KRW".to_owned() });
    Bid { vendor: vendor.to_owned(), price, stages: vec![stage] }
}

pub fn some_bids() -> Vec<Bid> {
    let sessions = Some(Figure { value: 3600.0, basis: Basis::Promised });
    let second =
        StageOffer { sessions, service: Some(Seconds::new(150.0)), ..offer(1200.0, Per::Minute, Basis::Promised) };
    let last = Bid { price: None, ..bid("가 <b>\"'", 0.0, offer(20.0, Per::Second, TESTED)) };
    vec![bid("A", 120e6, offer(48_000.0, Per::Hour, TESTED)), bid("B", 90e6, second), last]
}

#[test]
fn a_share_of_what_was_tested_counts_and_units_are_exact() {
    for (value, per, basis, counted, per_second) in [
        (48_000.0, Per::Hour, TESTED, 36_000.0, 10.0),
        (1200.0, Per::Minute, Basis::Promised, 1200.0, 20.0),
        (1200.0, Per::Minute, Basis::Tested { counted: Share::new(0.5) }, 600.0, 10.0),
        (20.0, Per::Second, Basis::Tested { counted: Share::new(1.0) }, 20.0, 20.0),
    ] {
        let rate = offer(value, per, basis).rate.unwrap();
        assert_eq!((rate.figure.counted(), rate.counted().get()), (counted, per_second));
    }
}

#[test]
fn a_bid_takes_the_place_of_the_number_and_of_its_range_and_of_nothing_else() {
    let mut plan = plan();
    let range = |field: &str| Range { field: field.to_owned(), low: 1.0, high: 300.0 };
    plan.ranges = ["/journey/1/rate_per_s", "/journey/1/service_s", "/journey/2/rate_per_s"].map(range).to_vec();
    plan.entered_as.insert("/journey/1/rate_per_s".to_owned(), "48000/h".to_owned());
    let with = applied(&plan, &bid("A", 1.0, offer(36_000.0, Per::Hour, Basis::Promised)));
    let fields: Vec<&str> = with.ranges.iter().map(|range| range.field.as_str()).collect();
    assert_eq!(fields, ["/journey/1/service_s", "/journey/2/rate_per_s"]);
    assert!(!with.entered_as.contains_key("/journey/1/rate_per_s"));
    assert_eq!(with.journey[1].rate.map(|rate| rate.get()), Some(10.0));

    let mut back = with;
    Arc::make_mut(&mut back.journey)[1].rate = plan.journey[1].rate;
    (back.ranges, back.entered_as, back.sources) = (plan.ranges.clone(), plan.entered_as.clone(), plan.sources.clone());
    assert_eq!(back, plan);

    let stray = StageOffer { stage: "Nowhere".to_owned(), ..offer(1.0, Per::Second, TESTED) };
    assert_eq!(stage_of(&plan, &stray), None);
    assert_eq!(applied(&plan, &bid("A", 1.0, stray)), plan);
}

#[test]
fn a_bid_stays_with_its_stage_when_stages_are_moved() {
    let mut plan = plan();
    Arc::make_mut(&mut plan.journey).swap(1, 2);
    let with = applied(&plan, &bid("A", 1.0, offer(7.0, Per::Second, Basis::Promised)));
    assert_eq!(with.journey[2].rate.map(|rate| rate.get()), Some(7.0));
    assert_eq!(with.journey[1], plan.journey[1]);
}

#[test]
fn all_bids_meet_the_same_luck_and_a_chance_is_a_count() {
    const DRAWS: usize = 40;
    let plan = plan();
    let drawn = |bid: &Bid| {
        let plan = CheckedPlan::new(applied(&plan, bid)).unwrap();
        let sample = Sample::new(assumptions(plan.plan()), Sampling { seed: plan.plan().seed, draws: DRAWS });
        let draws = run_draws(&plan, &sample, 0..DRAWS, &screened);
        let likely = risk::full(&plan, Detail::Figures);
        (odds(&plan, &likely, DRAWS, &screened), draws)
    };
    let near = bid("A", 1.0, offer(9.0, Per::Second, Basis::Promised));
    let (first, draws) = drawn(&near);
    let (again, draws_again) = drawn(&Bid { vendor: "A (2)".to_owned(), ..near.clone() });
    assert_eq!(first, again);
    let same = risk::difference(risk::PlanFigure::PeakLoad, &draws, &draws_again);
    assert_eq!(same.by_draw, [0.0; DRAWS]);

    let held = draws.iter().filter(|draw| draw.figures.as_ref().is_some_and(|figures| !figures.breaks())).count();
    assert_eq!(first.holds, Chance { happened: held, of: DRAWS });
    assert!((1..DRAWS).contains(&held), "a chance that tells nothing: {held}");

    // More capacity never breaks in a draw in which less holds.
    let (more, _) = drawn(&bid("B", 1.0, offer(14.0, Per::Second, Basis::Promised)));
    let pairs = first.by_draw.iter().zip(&more.by_draw);
    assert!(pairs.clone().all(|(less, more)| *less != Some(true) || *more == Some(true)));
    assert!(more.holds.happened > first.holds.happened);
}

fn merit(holds: usize, verdict: Verdict, peak_load: f64, price: Option<&Price>) -> Merit<'_> {
    Merit { holds: Some(Chance { happened: holds, of: 400 }), verdict, peak_load, price }
}

#[test]
fn the_service_decides_first_and_then_the_price() {
    let price = |amount: f64| Price { amount, currency: "KRW".to_owned() };
    let (low, high) = (price(50.0), price(80.0));
    let merits = [
        merit(300, Verdict::Holds, 0.5, Some(&low)),
        merit(400, Verdict::Holds, 0.7, Some(&high)),
        // A quarter of a per cent is not told apart, so the price decides.
        merit(399, Verdict::Holds, 0.9, Some(&low)),
        merit(400, Verdict::AtRisk, 0.4, Some(&low)),
        merit(400, Verdict::Holds, 0.3, None),
        merit(400, Verdict::Holds, 0.7, Some(&high)),
    ];
    let standings = places(&merits);
    let order: Vec<usize> = standings.iter().map(|standing| standing.place).collect();
    assert_eq!(order, [6, 2, 1, 5, 4, 2]);
    let behind: Vec<Option<(usize, Rule)>> = standings.iter().map(|standing| standing.behind).collect();
    assert_eq!(behind[2], None);
    assert_eq!(behind[1], Some((2, Rule::Price)));
    assert_eq!(behind[3], Some((4, Rule::Verdict)));
    assert_eq!(behind[0], Some((3, Rule::Chance)));
    assert_eq!(rules(&merits), [Rule::Chance, Rule::Verdict, Rule::Price, Rule::PeakLoad]);
    assert!(places(&[]).is_empty());
}

#[test]
fn prices_in_two_currencies_and_chances_of_some_decide_nothing() {
    let one = Price { amount: 50.0, currency: "KRW".to_owned() };
    let other = Price { amount: 5.0, currency: "EUR".to_owned() };
    let first = merit(400, Verdict::Holds, 0.5, Some(&one));
    let second = Merit { holds: None, ..merit(0, Verdict::Holds, 0.6, Some(&other)) };
    assert_eq!(rules(&[first, second]), [Rule::Verdict, Rule::PeakLoad]);
    assert_eq!(places(&[first, second])[1].behind, Some((0, Rule::PeakLoad)));
}

#[test]
fn bids_travel_with_the_file_and_in_no_link() {
    let (plain, mut with) = (plan(), plan());
    bids::put(&mut with, &some_bids());
    assert_eq!(bids::read(&with), Ok(some_bids()));

    let file = plan_file::write(&with);
    assert!(file.contains("\"bids\"") && file.contains("120000000"));
    let opened = plan_file::read(&file).unwrap();
    assert_eq!((&opened, bids::read(&opened)), (&with, Ok(some_bids())));
    let kept = stored::read(&stored::write(&with, None, 0)).unwrap();
    assert_eq!(bids::read(&plan_file::read(&kept.file).unwrap()), Ok(some_bids()));

    assert_eq!(link::encode(&with), link::encode(&plain));
    assert_eq!(bids::read(&link::decode(&link::encode(&with)).unwrap()), Ok(Vec::new()));
    assert_eq!(fingerprint::fingerprint(&with), fingerprint::fingerprint(&plain));
    assert!(difference(&plain, &with).is_none());

    bids::put(&mut with, &[]);
    assert_eq!(with, plain);
}

#[test]
fn what_are_no_bids_is_refused_at_its_place() {
    for (text, place) in [
        ("3", "/bids"),
        ("[{}]", "/bids/0/vendor"),
        (
            r#"[{"vendor": "A", "stages": [{"stage": "x", "rate": {"value": "many", "per": "second"}}]}]"#,
            "/bids/0/stages/0/rate/value",
        ),
        (
            r#"[{"vendor": "A", "stages": [{"stage": "x", "rate": {"value": 1, "per": "day"}}]}]"#,
            "/bids/0/stages/0/rate/per",
        ),
    ] {
        let mut plan = plan();
        plan.unknown.insert(bids::POINTER.to_owned(), text.to_owned());
        assert_eq!(bids::read(&plan).unwrap_err().pointer(), Some(place), "{text}");
    }
    let mut plan = plan();
    plan.unknown.insert(bids::POINTER.to_owned(), r#"[{"vendor": "A", "later": 1}]"#.to_owned());
    assert_eq!(bids::read(&plan).unwrap(), [Bid { vendor: "A".to_owned(), ..Bid::default() }]);
}
