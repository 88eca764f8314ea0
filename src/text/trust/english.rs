//! How far a forecast can be trusted, in English.

use super::{
    Agreement, Compared, LeftOut, NearLimit, ProbeFacts, ProbeKind, Simulating, TrustText, remaining, with_margin,
};
use crate::risk::PlanFigure;
use crate::text::Language::English;
use crate::text::format::{decimal, duration, flow_number, integer, rounded_people};

pub static TEXT: TrustText = TrustText {
    heading: "How far can this be trusted?",
    link: "How far can this be trusted?",
    open: "Show",
    close: "Hide",
    in_it: "A simulation beside the forecast, what the model leaves out, which numbers are weak, and what to measure first.",
    beside: "Beside a simulation of every person",
    beside_note: |runs, people| {
        format!(
            "Every single person comes, waits and tries again, in {runs} runs of about {} people each. ± is the 99% interval of the mean. Figures agree within ± or 5%, or where waits differ by a second at most.",
            rounded_people(people)
        )
    },
    stale: "The simulation below is of the plan before your last change.",
    not_yet: "Nothing has been simulated yet.",
    fell: "The simulation was interrupted twice. Plan and forecast are as they were.",
    cancelled: "The simulation was cancelled.",
    too_large: |attempts| {
        format!(
            "With {} attempts the plan is too large to simulate every person. The forecast stands.",
            integer(attempts)
        )
    },
    simulate: "Simulate now",
    again: "Again with other random numbers",
    cancel: "Cancel",
    progress: |done, of, left| {
        let left = left.map(|left| format!(", about {} left", remaining(English, left))).unwrap_or_default();
        match of {
            0 | 1 => format!("Getting ready to simulate{left}."),
            _ => format!("Simulating: {done} of {of} runs{left}"),
        }
    },
    compared: |compared, percentile| match compared {
        Compared::Queue => "Longest queue (people)".to_owned(),
        Compared::Wait => format!("Wait of {percentile}"),
        Compared::Lost => "Gave up (people)".to_owned(),
        Compared::Starters => "People who start".to_owned(),
        Compared::Finished => "Finish".to_owned(),
        Compared::Unfinished => "Not done in the end".to_owned(),
    },
    forecast: |figure| format!("{figure}, forecast"),
    simulated: |figure| format!("{figure}, simulated"),
    of_plan: |figure, forecast, simulated| format!("{figure}: forecast {forecast}, simulated {simulated}"),
    agreement: "Comparison",
    whole_plan: "Whole plan",
    agrees: |agreement, compared| match (agreement, compared) {
        (Agreement::Within, _) => "Agree: within ±",
        (Agreement::Close, _) => "Agree",
        (Agreement::NotOver, _) => "Agree: neither is over",
        (Agreement::OneNotOver, _) => "Differ: one of them is not over",
        (Agreement::More, Compared::Queue) => "Differ: the queue is longer; go by the simulation",
        (Agreement::More, Compared::Wait) => "Differ: people wait longer; go by the simulation",
        (Agreement::More, Compared::Lost) => "Differ: more give up; go by the simulation",
        (Agreement::More, _) => "Differ: the simulation has more",
        (Agreement::Fewer, Compared::Queue | Compared::Wait | Compared::Lost) => {
            "Differ: the forecast is on the safe side"
        }
        (Agreement::Fewer, _) => "Differ: the simulation has fewer",
    },
    in_short: |agree, of| {
        if agree == of {
            format!("All {of} rows agree with the forecast.")
        } else {
            format!("{agree} of {of} rows agree with the forecast, {} differ.", of - agree)
        }
    },
    left_out: "What the model leaves out",
    is_left_out: left_out,
    weak: "Weak or unknown assumptions",
    weak_note: |ranked| {
        if ranked {
            "Numbers that nobody measured, or that have no source or no range; those that move the result most come first."
        } else {
            "Numbers that nobody measured, or that have no source or no range. Once ranges are given and computed, those that move the result most come first."
        }
    },
    none_weak: "Every number has a measured or reported source, and a range.",
    number: "Number",
    value: "Likely",
    range: "90% range",
    source: "Source",
    influence: "Moves",
    no_range: "no range",
    unknown_influence: "not known",
    small_influence: "little",
    moves: |figure| match figure {
        PlanFigure::PeakLoad => "peak load",
        PlanFigure::WaitTarget | PlanFigure::WaitMax => "wait",
        PlanFigure::PeakQueue | PlanFigure::PeakInside => "queue",
        PlanFigure::Lost => "giving up",
        PlanFigure::DoneAt => "when done",
        _ => "people",
    },
    show_all: |count| if count == 1 { "One more number".to_owned() } else { format!("{count} more numbers") },
    first: "What to measure first",
    none_first: "None of the guessed numbers clearly moves the result.",
    probe,
    near_limit,
    near_limits: |count, stage| {
        let slots = match count {
            0 => "The time between the slots is close to the capacity or above it".to_owned(),
            1 => "One slot is close to its capacity or above it".to_owned(),
            _ => format!("{count} slots are close to their capacity or above it"),
        };
        let stage = match stage {
            Simulating::Done => {
                "So every single person was simulated; the table has those figures below the forecast's."
            }
            Simulating::OnItsWay => "So every single person is being simulated.",
            Simulating::No => "See “How far can this be trusted?” to have every single person simulated.",
        };
        format!("{slots}, where chance alone can make the queue longer. {stage}")
    },
    others: |count| {
        let slots = match count {
            0 => "The time between the slots comes".to_owned(),
            1 => "One slot comes".to_owned(),
            _ => format!("{count} slots come"),
        };
        format!(
            "{slots} out otherwise when every single person is simulated; the table has those figures below the forecast's."
        )
    },
    mark: |value| format!("simulated {value}"),
};

