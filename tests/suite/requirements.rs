//! Requirement sentences: every number in them is that of the forecast, in both languages, and nothing is asked that the
//! forecast does not keep.

mod independent;
mod said;

use proptest::prelude::*;
use serde_json::Value;
use stagger::clock::CivilTime;
use stagger::export::lay_out;
use stagger::export::report::Block;
use stagger::export::requirements::{Asked, Ground, Kind, Requirement, clauses, remarks, written};
use stagger::forecast::{MODEL, Verdict};
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::text::Language;
use stagger::text::requirements::Remark;
use stagger::wire::plan_file;
use stagger::wire::requirements::{Choices, Edit, Kept, Start};

use crate::charts::golden;
use crate::laws::{self, cases};
use crate::report::{example, material};
use independent::{
    Number, Recomputed, at_percentile, exact, longest, minutes_up, near, peak, recovery, rounded, up_to, wait_said,
    wait_up, waiting, with_band,
};
use said::{assert_numbers, date, moment, numbers};

/// Names of products and makers that no requirement may single out.
const PRODUCTS: [&str; 24] = [
    "stagger",
    "k6",
    "jmeter",
    "gatling",
    "locust",
    "loadrunner",
    "netfunnel",
    "넷퍼넬",
    "queue-it",
    "cloudflare",
    "akamai",
    "aws",
    "amazon",
    "azure",
    "google",
    "naver",
    "kakao",
    "oracle",
    "jennifer",
    "nginx",
    "f5",
    "kubernetes",
    "keda",
    "apache",
];

/// Few, and a failure is not searched for a smaller one for minutes.
fn quickly(count: u32) -> ProptestConfig {
    ProptestConfig { max_shrink_iters: 12, ..cases(count) }
}

fn file_of(plan: &stagger::plan::Plan) -> Value {
    serde_json::from_str(&plan_file::write(plan)).unwrap()
}

struct Case {
    ground: Ground,
    asked: Asked,
    choices: Choices,
}

fn case(plan: CheckedPlan, choices: Choices, with_bands: bool) -> Option<Case> {
    let mut ground = Ground::new(plan)?;
    if with_bands {
        ground.go_on(usize::MAX);
    }
    let mut asked = Asked::new(&ground, &choices)?;
    while with_bands && asked.left() > 0 {
        asked.go_on(usize::MAX);
    }
    Some(Case { ground, asked, choices })
}

impl Case {
    fn written(&self, language: Language) -> Vec<Requirement> {
        written(&self.ground, &self.asked, &self.choices, language)
    }
}

/// Waits that are required: at the percentile, and the longest.
fn waits_required(again: &Recomputed, choices: &Choices, target: f64) -> (Option<f64>, Option<f64>) {
    let from = |likely: Option<f64>, band: usize| {
        let high = again.bands.map(|bands| bands[band].1).filter(|_| choices.start == Start::High);
        likely.map(|likely| high.map_or(likely, |high| likely.max(high)))
    };
    let at = from(at_percentile(&again.asked), 0).filter(|wait| *wait <= target).map(|_| target);
    let most = from(longest(&again.asked), 1).filter(|wait| wait.is_finite());
    (at, most.map(|most| wait_up(most).max(choices.longest_times * target)))
}

