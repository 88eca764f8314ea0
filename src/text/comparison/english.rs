//! What differs between two plans, in English.

use super::{ComparisonText, MoveFacts, NumberFacts, WhoFacts, decades, few};
use crate::text::Language::English;
use crate::text::format::{duration, integer, rounded_people};

pub(super) static TEXTS: ComparisonText = ComparisonText {
    same: "Apart from names and notes the two plans are the same.",
    same_forecast: "The forecast stays the same.",
    like_forecast: "The forecast stays nearly the same.",
    who,
    whoever: |groups, more| match more {
        0 => joined(&groups.iter().map(String::as_str).collect::<Vec<_>>(), 0, ""),
        more => joined(&groups.iter().map(String::as_str).collect::<Vec<_>>(), more, "other group"),
    },
    moved,
    shifted: |seconds| {
        let by = match seconds.unsigned_abs() {
            86_400 => "a day".to_owned(),
            by if by % 86_400 == 0 => format!("{} days", by / 86_400),
            by => duration(English, by as f64),
        };
        format!("Everybody is invited {by} {}.", if seconds > 0 { "later" } else { "earlier" })
    },
    many_moves: |moved, invited, moves| {
        let who = if moved.round() == invited.round() {
            format!("All {} invited people", integer(moved))
        } else {
            format!("{} of {} invited people", integer(moved), integer(invited))
        };
        format!("{who} are asked to come at another time, in {moves} moves; the largest follow.")
    },
    total: |before, after| {
        let verb = if after > before { "grows" } else { "shrinks" };
        format!("The membership {verb} from {} to {}.", integer(before as f64), integer(after as f64))
    },
    regions_added: |names| format!("New in the table of members: {}.", regions(names)),
    regions_removed: |names| format!("No longer in the table of members: {}.", regions(names)),
    regions_counted: |names| format!("The counts of members differ in {}.", regions(names)),
    bands: "The ages are cut into other bands.",
    window_count: |before, after| format!("There are {} instead of {before}.", slots(after)),
    catch_up_added: |opens| format!("A catch-up slot opens on {opens}."),
    catch_up_removed: |opens| format!("The catch-up slot of {opens} is dropped."),
    closes: |opens, before, after| format!("The slot of {opens} closes at {after} instead of {before}."),
    closes_hard: |opens, now| match now {
        true => format!("The slot of {opens} now turns away whoever comes after its closing."),
        false => format!("The slot of {opens} no longer turns anybody away after its closing."),
    },
    window_show_up: |opens, before, after| {
        let said = |share: Option<&str>| share.unwrap_or("that of the plan").to_owned();
        format!("In the slot of {opens} the share that comes at all is {} instead of {}.", said(after), said(before))
    },
    stage_added: |name| format!("The journey has a new stage, {name}."),
    stage_removed: |name| format!("The stage {name} is dropped."),
    stage_renamed: |before, after| format!("The stage {before} is now called {after}."),
    stages_reordered: "The stages come in another order.",
    waiting_room_added: "There is now a waiting room in front.",
    waiting_room_removed: "The waiting room in front is dropped.",
    number,
    target: |name| format!("Target · {name}"),
    range: |name, before, after| {
        let name = capital(name);
        let span = |[low, high]: [String; 2]| format!("{low} to {high}");
        match (before.map(span), after.map(span)) {
            (Some(before), Some(after)) => format!("{name} may range over {after} instead of {before}."),
            (None, Some(after)) => format!("{name} may now range over {after}."),
            (before, None) => format!("{name} no longer has a range; before, {}.", before.unwrap_or_default()),
        }
    },
    fields: |names| format!("Also different: {}.", names.join("; ")),
    peak: |before, after, rises| {
        format!("The highest peak {} from {before} to {after}.", if rises { "rises" } else { "falls" })
    },
    broken: |before, after| match (before, after) {
        ((0, _), (0, _)) => String::new(),
        ((0, _), (broken, of)) => format!("{} now; before, none broke.", breaking(broken, of)),
        ((broken, of), (0, _)) => format!("No slot breaks any more; before, {broken} of {of} did."),
        ((earlier, earlier_of), (broken, of)) => {
            format!("{}; before, {earlier} of {earlier_of} did.", breaking(broken, of))
        }
    },
    wait: |before, after, rises| match (before, after) {
        ("", after) => format!("The longest wait is now {after}; before, nobody waited."),
        (before, "") => format!("Nobody waits any more; before, the longest wait was {before}."),
        (before, after) => {
            format!("The longest wait {} from {before} to {after}.", if rises { "grows" } else { "falls" })
        }
    },
    queue: |before, after| {
        let verb = if after > before { "grows" } else { "shrinks" };
        format!("The longest queue {verb} from {} to {} people.", rounded_people(before), rounded_people(after))
    },
    lost: |before, after| match (before < 0.5, after < 0.5) {
        (_, true) => format!("Nobody gives up any more; before, {} did.", rounded_people(before)),
        (true, _) => format!("{} people give up; before, nobody did.", rounded_people(after)),
        _ => format!(
            "{} {} people give up: {} instead of {}.",
            rounded_people((after - before).abs()),
            if after > before { "more" } else { "fewer" },
            rounded_people(after),
            rounded_people(before)
        ),
    },
    done: |before, after| match (before, after) {
        (Some(before), Some(after)) => format!("95% are done by {after} instead of {before}."),
        (None, Some(after)) => format!("95% are now done by {after}; before, never within the plan."),
        (before, _) => {
            format!("95% are no longer done within the plan; before, by {}.", before.unwrap_or_default())
        }
    },
};

