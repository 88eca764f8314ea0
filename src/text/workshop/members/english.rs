//! Words of the subject `members`, in English.

use super::MembersWords;
use crate::import::fault::{Many, PersonMark};
use crate::import::label::Sex;
use crate::import::period::Period;
use crate::import::{BandWidth, ImportFault, Reason, SumOf};
use crate::text::format;

pub(super) static WORDS: MembersWords = MembersWords {
    title: "Bring a table of members",
    begin: "Paste or open a table of people by region and age band. It does not leave this computer.",
    paste: "Paste a table",
    paste_help: "Paste it as it was copied from a spreadsheet or a web page.",
    file: "Choose a file",
    file_hint: "Or drop a CSV, TSV or XLSX file here. Exports of the resident registration open as they come.",
    starters: "Start from registered residents",
    starter: [
        ("Busan, 16 districts", "3,303,295 residents, December 2022"),
        ("Seoul, 25 districts", "9,355,332 residents, December 2022"),
        ("Korea, 17 provinces", "51,200,910 residents, December 2022"),
    ],
    starter_take: "Start from this table",
    starter_source: "Ministry of the Interior and Safety, resident registration statistics, 2022-12",
    pasted: "Pasted table",
    brought: |name| format!("{name} · it does not leave this computer."),
    people: "People to bring in",
    regions: "Regions",
    ages: "Age bands",
    left_out: "Left out",
    to_check: "To check",
    count_people: |people| format::integer(people as f64),
    count: |count| format::integer(count as f64),
    understood: "How it was read",
    details: "How the file was read",
    encoding: "Encoding",
    delimiter: "Cells are parted by",
    delimiters: ["comma", "tab", "semicolon", "vertical bar"],
    sheet: "Sheet",
    header_rows: "Lines before the figures",
    decimal_mark: "Decimal mark",
    point: "point (1,234.5)",
    comma: "comma (1.234,5)",
    thousands: "Unit of the table",
    single_people: "people",
    in_thousands: "thousands of people",
    columns: "What each column holds",
    column: |number, label| if label.is_empty() { format!("Column {number}") } else { label.to_owned() },
    roles: ["regions", "codes of regions", "ages", "sex", "year", "another distinction", "people", "not used"],
    taken_back: |fault| format!("{fault} So that choice was taken back."),
    orientation: |down, across| match (down.is_empty(), across.is_empty()) {
        (false, false) => format!("Down the rows: {}. Across the columns: {}.", down.join(", "), across.join(", ")),
        (true, _) => format!("Across the columns: {}.", across.join(", ")),
        (_, true) => format!("Down the rows: {}. Each line has one figure.", down.join(", ")),
    },
    dimensions: ["regions", "ages", "sexes", "years"],
    measure: "Which people",
    measure_unnamed: "(no name)",
    period: "Year",
    period_name: |period| period.map_or_else(|| "not in the table".to_owned(), period_name),
    year_fault: "Write the year of the table, such as 2024.",
    sex: "Sex",
    sex_name: |sex| match sex {
        Sex::Both => "both",
        Sex::Male => "men",
        Sex::Female => "women",
    },
    level: "Level of regions",
    level_name: |rank, by_code, regions| {
        let name = match (by_code, rank) {
            (true, 1) => "provinces".to_owned(),
            (true, 2) => "districts".to_owned(),
            (true, 3) => "down to wards of cities".to_owned(),
            (true, _) => "neighbourhoods".to_owned(),
            (false, rank) => format!("level {rank}"),
        };
        format!("{name} ({regions})")
    },
    bands: "Age bands",
    band_width: |width| match width {
        BandWidth::AsGiven => "as in the table".to_owned(),
        BandWidth::Years(years) => format!("{years} years each"),
        BandWidth::Own(bands) if !bands.is_empty() => "as in the plan in hand".to_owned(),
        BandWidth::Own(_) => "bands of my own".to_owned(),
    },
    own_bands: "Own age bands",
    own_bands_help: "Such as 15-19, 20-39, 40-59, 60+. Ages that are not named are no members.",
    own_bands_fault: |part| format!("No ages were found in '{part}'. Write bands such as 15-19 or 60+."),
    from_age: "Members from age",
    from_age_help: "In completed years. Empty counts every age.",
    from_age_fault: "Write a whole number from 0 to 120.",
    from_age_cut: |age, band| {
        format!(
            "The table's band {band} lies on both sides of {age} and cannot be cut. Write the age at which it begins, or the one after it ends."
        )
    },
    unit_years: "years",
    without: "Of the overlapping bands, do not count",
    result: "People by region and age band",
    region: "Region",
    sum: "Total",
    left_out_heading: "What is left out, and why",
    line: "Where",
    content: "What it says",
    why: "Why",
    line_name: |line, column| match (line, column) {
        (Some(line), Some(column)) => format!("line {line}, column {column}"),
        (Some(line), None) => format!("line {line}"),
        (None, Some(column)) => format!("column {column}"),
        (None, None) => "whole table".to_owned(),
    },
    reason,
    sums: "Beside the totals of the table",
    stated: "By the table",
    counted: "Added up",
    difference: "Difference",
    sums_agree: |count| match count {
        1 => "The total in the table agrees with what was added up.".to_owned(),
        _ => format!("All {count} totals in the table agree with what was added up."),
    },
    no_sums: "The table has no totals to compare with.",
    sum_differs: |of, stated, counted, places| {
        let apart = people(stated.abs_diff(counted));
        let at = if places.is_empty() { String::new() } else { format!(" They differ at {}.", some(places)) };
        format!("{of}: {} by the table, {} added up, a difference of {apart}.{at}", people(stated), people(counted))
    },
    sum_of: |of| match of {
        SumOf::AllAges(heading) => format!("Column '{heading}'"),
        SumOf::Place(place) => place.clone(),
        SumOf::Everything => "Total line".to_owned(),
        SumOf::Sexes => "Men and women together".to_owned(),
        SumOf::Band(crate::import::band::Ages::Band(band)) => format!("Age band {}", band.name()),
        SumOf::Band(_) => "Sum of age bands".to_owned(),
    },
    fault,
    scaling: "Scale to the membership",
    total: "Members",
    total_help: "Empty takes the people of the table as they are.",
    unit_people: "people",
    not_a_total: "Write a whole number from 1 to 100,000,000.",
    shares: "If the share of members is known by age",
    shares_help: "An empty band counts as 100%.",
    not_a_share: "Write a number from 0 to 100.",
    scaled: |before, after| {
        let share = format::percent(after as f64 / before.max(1) as f64);
        format!(
            "{} people become {} members ({share}); fractions are dealt out so that the sum is exact.",
            people(before),
            people(after)
        )
    },
    outside: |count| match count {
        1 => "1 person of other ages is not counted.".to_owned(),
        _ => format!("{} people of other ages are not counted.", people(count)),
    },
    nobody: "No members are left. Change the age or the shares.",
    cohorts: "The cohorts of the plan",
    keep: |count| format!("keep {count} as they are"),
    by_region: |count| format!("one per region ({count})"),
    everyone: "everyone in one",
    everyone_name: "All members",
    keep_not: |count| match count {
        1 => {
            "1 of the cohorts names regions or ages that the new table does not have, so they cannot stay as they are."
                .to_owned()
        }
        _ => format!(
            "{count} of the cohorts name regions or ages that the new table does not have, so they cannot stay as they are."
        ),
    },
    use_bands_of_plan: "Use the age bands of the plan, and keep the cohorts",
    windows_after: |left, gone| match gone {
        0 => format!("The cohorts are put into {left} slots in order."),
        _ => format!("The cohorts are put into {left} slots in order; {gone} slots that would invite nobody go."),
    },
    not_invited: "There is no slot to put them into, so they are not invited yet.",
    show_up_moved: "The show-up of each age band is taken from the band that held these ages. Look it over afterwards.",
    faults_after: |count| match count {
        1 => "Afterwards 1 entry must be mended before there is a forecast. It is listed on the page.".to_owned(),
        _ => format!(
            "Afterwards {count} entries must be mended before there is a forecast. They are listed on the page."
        ),
    },
    take: "Use as the members",
    back: "Choose another table",
    step: "imported table of members",
    source: |name, period, is_scaled| {
        let of = period.map_or_else(String::new, |period| format!(", {}", period_name(period)));
        let scaled = if is_scaled { ", scaled to the membership" } else { "" };
        format!("{name}{of}{scaled}")
    },
};