/// The numbers that the sentences of a requirement must name.
fn expected(kind: &Kind, again: &Recomputed, plan: &CheckedPlan, choices: &Choices) -> Vec<Number> {
    let own = plan.plan();
    let percentile = choices.percentile.unwrap_or(own.target.percentile.get());
    let target = own.target.wait.get();
    let (base_at, base_longest) = waits_required(again, choices, target);
    let is_high = choices.start == Start::High;
    match kind {
        Kind::Capacity(at) => {
            let (rate, service) = (again.rates[*at].unwrap(), own.journey[*at].service.get());
            let at_once = up_to(rate * service, 1.0);
            let mut all =
                [rate, rate * 60.0, rate * 3_600.0, service, at_once, again.headroom * 100.0].map(exact).to_vec();
            let (likely, band) = again.peaks[*at];
            all.extend(with_band(likely, band, 0.0));
            all.extend(band.filter(|_| is_high).map(|(_, high)| near(high, 0.0)));
            all
        }
        Kind::Measurement => {
            let error = choices.tolerance * 100.0;
            [choices.sample_s, choices.test_min, 100.0 - error, error].map(exact).to_vec()
        }
        Kind::Waits => {
            let share = again.asked.totals.lost / again.asked.totals.starters.max(1e-300);
            let from = again.bands.filter(|_| is_high).map_or(share, |bands| share.max(bands[2].1));
            let lost = (up_to(from * 1_000.0, 1.0) / 1_000.0).clamp(0.001, 1.0);
            let mut all = vec![exact(lost * 100.0)];
            if let Some(at) = base_at {
                all.extend([exact(percentile * 100.0), wait_said(at), exact(percentile * 100.0)]);
                all.extend(with_band(at_percentile(&again.asked).unwrap(), again.bands.map(|bands| bands[0]), 1.0));
            }
            if let Some(most) = base_longest {
                all.push(wait_said(most));
                all.extend(with_band(longest(&again.asked).unwrap(), again.bands.map(|bands| bands[1]), 1.0));
            }
            let hundredfold = |(low, high): (f64, f64)| (low * 100.0, high * 100.0);
            all.extend(with_band(share * 100.0, again.bands.map(|bands| hundredfold(bands[2])), 0.01));
            all
        }
        Kind::Overshoot => {
            let over = again.over.as_ref().unwrap();
            let bands = again.over_bands;
            let from = |likely: f64, band: Option<(f64, f64)>| match band {
                Some((_, high)) if is_high => likely.max(high),
                _ => likely,
            };
            let ended = |likely: Option<f64>, band| likely.filter(|likely| from(*likely, band).is_finite());
            let [starters, at_band, longest_band, recovery_band, waiting_band] = [
                bands.map(|bands| bands.starters),
                bands.map(|bands| bands.at_percentile),
                bands.map(|bands| bands.longest),
                bands.map(|bands| bands.recovery),
                bands.map(|bands| bands.waiting),
            ];
            let begin = up_to(rounded(from(over.totals.starters, starters), true), 1.0);
            let mut all = vec![exact(choices.overshoot), exact(begin), exact(choices.overshoot)];
            all.extend(with_band(over.totals.starters, starters, 1.0));
            let at = ended(at_percentile(over), at_band);
            let most = ended(longest(over), longest_band);
            let minutes = ended(recovery(over), recovery_band);
            let within = |wait: Option<f64>, band, base: Option<f64>| {
                wait.zip(base).is_some_and(|(wait, base)| from(wait, band) <= base)
            };
            let keeps = within(at, at_band, base_at) && within(most, longest_band, base_longest);
            let people = waiting(over);
            if from(people, waiting_band) < 1.0 && keeps {
                return all;
            }
            if let (Some(at), Some(most), Some(minutes)) = (at, most, minutes) {
                let (least, floor) = (base_at.unwrap_or(target), base_longest.unwrap_or(target));
                all.extend([exact(percentile * 100.0), wait_said(wait_up(from(at, at_band)).max(least))]);
                all.push(wait_said(wait_up(from(most, longest_band)).max(floor).max(least)));
                all.push(exact(minutes_up(from(minutes, recovery_band))));
                all.push(exact(up_to(rounded(from(people, waiting_band), true), 1.0)));
                all.push(exact(percentile * 100.0));
                all.extend(with_band(at, at_band, 1.0));
                all.extend(with_band(most, longest_band, 1.0));
                all.extend(with_band(minutes, recovery_band, 1.0));
                all.extend(with_band(people, waiting_band, 1.0));
            }
            all
        }
        Kind::Room | Kind::RoomReady => {
            let admit = own.waiting_room.map_or_else(|| bearable(again, plan), |room| room.admit.get());
            let mut all = vec![exact(admit * 60.0), exact(admit), exact(choices.return_min)];
            all.extend(own.waiting_room.and_then(|room| room.inside_max).map(exact));
            all.extend(own.waiting_room.is_none().then(|| exact(again.headroom * 100.0)));
            let reserve = own.waiting_room.is_none().then(|| again.with_room(choices.overshoot, admit));
            let seen = reserve.as_ref().or(again.over.as_ref());
            let band = match &reserve {
                Some(_) => again.waiting_in_room(choices.overshoot, admit),
                None => again.over_bands.map(|bands| bands.waiting),
            };
            let from = |people: f64| band.filter(|_| is_high).map_or(people, |(_, high)| people.max(high));
            if let Some(people) = seen.map(waiting).filter(|people| from(*people) >= 1.0) {
                all.push(exact(up_to(rounded(from(people), true), 1.0)));
                all.push(exact(choices.overshoot));
                all.extend(with_band(people, band, 1.0));
            }
            all
        }
        Kind::Test => {
            let busiest = busiest(again, plan);
            let first = own.windows.iter().filter(|window| !window.catch_up).map(|window| window.opens).min().unwrap();
            let until = first.plus_seconds(-86_400 * choices.days_before as i64);
            let mut all = [choices.days_before, f64::from(MODEL), (busiest + 1) as f64].map(exact).to_vec();
            all.extend(date(until));
            all.extend(moment(own.windows[busiest].opens));
            all.extend([choices.overshoot, choices.test_min].map(exact));
            all
        }
        Kind::Windows => {
            let mut all = vec![exact(own.windows.len() as f64)];
            all.extend(moment(own.windows.iter().map(|window| window.opens).min().unwrap()));
            all.extend(moment(own.windows.iter().map(|window| window.closes).max().unwrap()));
            all.extend(moment(own.horizon_start().plus_seconds(86_400 * i64::from(own.days))));
            let windows = own.windows.iter().zip(&again.open.slots).filter(|(window, _)| !window.catch_up);
            all.push(exact(up_to(windows.map(|(_, slot)| slot.members).fold(0.0, f64::max), 1.0)));
            all
        }
        Kind::Evidence => [choices.deliver_days, percentile * 100.0, f64::from(MODEL)].map(exact).to_vec(),
    }
}

