//! The requirements of a plan, in a language.

use super::asked::{Asked, Case, Ground, Seen, start_of};
use super::drawn::Bands;
use super::rounding::{down, minutes_up, people_up, share_up, up, wait_up};
use super::{Figure, Kind, Requirement};
use crate::forecast::{MODEL, Verdict};
use crate::num::order::Extreme;
use crate::plan::Plan;
use crate::risk::AT_RISK_FROM;
use crate::text::requirements::{
    CapacityFacts, Closings, EvidenceFacts, Known, MeasureFacts, Named, OvershootFacts, RequirementWords, RoomFacts,
    TestFacts, Unit, WaitFacts, WindowFacts, words,
};
use crate::text::{Language, data, format};
use crate::wire::file_name;
use crate::wire::fingerprint::fingerprint;
use crate::wire::requirements::{Choices, Start};

/// Fewer than that are nobody [people].
const SOMEBODY: f64 = 1.0;
/// A time to recover is not set shorter [min].
const RECOVERY_LEAST: f64 = 5.0;

/// All requirements in their order.
pub fn written(ground: &Ground, asked: &Asked, choices: &Choices, language: Language) -> Vec<Requirement> {
    let plan = asked.plan.plan();
    let fingerprint = fingerprint(ground.plan.plan());
    let words = words(language);
    let page = Page { ground, asked, choices, plan, words, language, fingerprint: &fingerprint, says_bands: true };
    let mut all = page.all();
    let without_bands = Page { says_bands: false, ..page }.all();
    for (requirement, other) in all.iter_mut().zip(without_bands) {
        requirement.sentences_without_bands = other.sentences;
    }
    all
}

/// What the requirements are written from.
struct Page<'a> {
    ground: &'a Ground,
    asked: &'a Asked,
    choices: &'a Choices,
    /// With the capacities and the percentile asked for.
    plan: &'a Plan,
    words: &'static RequirementWords,
    language: Language,
    /// Of the plan as it is.
    fingerprint: &'a str,
    says_bands: bool,
}

fn figure(name: &str, unit: Unit, likely: Option<f64>, required: f64) -> Figure {
    Figure { name: name.to_owned(), unit, likely, band: None, headroom: None, required }
}

/// One of a forecast.
fn forecast(name: &str, unit: Unit, known: &Known, required: f64) -> Figure {
    Figure { band: known.band, ..figure(name, unit, Some(known.likely), required) }
}

fn requirement(kind: Kind, key: &str, named: &Named, sentences: Vec<String>, figures: Vec<Figure>) -> Requirement {
    let [title, definition, deliverables] = [named.title, named.definition, named.deliverables].map(str::to_owned);
    let sentences_without_bands = sentences.clone();
    Requirement {
        kind,
        key: key.to_owned(),
        title,
        definition,
        sentences,
        sentences_without_bands,
        deliverables,
        figures,
    }
}