fn left_out(what: LeftOut) -> String {
    match what {
        LeftOut::Luck => "The forecast is a mean over many people. Chance shows in the simulation alone.",
        LeftOut::SameWait => "In the forecast all who come at one instant wait equally long.",
        LeftOut::OneLine => "Each stage has one line, first come, first served. With several lines some wait longer.",
        LeftOut::Outages => "Nothing fails but what the plan says, and stages do not slow each other down.",
        LeftOut::Network => "Networks, app stores, phones and late messages have no part in it.",
        LeftOut::News => "Nobody comes earlier or later because of news about the queue.",
        LeftOut::EvenDays => "All times are in the plan's own time zone, and every day has 24 hours.",
        LeftOut::Patience => "How long people wait before they leave is drawn for each by an exponential law of one mean, whatever wait is announced.",
        LeftOut::Retries => {
            "New attempts are spread over time. An app that retries by itself at a fixed interval brings far higher peaks."
        }
        LeftOut::DayAndNight => "People are taken to come by night as they do by day.",
        LeftOut::SameShowUp => "The share that comes is taken to be the same in every region and age.",
        LeftOut::ServiceLaw => "The forecast knows the mean service time alone; its law enters the simulation only.",
        LeftOut::WaitingRoom => "Whoever reloads the waiting room keeps their place.",
        LeftOut::TurnedAway => "Whoever is turned away comes back in a catch-up window only.",
        LeftOut::Visitors => "The uninvited and other users of a stage try once only.",
        LeftOut::CatchUp => "Who comes to a catch-up window is estimated from the shares of each cohort.",
        LeftOut::FewPeople(slots) => {
            let slots = if slots == 1 { "one slot".to_owned() } else { format!("{slots} slots") };
            return format!("Fewer than 1,000 people start in {slots}; percentiles of so few vary widely.");
        }
        LeftOut::NoBand => "No formula gives the spread by chance of this plan; the simulation alone shows it.",
    }
    .to_owned()
}

fn probe(facts: &ProbeFacts) -> String {
    let stage = facts.stage.as_deref().unwrap_or("Waiting room");
    match facts.kind {
        ProbeKind::LoadTest if facts.per_second > 0.0 => format!(
            "Load test of {stage}: go up to {} per second ({} sessions at once), hold for 30 minutes, and note where it slows down.",
            flow_number(facts.per_second),
            integer(facts.at_once.ceil())
        ),
        ProbeKind::LoadTest => format!("Load test of {stage}: raise the rate, and note where it slows down."),
        ProbeKind::ShowUp => "Pilot: invite one small region first, and count who of the invited starts.".to_owned(),
        ProbeKind::Opening => {
            "Pilot: count who starts, each minute of the first hour and each hour from then on.".to_owned()
        }
        ProbeKind::Waiting => format!(
            "Queue of {stage}: from a pilot or an earlier service, take when each person left the line and when they came back."
        ),
        ProbeKind::Failing => format!(
            "Failures of {stage}: take from the provider's answers how many fail, and how many of those try again."
        ),
        ProbeKind::Timing => {
            format!("Times of {stage}: note start and end of 1,000 quiet services or more; take mean and spread.")
        }
        ProbeKind::Keeping => "Pilot: find by member number how many start in it who were not invited.".to_owned(),
        ProbeKind::Others => match &facts.stage {
            Some(stage) => {
                format!("Records of {stage}: count the other users per hour on the same weekday of last month.")
            }
            None => "Records: find how many outsiders came when a similar service was opened.".to_owned(),
        },
        ProbeKind::Members => {
            "Register: count the members by region and age again, as of the day of the invitation.".to_owned()
        }
    }
}

/// Where queue and wait lie by formula.
fn band(slot: &NearLimit) -> String {
    let Some([queue, wait]) = slot.band else { return String::new() };
    let bands = &English.catalogue().bands;
    let queue = bands.ends(&integer(queue.0), &integer(queue.1));
    let waits = match wait.1.is_finite() {
        true => format!(", the longest wait {}", bands.ends(&duration(English, wait.0), &duration(English, wait.1))),
        false => String::new(),
    };
    format!(" By formula, nine times of ten the longest queue is {queue} people{waits}.")
}

fn near_limit(slot: &NearLimit) -> String {
    let name = slot.number.map_or_else(|| "The time between windows".to_owned(), |number| format!("Slot {number}"));
    let why = match slot.band {
        Some(_) => "is close to its capacity or above it, where chance alone can make the queue longer.",
        None => "comes out otherwise when every single person is simulated.",
    };
    let band = band(slot);
    let Some([queue, wait]) = slot.simulated else {
        let on_its_way = " Every single person is being simulated.";
        return format!("{name} {why}{band}{}", if slot.stage == Simulating::OnItsWay { on_its_way } else { "" });
    };
    format!(
        "{name} {why}{band} Every person simulated, mean of {} runs: longest queue {} people (forecast {}), wait {} (forecast {}). It breaks in {} of them.",
        slot.breaks.map_or(0, |breaks| breaks.of),
        with_margin(English, Compared::Queue, queue.0, queue.1),
        decimal(slot.fluid.0, 0),
        with_margin(English, Compared::Wait, wait.0, wait.1),
        English.catalogue().common.wait(English, slot.fluid.1),
        slot.breaks.map_or(0, |breaks| breaks.happened)
    )
}