/// Who may be let in for ever without any stage losing its headroom.
fn bearable(again: &Recomputed, plan: &CheckedPlan) -> f64 {
    let attempts = |at: usize| again.open.stages[at].attempts;
    let mut least = f64::INFINITY;
    for (at, rate) in again.rates.iter().enumerate() {
        let others = plan.plan().journey[at].background.iter().map(|entry| entry.rate.get()).fold(0.0, f64::max);
        let Some(left) = rate.map(|rate| rate * (1.0 - again.headroom) - others) else { continue };
        if left > 0.0 && attempts(at) > 0.0 {
            least = least.min(left * attempts(0) / attempts(at));
        }
    }
    rounded(least, false)
}

fn busiest(again: &Recomputed, plan: &CheckedPlan) -> usize {
    let first = again.open.waiting_room.as_ref().unwrap_or(&again.open.stages[0].series);
    let own = plan.plan();
    let peak_of = |at: usize| {
        let minute = |time: CivilTime| time.seconds_since(own.horizon_start()) as usize / 60;
        let (from, until) = (minute(own.windows[at].opens), minute(own.windows[at].closes));
        peak(&first.attempts_per_s[from..until.max(from)])
    };
    let most = (0..own.windows.len()).map(peak_of).fold(0.0, f64::max);
    (0..own.windows.len()).find(|at| peak_of(*at) == most).unwrap()
}

/// Every number of every sentence, in both languages, against the figures computed by the other way.
fn assert_recomputed(plan: CheckedPlan, choices: &Choices, with_bands: bool) -> Option<Vec<Requirement>> {
    let again = Recomputed::of(&file_of(plan.plan()), choices, with_bands)?;
    let case = case(plan.clone(), choices.clone(), with_bands)?;
    let [korean, english] = [Language::Korean, Language::English].map(|language| case.written(language));
    assert_eq!(korean.len(), english.len());
    assert_eq!(case.asked.rates.len(), again.rates.len());
    let named = stagger::wire::fingerprint::fingerprint(plan.plan());
    for (one, other) in korean.iter().zip(&english) {
        assert_eq!((&one.kind, &one.key), (&other.kind, &other.key));
        let expected = expected(&one.kind, &again, &plan, choices);
        let (mut left, mut right) = (numbers(&one.sentences, &named), numbers(&other.sentences, &named));
        assert_numbers(&left, &expected, &format!("ko {:?} {:#?}", one.kind, one.sentences));
        assert_numbers(&right, &expected, &format!("en {:?} {:#?}", one.kind, other.sentences));
        left.sort_by(f64::total_cmp);
        right.sort_by(f64::total_cmp);
        assert_eq!(left, right, "{:?} says other figures in the two languages", one.kind);
        // What stands beside a sentence is in it, or is the value of the plan that it goes without.
        let values = |all: &[Requirement]| {
            all.iter().flat_map(|all| all.figures.iter().map(|figure| figure.required)).collect::<Vec<_>>()
        };
        assert_eq!(values(&korean), values(&english));
    }
    Some(korean)
}

fn checked(which: Example, language: Language) -> CheckedPlan {
    CheckedPlan::new(example(which, language)).unwrap()
}

