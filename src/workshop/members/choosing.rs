//! What was guessed of a table and can be changed: a field for each guess.

use crate::import::band::{Ages, Band, LAST_AGE};
use crate::import::delimited::Delimiter;
use crate::import::label::Tags;
use crate::import::layout::Role;
use crate::import::number::DecimalMark;
use crate::import::period::{Period, YEARS};
use crate::import::preview::Dimension;
use crate::import::{BandWidth, Choices, ImportFault, LABELS, Pick, Preview, Source, scaled, scaled_by_share};
use crate::plan::limits::PEOPLE_MAX;
use crate::plan::{AgeBand, Membership, Plan};
use crate::text::workshop::members::MembersWords;
use crate::workshop::{Block, Field, Kind};

/// How the names of fields begin that say what a column holds; its position follows.
const COLUMN: &str = "column-";

/// Name of the field of the age bands, and its value for bands of ten years.
pub const BANDS: &str = "bands";
pub const TEN_YEARS: &str = "10";
/// Its value for the bands of the plan.
pub const OF_PLAN: &str = "plan";

/// From which last age on a band of a plan is open.
const OPEN: u32 = 99;

/// What was typed, usable or not.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    own_bands: Option<String>,
    from_age: String,
    /// Of a table that names none.
    year: String,
    total: String,
    /// Share of members [%] by age band.
    shares: Vec<String>,
}

impl Typed {
    /// Bands that follow from what was typed; `None` where nothing was, or it cannot be used.
    pub fn bands(&self, preview: &Preview) -> Option<BandWidth> {
        let own = match &self.own_bands {
            Some(text) => Some(own_bands(text).ok()?),
            None => match &preview.bands.taken {
                BandWidth::Own(bands) if self.age().is_some() => Some(bands.clone()),
                _ => None,
            },
        };
        let Some(from) = self.age() else { return own.map(BandWidth::Own) };
        let width = match (&own, &preview.bands.taken) {
            (None, BandWidth::Years(years)) => (*years).max(1),
            _ => 0,
        };
        let bands = own.unwrap_or_else(|| {
            let read = preview.bands_read.iter().filter(|band| band.from >= from);
            if width == 0 { read.copied().collect() } else { stepped(read.copied(), width) }
        });
        Some(BandWidth::Own(bands.into_iter().filter(|band| band.from >= from).collect()))
    }

    /// The year that was typed, if it is one.
    fn period(&self) -> Option<Period> {
        let year = self.year.parse::<u32>().ok().filter(|year| YEARS.contains(year))?;
        Some(Period { year: i32::try_from(year).ok()?, month: 0 })
    }

    fn age(&self) -> Option<u32> {
        self.from_age.trim().parse().ok().filter(|age| *age <= LAST_AGE)
    }

    pub fn scales(&self) -> bool {
        !self.total.trim().is_empty() || self.shares.iter().any(|share| !share.trim().is_empty())
    }

    fn total(&self) -> Result<Option<u64>, ()> {
        let digits: String = self.total.chars().filter(|letter| !matches!(letter, ',' | ' ')).collect();
        if digits.is_empty() {
            return Ok(None);
        }
        digits.parse().ok().filter(|total| (1..=PEOPLE_MAX).contains(total)).map(Some).ok_or(())
    }

    fn share(text: &str) -> Result<f64, ()> {
        match text.trim().trim_end_matches('%') {
            "" => Ok(1.0),
            text => text
                .parse::<f64>()
                .ok()
                .filter(|share| (0.0..=100.0).contains(share))
                .map(|share| share / 100.0)
                .ok_or(()),
        }
    }