fn people(count: u64) -> String {
    format::integer(count as f64)
}

fn period_name(period: Period) -> String {
    if period.month == 0 { period.year.to_string() } else { format!("{}-{:02}", period.year, period.month) }
}

/// The first few, and how many more.
fn some(places: &[String]) -> String {
    let first: Vec<&str> = places.iter().take(3).map(String::as_str).collect();
    let more = places.len() - first.len();
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{rest}", first.join(", "))
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NotANumber => "A cell is no number, so the line is not counted.",
        Reason::Negative => "A figure is below zero, so the line is not counted.",
        Reason::Percent => "A figure is a percentage, so the line is not counted.",
        Reason::NoFigures => "It has no figures for the chosen year.",
        Reason::Missing => "Figures that are missing were counted as nobody.",
        Reason::ReadAsAges => "A spreadsheet made a day of an age band; it was read as the band.",
        Reason::Total => "A total; it would count people twice.",
        Reason::SumOfRows => "The sum of other lines; it would count people twice.",
        Reason::Above => "Its parts are counted; it would count people twice.",
        Reason::Below => "Counted in the larger region already.",
        Reason::Twice => "The same region with the same figures again.",
        Reason::SumOfBands => "The sum of other age bands.",
        Reason::InsideBand => "Counted in a wider age band already.",
        Reason::UnknownAge => "People whose age is not known.",
        Reason::NotPeople => "These are not numbers of people.",
        Reason::NotUnderstood => "It was not understood.",
        Reason::LeftByChoice => "You chose not to use it.",
        Reason::Note => "A title or a note.",
        Reason::HeadingAgain => "The heading again.",
        Reason::RowNumbers => "Numbers of lines.",
        Reason::Empty => "Empty.",
    }
}

