//! The tasks of splitting one cohort and of merging several.

use super::{Answer, Cohorts, TAKE, shown};
use crate::plan::limits::COHORTS_MAX;
use crate::plan::{Cohort, Plan};
use crate::staging::cohorts::{Axis, MergeFault, adopt, hand, named};
use crate::text::Language;
use crate::text::workshop::cohorts::words;
use crate::text::workshop::who;
use crate::workshop::panel::{action, choice, said};
use crate::workshop::{Block, Field, Kind, Tone};

const AXES: [(Axis, &str); 4] = [
    (Axis::Regions, "regions"),
    (Axis::Ages, "ages"),
    (Axis::YearDigits, "year-digits"),
    (Axis::DayDigits, "day-digits"),
];

pub fn split(cohorts: &Cohorts, language: Language) -> Answer {
    let (words, plan, typed) = (words(language), &cohorts.plan, &cohorts.typed);
    let option = |(index, cohort): (usize, &Cohort)| (index.to_string(), cohort.name.clone());
    let options = plan.cohorts.iter().enumerate().map(option).collect();
    let fields = vec![
        choice("cohort", words.which, None, options, typed.text("cohort")),
        typed.choice_field("axis", words.axis, &AXES.map(|(_, name)| name), &words.axes),
    ];
    let mut answer = Answer { blocks: vec![Block::Fields(fields)], actions: Vec::new(), plan: None };
    let place = typed.text("cohort").parse::<usize>().unwrap_or_default();
    let Some(cohort) = plan.cohorts.get(place) else { return answer };
    let axis = AXES[typed.place_of("axis", &AXES.map(|(_, name)| name))].0;
    let parts = hand::split(plan, cohort, axis);
    if parts.len() < 2 {
        answer.blocks.push(said(Tone::Caution, words.not_split));
        return answer;
    }
    let pieces = named(&parts, |part| who::name(plan, part, language));
    let count = pieces.len();
    let list = [&plan.cohorts[..place], &pieces, &plan.cohorts[place + 1..]].concat();
    if list.len() > COHORTS_MAX {
        answer.blocks.push(said(Tone::Bad, (words.too_many)(list.len(), COHORTS_MAX)));
        return answer;
    }
    taken_over(&mut answer, plan, list, (place..place + count).collect(), (words.take_split)(count), language);
    answer
}

pub fn merge(cohorts: &Cohorts, language: Language) -> Answer {
    let (words, plan, typed) = (words(language), &cohorts.plan, &cohorts.typed);
    let names: Vec<&str> = plan.cohorts.iter().map(|cohort| cohort.name.as_str()).collect();
    let places = typed.indices("merged", names.len());
    let kind = Kind::Text { text: typed.text("merged-name").to_owned(), unit: None, is_number: false };
    let name = Field {
        name: "merged-name".to_owned(),
        label: words.merged_name.to_owned(),
        help: Some(words.merged_name_help.to_owned()),
        kind,
        fault: None,
    };
    let fields = vec![typed.indices_field("merged", words.merged, &names)];
    let blocks = vec![Block::Fields(vec![name]), Block::Fields(fields)];
    let mut answer = Answer { blocks, actions: Vec::new(), plan: None };
    match hand::merge(plan, &places) {
        Err(MergeFault::TooFew) => answer.blocks.insert(0, said(Tone::Plain, words.too_few)),
        Err(MergeFault::NotARule) => answer.blocks.insert(0, said(Tone::Caution, words.not_a_rule)),
        Ok(part) => {
            let given = typed.text("merged-name");
            let merged =
                part.named(if given.is_empty() { who::name(plan, &part, language) } else { given.to_owned() });
            let mut list = plan.cohorts.to_vec();
            list[places[0]] = merged;
            let mut place = 0;
            list.retain(|_| {
                place += 1;
                !places[1..].contains(&(place - 1))
            });
            taken_over(&mut answer, plan, list, vec![places[0]], words.take_merge.to_owned(), language);
        }
    }
    answer
}

/// Shows the new cohorts at `places` of `list`, and offers the plan with all of it.
fn taken_over(
    answer: &mut Answer,
    plan: &Plan,
    list: Vec<Cohort>,
    places: Vec<usize>,
    label: String,
    language: Language,
) {
    let words = words(language);
    let adopted = adopt(plan, list);
    let mut blocks = vec![Block::Heading(words.preview.to_owned())];
    blocks.extend(shown::not_invited(&adopted.plan, &adopted.not_invited, words));
    blocks.push(shown::rows(&adopted.plan, &places, words, language));
    answer.blocks.extend(blocks);
    answer.actions.push(action(TAKE, label));
    answer.plan = Some(adopted.plan);
}