fn who(facts: &WhoFacts) -> String {
    let ages: Vec<String> = facts.ages.iter().map(|&span| age(span)).collect();
    let is_decade = facts.ages.iter().all(|&span| decades(span).is_some());
    let ages = ages.join(" and ");
    let place = match (facts.regions.is_empty(), ages.as_str()) {
        (true, "") => "everybody".to_owned(),
        (false, "") => format!("everybody in {}", regions(&facts.regions)),
        (true, ages) if is_decade => format!("the {ages}"),
        (true, ages) => format!("those aged {ages}"),
        (false, ages) if is_decade => format!("the {ages} of {}", regions(&facts.regions)),
        (false, ages) => format!("those aged {ages} in {}", regions(&facts.regions)),
    };
    match facts.digits.is_empty() {
        true => place,
        false => format!("{place} ({})", facts.digits.join(", ")),
    }
}

fn age(span: (u32, Option<u32>)) -> String {
    if let Some(decades) = decades(span) {
        return decades.iter().map(|decade| format!("{decade}s")).collect::<Vec<_>>().join(" and ");
    }
    match span {
        (from, Some(to)) if from == to => from.to_string(),
        (from, Some(to)) => format!("{from} to {to}"),
        (from, None) => format!("{from} and older"),
    }
}

fn regions<S: AsRef<str>>(names: &[S]) -> String {
    let (named, more) = few(names);
    joined(&named, more, "other")
}

/// `a, b and 3 others`.
fn joined(names: &[&str], more: usize, what: &str) -> String {
    let mut parts: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    match more {
        0 => {}
        1 => parts.push(format!("1 {what}")),
        more => parts.push(format!("{more} {what}s")),
    }
    match parts.as_slice() {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => parts.concat(),
    }
}

fn moved(facts: &MoveFacts) -> String {
    let verb =
        |one: &'static str, several: &'static str| if facts.who.starts_with("everybody") { one } else { several };
    let whom = format!("{}, {} people,", capital(&facts.who), integer(facts.people));
    match (&facts.from, &facts.to) {
        (Some(from), Some(to)) => format!("{whom} {} from {from} to {to}.", verb("moves", "move")),
        (None, Some(to)) => format!("{whom} {} newly invited on {to}.", verb("is", "are")),
        (from, _) => format!(
            "{whom} {} no longer invited; before, on {}.",
            verb("is", "are"),
            from.as_deref().unwrap_or_default()
        ),
    }
}

fn number(facts: &NumberFacts) -> String {
    let NumberFacts { place, before, after, rises, .. } = facts;
    let place = capital(place);
    match rises {
        Some(rises) => format!("{place} {} from {before} to {after}.", if *rises { "rises" } else { "falls" }),
        None => format!("{place}: {after} instead of {before}."),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn slots(count: usize) -> String {
    if count == 1 { "1 slot".to_owned() } else { format!("{count} slots") }
}

fn breaking(broken: usize, of: usize) -> String {
    format!("{broken} of {} {}", slots(of), if broken == 1 { "breaks" } else { "break" })
}