    /// The members by the total and the shares; `None` where something typed cannot be used, or nobody is left.
    pub fn scaled(&self, members: &Membership, preview: &Preview) -> Option<Membership> {
        let typed_age = self.from_age.trim();
        let cut = self.age().and_then(|age| straddling(preview, age));
        if (!typed_age.is_empty() && self.age().is_none()) || cut.is_some() {
            return None;
        }
        if self.own_bands.as_ref().is_some_and(|text| own_bands(text).is_err()) {
            return None;
        }
        let total = self.total().ok()?;
        let ages = members.ages.len();
        let text = |at: usize| self.shares.get(at).map_or("", String::as_str);
        let shares = (0..ages).map(|at| Self::share(text(at)).ok()).collect::<Option<Vec<f64>>>()?;
        let result = if shares.iter().any(|share| *share < 1.0) {
            scaled_by_share(members, &shares, total)
        } else {
            total.map_or_else(|| members.clone(), |total| scaled(members, total))
        };
        (result.total() > 0).then_some(result)
    }
}

/// Bands of so many years from the bands of a table, the first and the last as far as they go.
fn stepped(read: impl Iterator<Item = Band>, years: u32) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for band in read {
        let group = band.from / years;
        match bands.last_mut() {
            Some(last) if last.from / years == group => last.to = band.to,
            _ => bands.push(band),
        }
    }
    bands
}

/// The band of a table that lies on both sides of an age.
fn straddling(preview: &Preview, age: u32) -> Option<Band> {
    preview.bands_read.iter().copied().find(|band| band.from < age && band.last() >= age)
}

/// Bands of one's own, or the part in which no ages were found.
fn own_bands(text: &str) -> Result<Vec<Band>, String> {
    let parts = text.split([',', ';', '\n', '/']).map(str::trim).filter(|part| !part.is_empty());
    let band = |part: &str| match Tags::of(part).ages {
        Some(Ages::Band(band)) => Ok(band),
        _ => plain_band(part).ok_or_else(|| part.to_owned()),
    };
    let bands = parts.map(band).collect::<Result<Vec<Band>, String>>()?;
    if bands.is_empty() { Err(text.trim().to_owned()) } else { Ok(bands) }
}

/// `15-19`, `60+`, `60-`, `7`.
fn plain_band(part: &str) -> Option<Band> {
    if let Ok(age) = part.parse() {
        return Some(Band::new(age, age));
    }
    if let Some(from) = part.strip_suffix(['+', '-', '~']) {
        return from.trim().parse().ok().map(Band::open);
    }
    let (from, to) = part.split_once(['-', '~', '–'])?;
    let (from, to) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    (from <= to).then_some(Band::new(from, to))
}

fn field(name: &str, label: &str, kind: Kind) -> Field {
    Field { name: name.to_owned(), label: label.to_owned(), help: None, kind, fault: None }
}

/// A guess with everything that could be chosen instead; the value of an option is its number.
fn pick<T: PartialEq>(name: &str, label: &str, pick: &Pick<T>, say: impl Fn(&T) -> String) -> Field {
    let options = pick.among.iter().enumerate().map(|(at, option)| (at.to_string(), say(option))).collect();
    let taken =
        pick.among.iter().position(|option| *option == pick.taken).map_or_else(String::new, |at| at.to_string());
    field(name, label, Kind::Choice { options, taken, is_guessed: !pick.chosen })
}

fn encoding_name(label: &str) -> String {
    if label == "euc-kr" { "CP949(EUC-KR)".to_owned() } else { label.to_uppercase() }
}

/// A way out of a wrong encoding.
pub fn encoding(choices: &Choices, fault: &ImportFault, words: &MembersWords) -> Option<Field> {
    let chosen = choices.encoding.or(if let ImportFault::Encoding { label } = fault { Some(*label) } else { None })?;
    let chosen = Pick { taken: chosen, chosen: true, among: LABELS.to_vec() };
    Some(pick("encoding", words.encoding, &chosen, |label| encoding_name(label)))
}

