//! The requirement sentences in English, as specifications word them.

use super::{
    CapacityFacts, Category, Closings, EvidenceFacts, FigureNames, Known, MeasureFacts, Named, OvershootFacts, Remark,
    Remedy, RequirementWords, RoomFacts, TestFacts, Unit, WaitFacts, WindowFacts, exact, near, per_cent, said,
    said_band, said_near,
};
use crate::clock::{CivilDate, CivilTime};
use crate::text::Language::English;
use crate::text::common::ENGLISH as COMMON;
use crate::text::format::{time_of_day, weekday};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) static TEXT: RequirementWords = RequirementWords {
    category: |category| match category {
        Category::Functional => "Functional requirement",
        Category::Performance => "Performance requirement",
        Category::Test => "Test requirement",
        Category::Constraint => "Constraint",
        Category::Management => "Project management requirement",
    },
    capacity_title: |stage| format!("Capacity: {stage}"),
    capacity: Named {
        title: "Capacity",
        definition: "How many people a stage can begin to serve",
        deliverables: "Report of the load test, sizing of the capacity",
    },
    capacity_said: capacity,
    measurement: Named {
        title: "Measurement",
        definition: "Where, by whom and how capacity and waits are measured, and what passes",
        deliverables: "Measurement plan, measurement report",
    },
    measurement_said: measurement,
    waits: Named {
        title: "Waits",
        definition: "How long people wait to be served, and how many never finish",
        deliverables: "Report of the load test, report of the operation",
    },
    waits_said: waits,
    overshoot: Named {
        title: "More people than forecast",
        definition: "What happens when more people come than forecast, and how the service recovers",
        deliverables: "Report of the load test",
    },
    overshoot_said: overshoot,
    room: Named {
        title: "Waiting room",
        definition: "Admits people to the first stage in the order in which they came",
        deliverables: "Report of the functional test, operating manual",
    },
    room_said: |facts| room(facts, false),
    room_ready: Named {
        title: "Waiting room in reserve",
        definition: "A waiting room that is set up beforehand and can be switched on when people crowd in",
        deliverables: "Report of the functional test, operating manual",
    },
    room_ready_said: |facts| room(facts, true),
    test: Named {
        title: "Load test before opening",
        definition: "The test to be passed before the first window opens",
        deliverables: "Test plan, test report, raw data of the test",
    },
    test_said: test,
    windows: Named {
        title: "Windows and announcements",
        definition: "The times that are announced and kept, and the period of operation",
        deliverables: "Record of the announcements that were sent",
    },
    windows_said: windows,
    evidence: Named {
        title: "Records and evidence",
        definition: "What shows whether the requirements were met, and how it is compared with the forecast",
        deliverables: "Records by stage, test report, raw data, comparison",
    },
    evidence_said: evidence,
    figures: FigureNames {
        peak: |stage| format!("{stage}: capacity (busiest minute)"),
        at_once: "People being served at once",
        sample: "Interval of the counts",
        test: "Length of the sustained test",
        least: "Share that each interval must reach",
        wait: |percentile| format!("Wait ({percentile})"),
        longest: "Longest wait",
        lost: "People who give up for good",
        admit: "People admitted",
        inside: "People inside, at most",
        waiting: "People waiting at once",
        return_min: "How long a place is kept",
        times: "Times the forecast",
        starters: "People who then begin",
        recovery: "Until nobody waits",
        days_before: "Before the first window opens",
        windows: "Windows",
        most: "People invited to one window, at most",
        deliver: "Time for delivery",
    },
    remark,
    chapter: "Requirements",
    chapter_note: "Sentences to be taken into a tender or a contract. Every figure comes from the forecast of this plan; the table at the end says what each rests on. Required values are rounded up, numbers of people admitted are rounded down.",
    columns: ["Number", "Title", "Figure", "Forecast", "90% band", "Headroom", "Required"],
    caption: "What the requirements rest on",
    sentence: "Sentence",
    definition: "Definition",
    deliverables: "Deliverables",
    edited: "edited by hand",
    chosen: "chosen",
};

