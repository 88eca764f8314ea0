//! The subject `notices` in English.

use super::{Common, NoticeWords, NoticesWords, RemarkWords, Who, common, listed};
use crate::clock::CivilTime;
use crate::staging::cohorts::BirthYears;
use crate::staging::link_template::LinkFault;
use crate::staging::lint::BirthPart;
use crate::staging::windows::outside::{After, Before};
use crate::text::Language;
use crate::text::format::{self, decimal, integer, time_of_day};

pub static WORDS: NoticesWords = NoticesWords {
    title: "Write the notices",
    remarks_heading: "Before you announce it",
    nothing: "Nothing in the rules and windows was found that people would misread or call unfair.",
    remarks: REMARKS,

    writing: "What goes into the notices",
    languages: "Language of the notices",
    language_names: ["Korean", "English", "Korean and English"],
    sender: "Sender",
    sender_help: "Such as City of Busan. Left out where empty.",
    link: "Link for the download",
    link_help: "For a link per cohort write {number} where its number goes and {name} where its name goes, such as https://example.kr/get?group={number}",
    link_fault: |fault| match fault {
        LinkFault::NotHttps => {
            "The address does not begin with https://. Write it like https://example.kr/get.".to_owned()
        }
        LinkFault::NoHost => {
            "There is no host that could be behind https://. Write it like https://example.kr/get.".to_owned()
        }
        LinkFault::PlaceholderInHost => {
            "{number} and {name} cannot be part of the host. Put them behind the “/” that follows it.".to_owned()
        }
        LinkFault::UnknownPlaceholder(inside) => {
            format!("Nothing is known that goes into {{{inside}}}. Write {{number}} or {{name}}.")
        }
        LinkFault::LoneBrace => "A brace lacks its other half. Write {number} or {name}.".to_owned(),
        LinkFault::Blank => "There is a blank in the address. Take it out.".to_owned(),
    },
    no_link: "There is no link, so the notices do not say where to download.",
    one_link: "All cohorts have the same link. With a link of its own per cohort you can tell who comes out of turn.",
    link_first: "Once the link can be used, all notices and the list can be saved.",
    no_cohorts: "There is no cohort, and so nobody to write to. Make cohorts first.",

    cohort: "Cohort to look at",
    preview: "Notice",
    all: "All notices",
    all_text: "Notices of all cohorts",
    all_file: "notices.txt",
    list: "Links and notices by cohort",
    list_text: "The list as CSV",
    list_file: "notices-by-cohort.csv",
    columns: ["Number", "Cohort", "Who", "Members", "Opens", "Closes", "Catch-up", "Link"],
    notice_columns: ["Notice (Korean)", "Notice (English)"],
    numbered: |number, name| format!("{number} – {name}"),
};

const REMARKS: RemarkWords = RemarkWords {
    and_more: |count| format!("and {} more", integer(count as f64)),
    and: |name, people| format!("{name} ({})", integer(people as f64)),
    year_and_day: |years, days| {
        format!(
            "Cohorts by the digit of the year of birth: {}; by that of the day of birth: {}. People mix the two up and come at the wrong time. Settle on one of them.",
            integer(years as f64),
            integer(days as f64)
        )
    },
    unclear: |count, names| {
        format!(
            "Cohorts whose name does not say whether the digit is of the year or of the day of birth: {} ({names}). Say it in the name, such as “year of birth ends in”.",
            integer(count as f64)
        )
    },
    digits: |part, digits| {
        let of = match part {
            Some(BirthPart::Year) => "year of birth ends in",
            Some(BirthPart::Day) => "day of birth ends in",
            None => "ends in",
        };
        if digits.len() == 10 {
            "everybody, whatever the digit".to_owned()
        } else {
            format!("{of} {}", ending(digits)).trim_end().to_owned()
        }
    },
    contradicts: |name, said, selected, more| {
        let more =
            if more > 0 { format!(" Further cohorts like this: {}.", integer(more as f64)) } else { String::new() };
        format!(
            "The name and the rule of “{name}” differ: the name says “{said}”, the rule “{selected}”.{more} Mend the name or the rule."
        )
    },
    same_name: |name, count| {
        format!(
            "Cohorts with the name “{name}”: {}. Rename them so that people can tell them apart.",
            integer(count as f64)
        )
    },
    more_names: |count| format!("Further names that several cohorts share: {}.", integer(count as f64)),
    in_no_cohort: |people, regions, ages| {
        let places: Vec<&str> = [regions, ages].into_iter().filter(|place| !place.is_empty()).collect();
        let places = if places.is_empty() { String::new() } else { format!(": {}", places.join("; ")) };
        format!(
            "Members in no cohort: {}{places}. They get no notice. Add a cohort or widen a rule.",
            integer(people as f64)
        )
    },
    in_two_cohorts: |people, one, other, shared| {
        format!(
            "Members in more than one cohort: {}. “{one}” and “{other}” share the most, {}. They get notices that contradict each other. Change the rules so that they do not overlap.",
            integer(people as f64),
            integer(shared as f64)
        )
    },
    in_no_window: |count, names, people| {
        format!(
            "Cohorts in no window: {} with {} members ({names}). Place them in a window.",
            integer(count as f64),
            integer(people as f64)
        )
    },
    empty_cohort: |count, names| {
        format!("Cohorts that hold nobody: {} ({names}). Take them out or look at their rules.", integer(count as f64))
    },
    digits_without_people: |name, digits, more| {
        let more =
            if more > 0 { format!(" Further cohorts like this: {}.", integer(more as f64)) } else { String::new() };
        format!(
            "Nobody of the ages of “{name}” was born in a year that ends in {digits}: an age band of fewer than ten years lacks some digits.{more} Take those digits out, or put age bands together."
        )
    },
    night: |windows, regions, people| {
        format!(
            "Windows that touch the night (22:00–07:00): {} with {} members ({regions}). Move them to the day, or let regions take turns.",
            integer(windows as f64),
            integer(people as f64)
        )
    },
    working_hours: |count, names, people, others| {
        format!(
            "Cohorts with windows on weekdays from 09:00 to 18:00 only: {} with {} members ({names}). Others have an evening or a day off: {}. Add evening windows, or catch-up windows at the weekend.",
            integer(count as f64),
            integer(people as f64),
            integer(others as f64)
        )
    },
    unequal: |largest, most, smallest, least, ratio| {
        format!(
            "Windows differ much in expected starters: {} in the largest ({largest}), {} in the smallest ({smallest}), {} times as many. If that is no pilot, even them out by making windows by rule.",
            integer(most),
            integer(least),
            decimal(ratio, 1)
        )
    },
    elderly: |when, age, people, starters| {
        format!(
            "The busiest window ({when}, {} expected starters) invites {} members aged {age} and over. Move them to a quieter one, or have people ready to help.",
            integer(starters),
            integer(people as f64)
        )
    },
};