fn fault(fault: &ImportFault) -> String {
    match fault {
        ImportFault::Empty => {
            "There is no table in it. Copy the headings and the figures, or open another file.".to_owned()
        }
        ImportFault::TooLarge { bytes, most } => format!(
            "The file has {} MB; up to {} MB are opened. Keep the regions you need and save it again.",
            bytes.div_ceil(1_000_000),
            most / 1_000_000
        ),
        ImportFault::Encoding { label } => format!("The text is not in {label}. Choose another encoding."),
        ImportFault::NotText => {
            "This is no table: the file holds no text. Save the table as XLSX or CSV and open that file.".to_owned()
        }
        ImportFault::Workbook => {
            "The workbook could not be read. Remove its password, or save it as XLSX or CSV, and open it again."
                .to_owned()
        }
        ImportFault::NoWorkbooks => "Workbooks are not opened here. Save it as CSV and open that.".to_owned(),
        ImportFault::Persons { line, column, kind } => format!(
            "Lists of persons are not accepted. Line {line}, column {column} holds {}. Bring counts by region and age band only.",
            match kind {
                PersonMark::ResidentNumber => "what looks like a resident registration number",
                PersonMark::Phone => "what looks like a phone number",
                PersonMark::Mail => "what looks like an e-mail address",
                PersonMark::BirthDate => "what looks like a date of birth",
                PersonMark::RowEach => "the age of one person",
            }
        ),
        ImportFault::NoCounts => {
            "No column with counts of people was found. Open a table with figures by region and age band.".to_owned()
        }
        ImportFault::NoYear => {
            "Years of birth become ages only with the year of the table. Choose the year, or write it above the table."
                .to_owned()
        }
        ImportFault::BandsOverlap { first, second } => {
            format!("The age bands {first} and {second} share ages. Choose which of them is not counted.")
        }
        ImportFault::BandCut { band } => {
            format!("The table's band {} cannot be cut. Choose bands that hold it as a whole.", band.name())
        }
        ImportFault::TooMany { what, given, most } => {
            let (name, advice) = match what {
                Many::Regions => ("regions", "Choose a coarser level."),
                Many::Ages => ("age bands", "Choose wider bands."),
                Many::Cells => ("cells of region and age", "Choose a coarser level or wider bands."),
                Many::People => ("people", "Check the unit of the table."),
            };
            let number = |value: u64| format::integer(value as f64);
            format!("The table has {} {name}; a plan holds up to {}. {advice}", number(*given), number(*most))
        }
        ImportFault::Nobody => "No line with people is left. Check year, sex and ages.".to_owned(),
    }
}