/// `Friday 18 March 2022`, with the short name of the day.
fn day(date: CivilDate) -> String {
    let month = MONTHS[usize::from(date.month()) - 1];
    format!("{} {} {month} {}", weekday(English, date), date.day(), date.year())
}

fn moment(time: CivilTime) -> String {
    format!("{} on {}", time_of_day(time), day(time.date()))
}

fn wait(seconds: f64) -> String {
    said(English, Unit::Wait, seconds)
}

/// What of a forecast values start from.
fn from(is_from_high: bool) -> &'static str {
    if is_from_high { "the upper end of the band of the forecast" } else { "the forecast" }
}

/// A figure of the forecast with its band.
fn known(unit: Unit, figure: &Known) -> String {
    let near = |value| said_near(English, unit, value);
    match figure.band {
        Some(band) => format!("{} (90% band {})", near(figure.likely), said_band(English, unit, band, " to ")),
        None => near(figure.likely),
    }
}

fn capacity(facts: &CapacityFacts) -> Vec<String> {
    let flow = |value: f64| format!("{} people per second", near(value));
    let (headroom, likely) = (per_cent(facts.headroom), flow(facts.peak.likely));
    let rests = match facts.peak.band {
        Some((low, high)) if facts.is_from_high => format!(
            "the upper end, {}, of the forecast for the busiest minute, {likely} (90% band {} to {})",
            flow(high),
            near(low),
            near(high)
        ),
        Some((low, high)) => {
            format!("the forecast for the busiest minute, {likely} (90% band {} to {})", near(low), near(high))
        }
        None => format!("the forecast for the busiest minute, {likely}"),
    };
    let others = if facts.has_others { " Other users of the stage are included." } else { "" };
    vec![
        format!(
            "The stage ‘{}’ shall be able to begin to serve at least {} people per second, that is at least {} people per minute and at least {} people per hour. The three figures state one and the same capacity in different units.",
            facts.stage,
            exact(facts.required),
            exact(facts.required * 60.0),
            exact(facts.required * 3_600.0)
        ),
        format!(
            "At a mean service time of {} seconds per person this corresponds to at least {} people being served at once; people who wait for their turn are not among them.",
            exact(facts.service_s),
            exact(facts.at_once)
        ),
        "This capacity is not a number of ‘concurrent users’; a number of connections, sessions or requests for pages shall not be taken in its place. Somebody who tries again counts with each attempt.".to_owned(),
        format!(
            "This capacity is {rests}, with a headroom of {headroom}% and rounded up; the headroom is the part of the capacity that stays free in the busiest minute.{others}"
        ),
        "This capacity shall be kept up throughout the period of operation.".to_owned(),
    ]
}

fn measurement(facts: &MeasureFacts) -> Vec<String> {
    vec![
        "The point of measurement is the interface at which the requests of a stage first reach the production system (load balancer or gateway).".to_owned(),
        "The measurement is made by the contracting authority or by a third party that it names; the contractor shall provide the records of the point of measurement and attend.".to_owned(),
        format!(
            "Every attempt shall be recorded and counts summed up over intervals of {} seconds; estimates from a sample are not admitted.",
            exact(facts.sample_s)
        ),
        format!(
            "Capacity is measured by sending each stage arrivals of at least the required capacity for {} minutes without a break. The measurement is failed if in any interval the people whom the stage begins to serve are fewer than {}% of the required capacity (a measuring error of {}% is admitted).",
            exact(facts.test_min),
            per_cent(facts.least),
            per_cent(facts.tolerance)
        ),
        "No measuring error is admitted for waits and shares. The clocks of all machines that record shall be set to standard time.".to_owned(),
    ]
}