/// The year: one of those that the table names; where it names none, to be typed if ages hang on it.
fn year(preview: &Preview, typed: &Typed, words: &MembersWords) -> Option<Field> {
    let is_wanted = matches!(preview.membership, Err(ImportFault::NoYear)) || !typed.year.is_empty();
    if is_wanted {
        let text = Kind::Text { text: typed.year.clone(), unit: None, is_number: true };
        let fault = (!typed.year.is_empty() && typed.period().is_none()).then(|| words.year_fault.to_owned());
        return Some(Field { fault, ..field("year", words.period, text) });
    }
    let is_named = !preview.period.among.is_empty();
    is_named.then(|| pick("period", words.period, &preview.period, |period| (words.period_name)(*period)))
}

/// The widths that can be chosen, by value; the last are the bands of the plan and those of one's own.
fn widths(preview: &Preview, plan: &Plan) -> Vec<(String, BandWidth)> {
    let given = preview.bands.among.iter().filter(|width| !matches!(width, BandWidth::Own(_)));
    let name = |width: &BandWidth| match width {
        BandWidth::Years(years) => years.to_string(),
        _ => "given".to_owned(),
    };
    let mut widths: Vec<(String, BandWidth)> = given.map(|width| (name(width), width.clone())).collect();
    let of_plan = of_plan(plan);
    let is_cut = |read: &Band| of_plan.iter().any(|own| own.overlaps(*read) && !own.contains(*read));
    if !preview.bands_read.iter().any(is_cut) {
        widths.push((OF_PLAN.to_owned(), BandWidth::Own(of_plan)));
    }
    widths.push(("own".to_owned(), BandWidth::Own(Vec::new())));
    widths
}

/// Whether the bands of the plan can be chosen, and are not yet.
pub fn can_take_bands(preview: &Preview, choices: &Choices, plan: &Plan) -> bool {
    widths(preview, plan).iter().any(|(name, width)| name == OF_PLAN && choices.bands.as_ref() != Some(width))
}

/// The age bands of the plan in hand; an open one is written with different last ages.
fn of_plan(plan: &Plan) -> Vec<Band> {
    let band = |age: &AgeBand| if age.to >= OPEN { Band::open(age.from) } else { Band::new(age.from, age.to) };
    plan.members.ages.iter().map(band).collect()
}

/// The fields of a table that was understood.
pub fn fields(preview: &Preview, choices: &Choices, typed: &Typed, plan: &Plan, words: &MembersWords) -> Vec<Block> {
    let mut people = vec![pick("level", words.level, &preview.level, |level| {
        (words.level_name)(level.rank, level.by_code, level.regions)
    })];
    people.extend(year(preview, typed, words));
    people.push(pick("sex", words.sex, &preview.sex, |sex| (words.sex_name)(*sex).to_owned()));
    if preview.measure.among.len() > 1 {
        let named = |name: &String| if name.is_empty() { words.measure_unnamed.to_owned() } else { name.clone() };
        people.push(pick("measure", words.measure, &preview.measure, named));
    }
    people.push(width(preview, choices, typed, plan, words));
    people.extend(band_fields(preview, choices, typed, words));
    let mut blocks = vec![Block::Heading(words.understood.to_owned()), Block::Fields(people)];
    blocks.push(file_fields(preview, words));
    blocks.extend(scaling(preview, typed, words));
    blocks
}

/// Into which bands ages are put.
fn width(preview: &Preview, choices: &Choices, typed: &Typed, plan: &Plan, words: &MembersWords) -> Field {
    let widths = widths(preview, plan);
    let chosen = choices.bands.clone().unwrap_or(BandWidth::AsGiven);
    let is_taken = |(name, width): &&(String, BandWidth)| match &typed.own_bands {
        Some(_) => name == "own",
        None => *width == chosen,
    };
    let taken = widths.iter().find(is_taken).map_or_else(String::new, |(name, _)| name.clone());
    let is_guessed = choices.bands.is_none() && typed.own_bands.is_none();
    let options = widths.iter().map(|(name, width)| (name.clone(), (words.band_width)(width))).collect();
    field(BANDS, words.bands, Kind::Choice { options, taken, is_guessed })
}