impl Page<'_> {
    fn all(&self) -> Vec<Requirement> {
        let mut all: Vec<Requirement> = (0..self.plan.journey.len()).filter_map(|at| self.capacity(at)).collect();
        all.push(self.measurement());
        all.push(self.waits());
        all.extend(self.overshoot());
        all.extend(self.room());
        all.extend(self.test());
        all.extend(self.windows());
        all.push(self.evidence());
        all
    }

    /// Where a requirement starts.
    fn from(&self, known: &Known) -> f64 {
        start_of(self.choices.start, known)
    }

    /// Whether requirements of such figures start at the upper ends of their bands.
    fn are_from_high<'a>(&self, known: impl IntoIterator<Item = &'a Known>) -> bool {
        let is_upper = |known: &Known| known.band.is_some_and(|(_, high)| known.likely <= high);
        self.choices.start == Start::High && known.into_iter().all(is_upper)
    }

    /// As a sentence says it.
    fn said(&self, known: Known) -> Known {
        Known { band: known.band.filter(|_| self.says_bands), ..known }
    }

    fn percentile(&self) -> f64 {
        self.plan.target.percentile.get()
    }

    fn capacity(&self, at: usize) -> Option<Requirement> {
        let (stage, rate) = (&self.plan.journey[at], self.asked.rates[at]?);
        let (peak, words) = (self.ground.peak(at), self.words);
        let at_once = people_up(rate * stage.service.get());
        let facts = CapacityFacts {
            stage: &stage.name,
            required: rate,
            service_s: stage.service.get(),
            at_once,
            peak: self.said(peak),
            is_from_high: self.are_from_high([&peak]),
            headroom: self.asked.headroom,
            has_others: stage.background.iter().any(|entry| entry.rate.get() > 0.0),
        };
        let flow = Figure {
            band: peak.band,
            headroom: Some(self.asked.headroom),
            ..figure(&(words.figures.peak)(&stage.name), Unit::Flow, Some(peak.likely), rate)
        };
        // Little's law: people being served = admissions per second times the time that each of them is served.
        let served = |rate: f64| rate * stage.service.get();
        let people = Figure {
            band: peak.band.map(|(low, high)| (served(low), served(high))),
            headroom: Some(self.asked.headroom),
            ..figure(words.figures.at_once, Unit::People, Some(served(peak.likely)), at_once)
        };
        let same = self.plan.journey[..at].iter().filter(|other| other.name == stage.name).count();
        let again = if same == 0 { String::new() } else { format!("#{}", same + 1) };
        let key = format!("capacity:{}{again}", stage.name);
        let sentences = (words.capacity_said)(&facts);
        let title = (words.capacity_title)(&stage.name);
        Some(Requirement {
            title,
            ..requirement(Kind::Capacity(at), &key, &words.capacity, sentences, vec![flow, people])
        })
    }

    fn measurement(&self) -> Requirement {
        let (choices, words) = (self.choices, self.words);
        let facts = MeasureFacts {
            sample_s: choices.sample_s,
            test_min: choices.test_min,
            tolerance: choices.tolerance,
            least: ((1.0 - choices.tolerance) * 1e6).round() / 1e6,
        };
        let figures = vec![
            figure(words.figures.sample, Unit::Seconds, None, facts.sample_s),
            figure(words.figures.test, Unit::Minutes, None, facts.test_min),
            figure(words.figures.least, Unit::Share, None, facts.least),
        ];
        let sentences = (words.measurement_said)(&facts);
        requirement(Kind::Measurement, "measurement", &words.measurement, sentences, figures)
    }

    /// What is asked of waits: at the percentile, and of the longest [s].
    fn waits_asked(&self) -> (Option<f64>, Option<f64>) {
        let (seen, target) = (&self.asked.seen, self.plan.target.wait.get());
        let from = |likely: Option<f64>, band| Some(self.from(&self.asked.known(Case::AsPlanned, likely?, band)));
        let at = from(seen.at_percentile, |bands| bands.at_percentile).filter(|wait| *wait <= target).map(|_| target);
        let longest = from(seen.longest, |bands| bands.longest).filter(|wait| wait.is_finite());
        (at, longest.map(|wait| wait_up(wait).larger(self.choices.longest_times * target)))
    }

    fn waits(&self) -> Requirement {
        let (seen, words) = (&self.asked.seen, self.words);
        let (at_percentile, longest) = self.waits_asked();
        let known = |likely: Option<f64>, band| Some(self.asked.known(Case::AsPlanned, likely?, band));
        let lost = self.asked.known(Case::AsPlanned, seen.lost, |bands| bands.lost);
        let at_percentile_known = known(seen.at_percentile, |bands| bands.at_percentile);
        let longest_known = known(seen.longest, |bands| bands.longest);
        let facts = WaitFacts {
            has_room: self.plan.waiting_room.is_some(),
            percentile: self.percentile(),
            at_percentile,
            longest,
            lost: share_up(self.from(&lost)),
            forecast_at_percentile: at_percentile_known.map(|known| self.said(known)),
            forecast_longest: longest_known.map(|known| self.said(known)),
            forecast_lost: self.said(lost),
        };
        let row = |name: &str, unit, known: Option<Known>, required: Option<f64>| {
            Some(forecast(name, unit, &known?, required?))
        };
        let name = (words.figures.wait)(&format::percent(self.percentile()));
        let figures = [
            row(&name, Unit::Wait, at_percentile_known, at_percentile),
            row(words.figures.longest, Unit::Wait, longest_known, longest),
            row(words.figures.lost, Unit::Share, Some(lost), Some(facts.lost)),
        ];
        let sentences = (words.waits_said)(&facts);
        requirement(Kind::Waits, "waits", &words.waits, sentences, figures.into_iter().flatten().collect())
    }

    fn overshoot(&self) -> Option<Requirement> {
        let (over, words) = (self.asked.over.as_ref()?, self.words);
        let target = self.plan.target.wait.get();
        let (base_at, base_longest) = self.waits_asked();
        let known = |likely: f64, band| self.asked.known(Case::Over, likely, band);
        let known_wait =
            |likely: Option<f64>, band| Some(known(likely?, band)).filter(|wait| self.from(wait).is_finite());
        let starters = known(over.starters, |bands| bands.starters);
        let waiting = known(over.waiting, |bands| bands.waiting);
        let at_percentile = known_wait(over.at_percentile, |bands| bands.at_percentile);
        let longest = known_wait(over.longest, |bands| bands.longest);
        let recovery = known_wait(over.recovery, |bands| bands.recovery);
        let no_longer = |seen: Option<Known>, base: Option<f64>| {
            seen.zip(base).is_some_and(|(seen, base)| self.from(&seen) <= base)
        };
        let keeps = no_longer(at_percentile, base_at) && no_longer(longest, base_longest);
        let is_queued = self.from(&waiting) >= SOMEBODY || !keeps;
        let (least, floor) = (base_at.unwrap_or(target), base_longest.unwrap_or(target));
        let waits = [at_percentile, longest, recovery];
        let facts = OvershootFacts {
            times: self.choices.overshoot,
            starters: (people_up(up(self.from(&starters))), self.said(starters)),
            is_from_high: self.are_from_high([&starters, &waiting].into_iter().chain(waits.iter().flatten())),
            percentile: self.percentile(),
            is_queued,
            at_percentile: at_percentile.map(|wait| (wait_up(self.from(&wait)).larger(least), self.said(wait))),
            longest: longest.map(|wait| (wait_up(self.from(&wait)).larger(floor).larger(least), self.said(wait))),
            recovery: recovery.map(|known| (minutes_up(self.from(&known)).larger(RECOVERY_LEAST), self.said(known))),
            waiting: (people_up(up(self.from(&waiting))), self.said(waiting)),
        };
        let mut figures = vec![
            figure(words.figures.times, Unit::Times, None, facts.times),
            forecast(words.figures.starters, Unit::People, &starters, facts.starters.0),
        ];
        if let (true, Some(at), Some(longest), Some(recovery)) =
            (is_queued, facts.at_percentile, facts.longest, facts.recovery)
        {
            let name = (words.figures.wait)(&format::percent(self.percentile()));
            figures.push(forecast(&name, Unit::Wait, &at.1, at.0));
            figures.push(forecast(words.figures.longest, Unit::Wait, &longest.1, longest.0));
            figures.push(forecast(words.figures.recovery, Unit::Minutes, &recovery.1, recovery.0));
            figures.push(forecast(words.figures.waiting, Unit::People, &facts.waiting.1, facts.waiting.0));
        }
        let sentences = (words.overshoot_said)(&facts);
        Some(requirement(Kind::Overshoot, "overshoot", &words.overshoot, sentences, figures))
    }

    /// The room of the plan; or, where people may have to wait, one to be held in reserve.
    fn room(&self) -> Option<Requirement> {
        let (choices, words) = (self.choices, self.words);
        let asked = self.asked;
        let (admit, likely, inside_most, seen, case) = match self.plan.waiting_room {
            Some(room) => (room.admit.get(), None, room.inside_max, asked.over.as_ref(), Case::Over),
            None if self.is_at_risk() => {
                let reserve = asked.reserve.as_ref()?;
                (down(reserve.bearable), Some(reserve.bearable), None, reserve.seen.as_ref(), Case::InReserve)
            }
            None => return None,
        };
        let waiting = seen.map(|seen: &Seen| asked.known(case, seen.waiting, |bands| bands.waiting));
        let waiting = waiting.filter(|waiting| self.from(waiting) >= SOMEBODY);
        let waiting = waiting.map(|waiting| (people_up(up(self.from(&waiting))), waiting));
        let is_from_high = self.are_from_high(waiting.iter().map(|(_, known)| known));
        let facts = RoomFacts {
            admit,
            inside_most,
            waiting: waiting.map(|(most, known)| (most, self.said(known))),
            is_from_high,
            overshoot: choices.overshoot,
            headroom: asked.headroom,
            return_min: choices.return_min,
        };
        let mut figures = vec![Figure {
            headroom: likely.map(|_| self.asked.headroom),
            ..figure(words.figures.admit, Unit::Flow, likely, admit)
        }];
        figures.extend(inside_most.map(|most| figure(words.figures.inside, Unit::People, None, most)));
        figures.extend(waiting.map(|(most, seen)| forecast(words.figures.waiting, Unit::People, &seen, most)));
        figures.push(figure(words.figures.return_min, Unit::Minutes, None, choices.return_min));
        Some(if likely.is_none() {
            requirement(Kind::Room, "room", &words.room, (words.room_said)(&facts), figures)
        } else {
            requirement(Kind::RoomReady, "room-ready", &words.room_ready, (words.room_ready_said)(&facts), figures)
        })
    }

    fn is_at_risk(&self) -> bool {
        let bands = self.asked.bands(Case::AsPlanned);
        let often = bands.is_some_and(|Bands { breaks: (some, of), .. }| *some as f64 >= AT_RISK_FROM * *of as f64);
        let waiting = |over: &Seen| self.asked.known(Case::Over, over.waiting, |bands| bands.waiting);
        let is_queued = self.asked.over.as_ref().is_some_and(|over| self.from(&waiting(over)) >= SOMEBODY);
        often || is_queued || self.ground.verdict != Verdict::Holds || self.asked.seen.verdict != Verdict::Holds
    }

    fn test(&self) -> Option<Requirement> {
        let (choices, words) = (self.choices, self.words);
        let busiest = self.ground.busiest_window()?;
        let until = self.plan.first_opening()?.date().plus_days(-(choices.days_before as i64));
        let profile = file_name::of_document(&self.plan.title, data::words(self.language).load_profile, "csv");
        let facts = TestFacts {
            days_before: choices.days_before,
            until,
            profile: &profile,
            fingerprint: self.fingerprint,
            model: MODEL,
            busiest: (busiest + 1, self.plan.windows[busiest].opens),
            times: choices.overshoot,
            test_min: choices.test_min,
        };
        let figures = vec![
            figure(words.figures.days_before, Unit::Days, None, choices.days_before),
            figure(words.figures.times, Unit::Times, None, choices.overshoot),
            figure(words.figures.test, Unit::Minutes, None, choices.test_min),
        ];
        Some(requirement(Kind::Test, "test", &words.test, (words.test_said)(&facts), figures))
    }

    fn windows(&self) -> Option<Requirement> {
        let (plan, words) = (self.plan, self.words);
        let hard = plan.windows.iter().filter(|window| window.closes_hard).count();
        let facts = WindowFacts {
            windows: plan.windows.len(),
            opens: plan.windows.iter().map(|window| window.opens).min()?,
            closes: plan.windows.iter().map(|window| window.closes).max()?,
            ends: plan.first_day.plus_days(i64::from(plan.days)).midnight(),
            most: people_up(self.ground.largest_window()),
            closings: match hard {
                0 => Closings::Open,
                hard if hard == plan.windows.len() => Closings::Hard,
                _ => Closings::Mixed,
            },
            fingerprint: self.fingerprint,
        };
        let figures = vec![
            figure(words.figures.windows, Unit::Windows, Some(facts.windows as f64), facts.windows as f64),
            figure(words.figures.most, Unit::People, Some(facts.most), facts.most),
        ];
        Some(requirement(Kind::Windows, "windows", &words.windows, (words.windows_said)(&facts), figures))
    }

    fn evidence(&self) -> Requirement {
        let (choices, words) = (self.choices, self.words);
        let facts = EvidenceFacts {
            deliver_days: choices.deliver_days,
            percentile: self.percentile(),
            fingerprint: self.fingerprint,
            model: MODEL,
        };
        let figures = vec![figure(words.figures.deliver, Unit::Days, None, choices.deliver_days)];
        requirement(Kind::Evidence, "evidence", &words.evidence, (words.evidence_said)(&facts), figures)
    }
}