fn waits(facts: &WaitFacts) -> Vec<String> {
    let percentile = per_cent(facts.percentile);
    let mut sentences = Vec::new();
    if let Some(seconds) = facts.at_percentile {
        sentences.push(format!(
            "In each window and at each stage, the service of at least {percentile}% of all attempts shall begin within {}.",
            wait(seconds)
        ));
    }
    if let Some(seconds) = facts.longest {
        sentences.push(format!("No attempt shall be kept waiting for more than {}.", wait(seconds)));
    }
    if facts.at_percentile.is_some() || facts.longest.is_some() {
        sentences.push(
            format!(
                "A wait lasts from the arrival of the request at the point of measurement until its service at that stage begins{}. An attempt that leaves while waiting counts with the time until it left.",
                if facts.has_room { ", and includes the wait in the waiting room" } else { "" }
            ),
        );
    }
    sentences.push(format!(
        "Of the people who begin during the period of operation, at most {}% shall give up for good (leave while waiting, or fail, and not try again).",
        per_cent(facts.lost)
    ));
    let mut parts = Vec::new();
    if let Some(figure) = facts.forecast_at_percentile.as_ref().filter(|_| facts.at_percentile.is_some()) {
        parts.push(format!("a wait of {} at the {percentile}th percentile", known(Unit::Wait, figure)));
    }
    if let Some(figure) = facts.forecast_longest.as_ref().filter(|_| facts.longest.is_some()) {
        parts.push(format!("a longest wait of {}", known(Unit::Wait, figure)));
    }
    parts.push(format!("{} who give up for good", known(Unit::Share, &facts.forecast_lost)));
    sentences.push(format!("With the required capacity the forecast is {}.", parts.join(", ")));
    sentences
}

fn overshoot(facts: &OvershootFacts) -> Vec<String> {
    let mut sentences = vec![format!(
        "When {} times the forecast come to each window, and {} people in all begin during the period of operation, the service shall not stop, shall lose no data that it has accepted and shall process nothing twice.",
        exact(facts.times),
        exact(facts.starters.0)
    )];
    let from = from(facts.is_from_high);
    let begin = format!(
        "The number of people who begin is {from} with {} times the people, {}, rounded up.",
        exact(facts.times),
        known(Unit::People, &facts.starters.1)
    );
    if !facts.is_queued {
        sentences.extend(["The values required under ‘Waits’ shall be met then, too.".to_owned(), begin]);
        return sentences;
    }
    let (Some(at), Some(longest), Some(recovery)) = (facts.at_percentile, facts.longest, facts.recovery) else {
        sentences.extend([
            "People who then wait shall be served in the order in which they came, and shall be shown that they are waiting, not an error."
                .to_owned(),
            begin,
        ]);
        return sentences;
    };
    sentences.push(format!(
        "Then, in each window and at each stage, the service of at least {}% of all attempts shall begin within {} and that of every attempt within {}, and within {} minutes after people began to wait nobody shall be waiting any more.",
        per_cent(facts.percentile),
        wait(at.0),
        wait(longest.0),
        exact(recovery.0)
    ));
    sentences.push(format!(
        "Up to {} people who wait at once shall be served in the order in which they came, and shall be shown that they are waiting, not an error.",
        exact(facts.waiting.0)
    ));
    sentences.push(format!(
        "These values are {from} with the required capacity and {} times the people, rounded up: {} who begin, a wait of {} at the {}th percentile, a longest wait of {}, {} until nobody waits, {} waiting at once. No wait is set shorter than under ‘Waits’.",
        exact(facts.times),
        known(Unit::People, &facts.starters.1),
        known(Unit::Wait, &at.1),
        per_cent(facts.percentile),
        known(Unit::Wait, &longest.1),
        known(Unit::Minutes, &recovery.1),
        known(Unit::People, &facts.waiting.1)
    ));
    sentences
}