fn band_fields(preview: &Preview, choices: &Choices, typed: &Typed, words: &MembersWords) -> Vec<Field> {
    let text = |text: &str, unit: Option<&str>, is_number| Kind::Text {
        text: text.to_owned(),
        unit: unit.map(str::to_owned),
        is_number,
    };
    let mut fields = Vec::new();
    if let Some(own) = &typed.own_bands {
        let mut own_field = field("own-bands", words.own_bands, text(own, None, false));
        own_field.help = Some(words.own_bands_help.to_owned());
        own_field.fault = own_bands(own).err().map(|part| (words.own_bands_fault)(&part));
        fields.push(own_field);
    }
    let mut age = field("from-age", words.from_age, text(&typed.from_age, Some(words.unit_years), true));
    age.help = Some(words.from_age_help.to_owned());
    age.fault = match typed.age() {
        None if !typed.from_age.trim().is_empty() => Some(words.from_age_fault.to_owned()),
        Some(from) => straddling(preview, from).map(|band| (words.from_age_cut)(from, &band.name())),
        None => None,
    };
    fields.push(age);
    let mut overlapping: Vec<Band> = choices.without_bands.clone();
    if let Err(ImportFault::BandsOverlap { first, second }) = &preview.membership {
        overlapping.extend(preview.bands_read.iter().filter(|band| [first, second].contains(&&band.name())));
    }
    if !overlapping.is_empty() {
        let option = |band: &Band| (band.name(), band.name(), choices.without_bands.contains(band));
        fields.push(field(
            "without",
            words.without,
            Kind::Several { options: overlapping.iter().map(option).collect() },
        ));
    }
    fields
}

fn file_fields(preview: &Preview, words: &MembersWords) -> Block {
    let mut fields = Vec::new();
    match &preview.source {
        Source::Text { encoding, delimiter } => {
            let encoding = encoding.as_ref();
            fields.extend(encoding.map(|each| pick("encoding", words.encoding, each, |label| encoding_name(label))));
            let name = |delimiter: &Delimiter| words.delimiters[*delimiter as usize].to_owned();
            fields.push(pick("delimiter", words.delimiter, delimiter, name));
        }
        Source::Workbook { sheet } => fields.push(pick("sheet", words.sheet, sheet, String::clone)),
    }
    fields.push(pick("header-rows", words.header_rows, &preview.header_rows, usize::to_string));
    let mark = |mark: &DecimalMark| if *mark == DecimalMark::Point { words.point } else { words.comma }.to_owned();
    fields.push(pick("decimal-mark", words.decimal_mark, &preview.decimal_mark, mark));
    let unit = |thousands: &bool| if *thousands { words.in_thousands } else { words.single_people }.to_owned();
    fields.push(pick("thousands", words.thousands, &preview.thousands, unit));
    let names = |all: &[Dimension]| all.iter().map(|each| words.dimensions[*each as usize]).collect::<Vec<_>>();
    let orientation = (words.orientation)(&names(&preview.down), &names(&preview.across));
    let columns = preview.columns.iter().enumerate().map(|(at, column)| {
        let options = &column.role.among;
        // By its place: two ways of leaving a column out have one name.
        let named = |role: &Role| {
            let place = options.iter().position(|option| option == role).unwrap_or_default();
            words.roles[place].to_owned()
        };
        pick(&format!("{COLUMN}{at}"), &(words.column)(at + 1, &column.label), &column.role, named)
    });
    let columns = Block::More { summary: words.columns.to_owned(), blocks: vec![Block::Fields(columns.collect())] };
    let blocks = vec![Block::Said(super::plain(orientation)), Block::Fields(fields), columns];
    Block::More { summary: words.details.to_owned(), blocks }
}