pub static NOTICE: NoticeWords = NoticeWords {
    heading: |sender| {
        if sender.is_empty() {
            "When to download the app".to_owned()
        } else {
            format!("[{sender}] When to download the app")
        }
    },
    who,
    nobody: "Nobody is meant.",
    whom: |who| format!("For: {who}"),
    span: |opens, closes| {
        let end = if opens.date() == closes.date() { time_of_day(closes) } else { moment(closes) };
        format!("{} to {end}", moment(opens))
    },
    window: |span| format!("Your time: {span}"),
    no_window: "Your time is not set yet. We will write again once it is.",
    before: |before, stage| {
        match before {
        Before::FirstToOpen => "Before that time nothing is open yet.".to_owned(),
        Before::Free => {
            "If you come earlier nothing stops you, but you will meet the people whose turn it is and may wait long: come at your own time.".to_owned()
        }
        Before::TurnedAway { .. } => {
            format!("If you come earlier you cannot get past “{stage}”: come at your own time.")
        }
        Before::CatchUp => "This time is for whoever missed the one they were given before.".to_owned(),
    }
    },
    missed: |after, catch_up| match (after, catch_up) {
        (After::Free, None) => "If you miss it you can still come later.".to_owned(),
        (After::Free, Some(times)) => {
            format!("If you miss it you can still come later; there is extra time for you on {times}.")
        }
        (After::Shut, None) => {
            "After that time you cannot start any more. No extra time is set, so keep to yours.".to_owned()
        }
        (After::Shut, Some(times)) => {
            format!("After that time you cannot start any more. If you miss it, come in the extra time: {times}.")
        }
    },
    link: |address| format!("Download: {address}"),
};

fn moment(time: CivilTime) -> String {
    format::moment(Language::English, time)
}

fn ending(digits: &[u8]) -> String {
    match common(digits) {
        Common::Odd => "an odd digit".to_owned(),
        Common::Even => "an even digit".to_owned(),
        Common::Nothing => listed(&digits.iter().map(u8::to_string).collect::<Vec<_>>(), " or "),
    }
}

/// `residents of Jung-gu born from 1993 to 2002`.
fn who(who: &Who) -> String {
    if who.regions.is_none() && who.born.is_none() && who.year_digits.is_none() && who.day_digits.is_none() {
        return "all members".to_owned();
    }
    let mut said = match &who.regions {
        Some(regions) => {
            let names: Vec<String> = regions.iter().map(|&name| name.to_owned()).collect();
            format!("residents of {}", listed(&names, " or "))
        }
        None => "members".to_owned(),
    };
    if let Some(spans) = &who.born {
        let span = |span: &BirthYears| match span.first {
            Some(first) if first == span.last => format!("in {first}"),
            Some(first) => format!("from {first} to {}", span.last),
            None => format!("in {} or before", span.last),
        };
        said.push_str(&format!(" born {}", listed(&spans.iter().map(span).collect::<Vec<_>>(), " or ")));
    }
    let year = who.year_digits.map(|digits| format!("whose year of birth ends in {}", ending(digits)));
    let day =
        who.day_digits.map(|digits| format!("whose day of birth (the day of the month) ends in {}", ending(digits)));
    let digits: Vec<String> = year.into_iter().chain(day).collect();
    if digits.is_empty() { said } else { format!("{said} {}", digits.join(" and ")) }
}