fn room(facts: &RoomFacts, is_to_be_ready: bool) -> Vec<String> {
    let rate = format!("{} people per minute ({} per second)", exact(facts.admit * 60.0), exact(facts.admit));
    let changed = "It shall be possible to change the number admitted at the request of the contracting authority without stopping the service.";
    let mut sentences = if is_to_be_ready {
        vec![
            "A waiting room in front of the first stage shall be set up so that it can be switched on as soon as the contracting authority asks for it, from before the first window opens until the period of operation ends."
                .to_owned(),
            format!(
                "It shall begin by admitting {rate} in the order in which they came; nobody shall be moved or passed over. The number is what can be admitted for any length of time with a headroom of {}% at every stage, rounded down.",
                per_cent(facts.headroom)
            ),
            changed.to_owned(),
            "While it is in use at the request of the contracting authority, the time spent in it counts as no wait under ‘Waits’ and ‘More people than forecast’.".to_owned(),
        ]
    } else {
        vec![
            format!(
                "A waiting room in front of the first stage shall admit {rate} in the order in which they came; nobody shall be moved or passed over."
            ),
            changed.to_owned(),
        ]
    };
    sentences.extend(facts.inside_most.map(|most| {
        format!(
            "While {} people who were admitted have not finished all stages, nobody shall be admitted.",
            exact(most)
        )
    }));
    sentences.extend(facts.waiting.map(|(most, forecast)| {
        format!(
            "The waiting room shall hold at least {} people who wait at once, and beyond that number nobody shall be let past it. The number is {} of people waiting at once when it is in use and {} times the forecast come, {}, rounded up.",
            exact(most),
            from(facts.is_from_high),
            exact(facts.overshoot),
            known(Unit::People, &forecast)
        )
    }));
    sentences.push(format!(
        "Whoever waits shall be shown, kept up to date, how many people are ahead, how long the wait is expected to last and at what time their turn is expected; the place of somebody who leaves shall be kept for {} minutes.",
        exact(facts.return_min)
    ));
    sentences
}

fn test(facts: &TestFacts) -> Vec<String> {
    vec![
        format!(
            "The contractor shall pass all of the following load tests by {}, {} days before the first window opens.",
            day(facts.until),
            exact(facts.days_before)
        ),
        format!(
            "(a) The forecast: the arrivals of every minute in the load profile ‘{}’ of the plan (fingerprint {}, model {}) are sent as they stand there. At least the busiest window, number {} (opens at {}), shall be sent from beginning to end.",
            facts.profile,
            facts.fingerprint,
            facts.model,
            facts.busiest.0,
            moment(facts.busiest.1)
        ),
        format!("(b) More than the forecast: {} times the arrivals of (a).", exact(facts.times)),
        format!(
            "(c) Sustained: each stage is sent arrivals of the capacity required under ‘Capacity’ for {} minutes without a break.",
            exact(facts.test_min)
        ),
        "The tests are passed if, measured as under ‘Measurement’, (a) meets ‘Waits’, (b) meets ‘More people than forecast’ and (c) meets ‘Capacity’. If any is not met, the cause shall be mended and all tests begun anew.".to_owned(),
        "Arrivals shall be sent at their time, whether or not those before them have been served. The tests shall run on the configuration that is to be operated, and shall include the way through outside bodies such as the verifier of identities.".to_owned(),
    ]
}

fn windows(facts: &WindowFacts) -> Vec<String> {
    let closing = match facts.closings {
        Closings::Open => {
            "Closing times serve the announcement; whoever comes after them during the period of operation shall be received."
        }
        Closings::Hard => {
            "Whoever comes after the closing of their window is not received, and shall be told when they can come next."
        }
        Closings::Mixed => "Whether people are received after a closing is said for each window in the timetable.",
    };
    vec![
        format!(
            "There are {} windows; the first opens at {} and the last closes at {}. The times of each window and who is invited follow the timetable of the plan (fingerprint {}).",
            facts.windows,
            moment(facts.opens),
            moment(facts.closes),
            facts.fingerprint
        ),
        format!("The period of operation lasts from the opening of the first window until {}.", moment(facts.ends)),
        format!(
            "At most {} people shall be invited to one window. Only the people of a window shall be sent its announcement, and nobody shall be sent the announcement of a later window early.",
            exact(facts.most)
        ),
        closing.to_owned(),
        "Times, people and order of the windows shall not be changed without the written consent of the contracting authority.".to_owned(),
    ]
}