#[test]
fn every_number_of_both_plans_of_busan_is_that_of_the_forecast() {
    for which in Example::ALL {
        let likely = assert_recomputed(checked(which, Language::Korean), &Choices::default(), false).unwrap();
        let kinds: Vec<&Kind> = likely.iter().map(|requirement| &requirement.kind).collect();
        assert!(kinds.contains(&&Kind::Capacity(1)) && !kinds.contains(&&Kind::Capacity(0)), "{kinds:?}");
        assert_recomputed(checked(which, Language::Korean), &Choices::default(), true).unwrap();
        let choices = Choices {
            start: Start::High,
            headroom: Some(0.35),
            overshoot: 2.5,
            percentile: Some(0.9),
            longest_times: 12.0,
            test_min: 480.0,
            sample_s: 10.0,
            tolerance: 0.005,
            days_before: 30.0,
            deliver_days: 3.0,
            return_min: 5.0,
        };
        assert_recomputed(checked(which, Language::English), &choices, true).unwrap();
    }
}

proptest! {
    #![proptest_config(quickly(24))]

    #[test]
    fn every_number_of_any_plan_is_that_of_the_forecast(
        plan in laws::plan(),
        headroom in proptest::option::of(0.0..0.9),
        overshoot in 1.0..3.0_f64,
    ) {
        if let Some(plan) = laws::checked(&plan) {
            let headroom = headroom.map(|share: f64| (share * 1e3).round() / 1e3);
            let overshoot = (overshoot * 1e3).round() / 1e3;
            assert_recomputed(plan, &Choices { headroom, overshoot, ..Choices::default() }, false);
        }
    }
}

proptest! {
    #![proptest_config(quickly(12))]

    #[test]
    fn nothing_is_asked_that_the_forecast_does_not_keep(plan in laws::plan(), headroom in 0.0..0.9) {
        let Some(plan) = laws::checked(&plan) else { return Ok(()) };
        let choices = Choices { headroom: Some(headroom), ..Choices::default() };
        let Some(case) = case(plan, choices.clone(), false) else { return Ok(()) };
        let seen = &case.asked.seen;
        for requirement in case.written(Language::Korean) {
            for figure in &requirement.figures {
                let Some(likely) = figure.likely else { continue };
                // A capacity and what must be borne are never below the forecast, nor is what may not be passed; who is
                // admitted is never above what the stages bear.
                let is_admitted = matches!(requirement.kind, Kind::RoomReady) && figure.headroom.is_some();
                let is_safe = if is_admitted { figure.required <= likely } else { figure.required >= likely * (1.0 - 1e-8) };
                prop_assert!(is_safe, "{:?} {figure:?}", requirement.kind);
            }
        }
        let said = remarks(&case.ground, &case.asked, &choices);
        let holds = said.iter().any(|remark| matches!(remark, Remark::Holds(_)));
        prop_assert_eq!(holds, seen.verdict == Verdict::Holds);
        let fails = said.iter().any(|remark| matches!(remark, Remark::PlanFails(..)));
        prop_assert_eq!(fails, case.ground.verdict == Verdict::Breaks);
        prop_assert!(!fails || matches!(said[0], Remark::PlanFails(..)), "it is not said first");
    }
}

#[test]
fn the_capacity_asked_for_is_the_least_that_holds_to_the_next_readable_number() {
    for which in Example::ALL {
        let mut plan = example(which, Language::English);
        // The least capacity is that of the plan as it stands, its changes by the clock included.
        std::sync::Arc::make_mut(&mut plan.journey).iter_mut().for_each(|stage| stage.changes.clear());
        plan.ranges.clear();
        let plan = CheckedPlan::new(plan).unwrap();
        let least = stagger::schedule::inverse::least_capacity(&plan, None);
        let case = case(plan.clone(), Choices::default(), false).unwrap();
        assert_eq!(case.asked.seen.verdict, Verdict::Holds);
        for need in &least.needs {
            let stage = &plan.plan().journey[need.stage];
            let Some(rate) = stage.rate else { continue };
            let (needed, asked) = (rate.get() * need.times.unwrap().holds_at, case.asked.rates[need.stage].unwrap());
            assert!(asked >= needed * (1.0 - 0.003) && asked <= needed * 1.015, "{}: {needed} {asked}", stage.name);
        }
    }
}