fn scaling(preview: &Preview, typed: &Typed, words: &MembersWords) -> Vec<Block> {
    let Ok(members) = &preview.membership else { return Vec::new() };
    let number =
        |text: &str, unit: &str| Kind::Text { text: text.to_owned(), unit: Some(unit.to_owned()), is_number: true };
    let mut total = field("total", words.total, number(&typed.total, words.unit_people));
    total.help = Some(words.total_help.to_owned());
    total.fault = typed.total().is_err().then(|| words.not_a_total.to_owned());
    let share = |(at, band): (usize, &AgeBand)| {
        let text = typed.shares.get(at).map_or("", String::as_str);
        let mut share = field(&format!("share-{at}"), &band.name, number(text, "%"));
        share.fault = Typed::share(text).is_err().then(|| words.not_a_share.to_owned());
        share
    };
    let shares = members.ages.iter().enumerate().map(share).collect();
    vec![
        Block::Heading(words.scaling.to_owned()),
        Block::Fields(vec![total]),
        Block::More {
            summary: words.shares.to_owned(),
            blocks: vec![Block::Said(super::plain(words.shares_help)), Block::Fields(shares)],
        },
    ]
}

/// Takes what a field was set to.
pub fn set(name: &str, value: &str, preview: Option<&Preview>, plan: &Plan, choices: &mut Choices, typed: &mut Typed) {
    let at = value.parse::<usize>().ok();
    if name == "encoding" {
        choices.encoding = at.and_then(|at| LABELS.get(at).copied());
        return;
    }
    if let Some(at) = name.strip_prefix("share-").and_then(|at| at.parse::<usize>().ok()) {
        if at >= typed.shares.len() {
            typed.shares.resize(at + 1, String::new());
        }
        value.clone_into(&mut typed.shares[at]);
        return;
    }
    let Some(preview) = preview else { return };
    if let Some(column) = name.strip_prefix(COLUMN).and_then(|at| at.parse::<usize>().ok()) {
        let role = preview.columns.get(column).and_then(|read| option(&read.role, at));
        choices.roles.retain(|(chosen, _)| *chosen != column);
        choices.roles.extend(role.map(|role| (column, role)));
        return;
    }
    fn option<T: Clone>(pick: &Pick<T>, at: Option<usize>) -> Option<T> {
        at.and_then(|at| pick.among.get(at).cloned())
    }
    match (name, &preview.source) {
        ("level", _) => choices.level = option(&preview.level, at),
        ("period", _) => choices.period = option(&preview.period, at),
        ("sex", _) => choices.sex = option(&preview.sex, at),
        ("measure", _) => choices.measure = option(&preview.measure, at),
        ("header-rows", _) => choices.header_rows = option(&preview.header_rows, at),
        ("decimal-mark", _) => choices.decimal_mark = option(&preview.decimal_mark, at),
        ("thousands", _) => choices.thousands = option(&preview.thousands, at),
        ("delimiter", Source::Text { delimiter, .. }) => choices.delimiter = option(delimiter, at),
        ("sheet", Source::Workbook { sheet }) => choices.sheet = option(sheet, at),
        (BANDS, _) => {
            typed.shares.clear();
            let width = widths(preview, plan).into_iter().find(|(name, _)| name == value).map(|(_, width)| width);
            let is_own = matches!(&width, Some(BandWidth::Own(bands)) if bands.is_empty());
            let names = || preview.bands_read.iter().map(|band| band.name()).collect::<Vec<_>>().join(", ");
            typed.own_bands = is_own.then(names);
            choices.bands = width.filter(|_| !is_own);
        }
        ("own-bands", _) => typed.own_bands = Some(value.to_owned()),
        ("year", _) => {
            value.trim().clone_into(&mut typed.year);
            choices.period = typed.period().map(Some);
        }
        ("from-age", _) => {
            typed.shares.clear();
            value.clone_into(&mut typed.from_age);
        }
        ("total", _) => value.clone_into(&mut typed.total),
        ("without", _) => {
            let known = preview.bands_read.iter().chain(&choices.without_bands);
            let out = known.copied().filter(|band| value.split(' ').any(|name| name == band.name())).collect();
            choices.without_bands = out;
        }
        _ => {}
    }
}
