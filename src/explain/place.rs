//! Where something stands in a plan, in the words of the user.

use crate::plan::Plan;
use crate::plan::pointer::{index, steps};
use crate::text::Language;
use crate::text::places::{ENGLISH, KOREAN, Places};

/// The place of a JSON pointer: names of the plan where it has any, else numbers from 1; the pointer itself where it
/// is none of the plan file.
pub fn place(language: Language, plan: &Plan, pointer: &str) -> String {
    let texts = texts(language);
    let Some(steps) = steps(pointer) else { return pointer.to_owned() };
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    match steps.as_slice() {
        [] => texts.whole_plan.to_owned(),
        ["sources" | "entered_as", field] => (texts.note_of)(&place(language, plan, field)),
        ["ranges", range, ..] => {
            let field = index(range).and_then(|range| plan.ranges.get(range));
            field.map_or_else(|| pointer.to_owned(), |range| (texts.range_of)(&place(language, plan, &range.field)))
        }
        _ => words(texts, plan, &steps).unwrap_or_else(|| pointer.to_owned()),
    }
}

/// What a named entry is called: its own name, or its number.
pub fn cohort(language: Language, plan: &Plan, at: usize) -> String {
    named(plan.cohorts.get(at).map(|cohort| cohort.name.as_str()), at, texts(language).cohort)
}

pub fn region(language: Language, plan: &Plan, at: usize) -> String {
    named(plan.members.regions.get(at).map(|region| region.name.as_str()), at, texts(language).region)
}

pub fn age(language: Language, plan: &Plan, at: usize) -> String {
    named(plan.members.ages.get(at).map(|age| age.name.as_str()), at, texts(language).age)
}

pub fn window(language: Language, at: usize) -> String {
    (texts(language).window)(at.saturating_add(1))
}

fn texts(language: Language) -> &'static Places {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

fn named(name: Option<&str>, at: usize, number: fn(usize) -> String) -> String {
    name.filter(|name| !name.trim().is_empty()).map_or_else(|| number(at.saturating_add(1)), str::to_owned)
}

/// The entry first, then its field; `None` for a way that no plan file has.
fn words(texts: &Places, plan: &Plan, steps: &[&str]) -> Option<String> {
    let members = &plan.members;
    let region = |at: usize| named(members.regions.get(at).map(|region| region.name.as_str()), at, texts.region);
    let age = |at: usize| named(members.ages.get(at).map(|age| age.name.as_str()), at, texts.age);
    let (mut parts, rest) = match steps {
        ["members", "counts", at] => return Some(region(index(at)?)),
        ["members", "counts", at, column] => return Some(join(&[region(index(at)?), age(index(column)?)])),
        ["members", "regions", at, ..] => return Some(region(index(at)?)),
        ["members", "ages", at, ..] => return Some(age(index(at)?)),
        ["members", field] => return (texts.field)(field).map(str::to_owned),
        ["cohorts", at, rest @ ..] => {
            let at = index(at)?;
            (vec![named(plan.cohorts.get(at).map(|cohort| cohort.name.as_str()), at, texts.cohort)], rest)
        }
        ["journey", at, rest @ ..] => {
            let at = index(at)?;
            (vec![named(plan.journey.get(at).map(|stage| stage.name.as_str()), at, texts.stage)], rest)
        }
        ["windows", at, rest @ ..] => (vec![(texts.window)(index(at)?.saturating_add(1))], rest),
        ["waiting_room", rest @ ..] => (vec![texts.waiting_room.to_owned()], rest),
        ["arrivals", "show_up", at] => (vec![age(index(at)?)], &["show_up"][..]),
        ["arrivals" | "target", rest @ ..] if !rest.is_empty() => (Vec::new(), rest),
        rest => (Vec::new(), rest),
    };
    for step in rest {
        parts.push(match index(step) {
            Some(at) => (texts.entry)(at.saturating_add(1)),
            None => (texts.field)(step)?.to_owned(),
        });
    }
    Some(join(&parts))
}

fn join(parts: &[String]) -> String {
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Wording;
    use crate::library::busan::day_as_it_was;

    #[test]
    fn places_are_told_in_names_of_the_plan() {
        let (korean, english) = (day_as_it_was(Wording::korean), day_as_it_was(Wording::english));
        for (pointer, in_korean, in_english) in [
            ("", "계획", "Plan"),
            ("/days", "기간", "days"),
            ("/journey/1/rate_per_s", "본인인증 · 받는 속도", "Identity check · admission rate"),
            (
                "/journey/1/changes/0/at",
                "본인인증 · 용량 변화 · 1번째 줄 · 시각",
                "Identity check · capacity changes · row 1 · time",
            ),
            ("/journey/7", "8번째 단계", "Stage 8"),
            ("/windows/1/closes", "2회차 · 닫는 시각", "Slot 2 · closing time"),
            ("/cohorts/0", "전체 회원", "All members"),
            ("/members/counts/0/6", "중구 · 70+", "Jung-gu · 70+"),
            ("/members/ages/1/from", "20-29", "20-29"),
            ("/arrivals/opening_share", "열자마자 오는 비율", "share that comes right at opening"),
            ("/ranges/0/low", "실제로 오는 비율의 범위", "Range of share that comes at all"),
            ("/sources/~1days", "기간의 근거", "Source of days"),
            ("/sources/~1nowhere", "/nowhere의 근거", "Source of /nowhere"),
            ("/nowhere/3", "/nowhere/3", "/nowhere/3"),
        ] {
            assert_eq!(place(Language::Korean, &korean, pointer), in_korean);
            assert_eq!(place(Language::English, &english, pointer), in_english);
        }
    }
}