#[test]
fn the_sentences_are_as_agreed_and_name_no_product() {
    for language in Language::ALL {
        let mut text = String::new();
        for which in Example::ALL {
            let case = case(checked(which, language), Choices::default(), true).unwrap();
            let words = stagger::text::requirements::words(language);
            text.push_str(&format!("== {}\n", case.ground.plan.plan().title));
            for remark in remarks(&case.ground, &case.asked, &case.choices) {
                text.push_str(&format!("* {}\n", (words.remark)(&remark)));
            }
            let all = clauses(case.written(language), &Kept::default(), language);
            text.push_str(&format!("\n{}\n\n", clauses::text(&all, language)));
            for row in clauses::rows(&all, language).iter().filter(|row| row[2].is_empty()) {
                text.push_str(&format!("{}\n", row.join(" | ")));
            }
            text.push('\n');
        }
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
        for product in PRODUCTS {
            assert!(!words.contains(&product), "{product} is named");
        }
        golden(&format!("requirements-{}.txt", language.tag()), &text);
    }
}

#[test]
fn the_report_has_the_chapter_only_where_it_is_asked_for_with_the_words_that_were_edited() {
    for language in Language::ALL {
        let mut plan = example(Example::DayAsItWas, language);
        let edit = Edit {
            key: "waits".to_owned(),
            language: language.tag().to_owned(),
            text: "Mine.\nAnd mine.".to_owned(),
            instead_of: String::new(),
        };
        let kept = Kept { left_out: vec!["measurement".to_owned()], edits: vec![edit], ..Kept::default() };
        stagger::wire::requirements::put(&mut plan, &kept);
        let report = |with| lay_out(&material(plan.clone(), language, None).with_requirements(with), None);
        let (without, with) = (report(false), report(true));
        let words = stagger::text::requirements::words(language);
        let is_chapter = |block: &Block| matches!(block, Block::Heading(heading) if heading.text == words.chapter);
        assert!(!without.blocks.iter().any(is_chapter));
        let begins = with.blocks.iter().position(is_chapter).unwrap();
        assert_eq!(with.blocks[..begins], without.blocks[..begins]);
        let case = case(CheckedPlan::new(plan.clone()).unwrap(), Choices::default(), false).unwrap();
        let all = clauses(case.written(language), &kept, language);
        let counted: Vec<_> = all.iter().filter(|clause| !clause.is_left_out).collect();
        let lists: Vec<Vec<String>> = (with.blocks[begins..].iter())
            .filter_map(|block| if let Block::Items(items) = block { Some(items) } else { None })
            .map(|items| items.iter().map(|item| item.text.clone()).collect())
            .collect();
        assert_eq!(lists, counted.iter().map(|clause| clause.sentences.clone()).collect::<Vec<_>>());
        assert!(lists.contains(&vec!["Mine.".to_owned(), "And mine.".to_owned()]));
        let tables = with.blocks[begins..]
            .iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let rows: usize = tables.map(|table| table.rows.len()).sum();
        assert_eq!(rows, counted.iter().map(|clause| clause.requirement.figures.len()).sum::<usize>());
    }
}

#[test]
fn what_is_left_out_leaves_no_gap_and_what_is_edited_stays() {
    let language = Language::English;
    let case = case(checked(Example::Staggered, language), Choices::default(), false).unwrap();
    let computed = case.written(language);
    let numbers = |kept: &Kept| -> Vec<String> {
        clauses(computed.clone(), kept, language).into_iter().map(|clause| clause.number).collect()
    };
    let all = numbers(&Kept::default());
    assert_eq!(all[..3], ["PER-001", "PER-002", "PER-003"]);
    let key = computed[1].key.clone();
    let edit = Edit {
        key: computed[0].key.clone(),
        language: language.tag().to_owned(),
        text: "First.\n\n Second. ".to_owned(),
        instead_of: "older".to_owned(),
    };
    let kept = Kept { left_out: vec![key], edits: vec![edit], ..Kept::default() };
    assert_eq!(numbers(&kept)[..3], ["PER-001", "", "PER-002"]);
    let first = &clauses(computed.clone(), &kept, language)[0];
    assert_eq!(first.sentences, ["First.", "Second."]);
    assert!(first.is_edited && first.outdated.is_some());
    // The other language has words of its own.
    let korean = clauses(case.written(Language::Korean), &kept, Language::Korean);
    assert!(!korean[0].is_edited && korean[1].is_left_out);
    let mut plan = example(Example::Staggered, language);
    let before = stagger::wire::fingerprint::fingerprint(&plan);
    stagger::wire::requirements::put(&mut plan, &kept);
    let read = plan_file::read(&plan_file::write(&plan)).unwrap();
    assert_eq!(stagger::wire::requirements::read(&read).unwrap(), kept);
    assert_eq!(stagger::wire::fingerprint::fingerprint(&read), before);
    assert_eq!(stagger::wire::requirements::OVERSHOOT, stagger::library::stress::MORE);
}