fn evidence(facts: &EvidenceFacts) -> Vec<String> {
    vec![
        format!(
            "The contractor shall deliver the following within {} days of the end of the load test and of the end of the period of operation, each time.",
            exact(facts.deliver_days)
        ),
        format!(
            "(a) Records by stage and minute: attempts that arrived, people whose service began, who finished, who failed, who left while waiting, who were being served and who were waiting, and the {}th percentile and the longest of the waits.",
            per_cent(facts.percentile)
        ),
        "(b) Test report: environment, load that was sent, and for each requirement the value measured and whether it was met.".to_owned(),
        "(c) Raw data: for each attempt the times of arrival, of the beginning and of the end of its service, and the result; nothing by which a person could be known.".to_owned(),
        format!(
            "The records shall be set beside the forecast of the plan by the minute (fingerprint {}, model {}), and each difference stated with its cause. (a) and (c) shall be text files that can be read as tables.",
            facts.fingerprint, facts.model
        ),
    ]
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::PlanFails(verdict, stage) => {
            let more = stage.as_ref().map_or_else(String::new, |(stage, times)| {
                format!(" Of ‘{stage}’ they ask {} times the capacity in the plan.", near(*times))
            });
            format!(
                "With the capacity written in it, this plan does not meet its target (verdict: {}). The sentences below ask for the capacity that does.{more} If that capacity cannot be had, split the windows further.",
                COMMON.verdict(*verdict)
            )
        }
        Remark::Holds(load) => format!(
            "With the capacity asked for, every slot meets the target{}.",
            load.map_or_else(String::new, |load| format!(" (highest load {}%)", per_cent((load * 100.0).round() / 100.0)))
        ),
        Remark::AskedFails(verdict, remedy) => {
            let remedy = match remedy {
                Remedy::Headroom(share) => format!("A headroom of at least {}% does.", per_cent(*share)),
                Remedy::Capacity(times) => {
                    format!("{} times all capacities, the waiting room included, do.", exact(*times))
                }
                Remedy::OtherWindows => "No capacity does; split the windows further.".to_owned(),
            };
            format!(
                "Even with what these sentences ask for, the target is not met (verdict: {}). {remedy}",
                COMMON.verdict(*verdict)
            )
        }
        Remark::Chance(breaks, of) => format!(
            "With the capacity asked for, {breaks} of {of} forecasts over the ranges of the assumptions do not meet the target. Consider starting from the upper end of the band."
        ),
        Remark::NoBands => "The 90% bands are being computed.".to_owned(),
        Remark::NoRanges => "No assumption has a range, so that there are no 90% bands. Forecasts are at the likely values.".to_owned(),
        Remark::ChangesLeftAway(count) => format!(
            "The plan changes capacities by the clock ({count} changes). These sentences ask for one capacity throughout the period of operation, and their forecasts leave the changes away."
        ),
        Remark::NotAsked(stages) => format!(
            "No capacity is asked of stages without a limit ({}). To ask for one, enter it under the journey.",
            stages.join(", ")
        ),
        Remark::WaitsLeftOut => "Waits that the forecast does not keep are not asked for.".to_owned(),
        Remark::NeverRecovers => {
            "With more people than forecast, somebody still waits at the end of the horizon; no time to recover and no waits are asked for then. Raise the headroom.".to_owned()
        }
        Remark::FewerCome(times) => format!(
            "No more can come than are invited: what happens beyond the forecast is computed for {} times only, in some windows.",
            near(*times)
        ),
    }
}
