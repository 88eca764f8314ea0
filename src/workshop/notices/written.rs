//! The notice of a cohort: who is meant, when, what happens before and after, and where to download.

use crate::plan::cut::{Cut, cut};
use crate::plan::{Cohort, Plan, Window};
use crate::staging::cohorts::adopt::ordinary_windows;
use crate::staging::cohorts::birth_years::birth_years;
use crate::staging::link_template::LinkTemplate;
use crate::staging::windows::outside::{After, Before, outside};
use crate::text::Language;
use crate::text::workshop::notices::{Who, notice_words};

/// Between notices that follow each other in a file.
const BETWEEN: &str = "\n\n----------------------------------------\n\n";

/// Writes the notices of a plan.
pub struct Writer<'a> {
    pub plan: &'a Plan,
    pub cut: Cut,
    sender: &'a str,
    template: Option<LinkTemplate>,
    /// Of each cohort.
    ordinary: Vec<Option<usize>>,
    /// Catch-up windows of each cohort, the earliest first.
    catch_up: Vec<Vec<usize>>,
}

impl<'a> Writer<'a> {
    pub fn new(plan: &'a Plan, sender: &'a str, template: Option<LinkTemplate>) -> Self {
        let mut catch_up = vec![Vec::new(); plan.cohorts.len()];
        for (at, window) in plan.windows.iter().enumerate().filter(|(_, window)| window.catch_up) {
            for &cohort in window.cohorts.iter().filter(|&&cohort| cohort < plan.cohorts.len()) {
                catch_up[cohort].push(at);
            }
        }
        for windows in &mut catch_up {
            crate::num::order::sort_by_key(windows, |&at| plan.windows[at].opens);
        }
        Self { plan, cut: cut(plan), sender, template, ordinary: ordinary_windows(plan), catch_up }
    }

    /// The ordinary window of a cohort.
    pub fn window(&self, cohort: usize) -> Option<&'a Window> {
        let at = self.ordinary.get(cohort).copied().flatten()?;
        self.plan.windows.get(at)
    }

    /// When catch-up windows call a cohort back; empty where none does.
    pub fn catch_up(&self, cohort: usize, language: Language) -> String {
        let windows = self.catch_up[cohort].iter().map(|&at| &self.plan.windows[at]);
        let span = |window: &Window| (notice_words(language).span)(window.opens, window.closes);
        windows.map(span).collect::<Vec<_>>().join(", ")
    }

    /// The address for a cohort; `None` without a template.
    pub fn link(&self, cohort: usize) -> Option<String> {
        let template = self.template.as_ref()?;
        Some(template.address(cohort + 1, &self.plan.cohorts[cohort].name))
    }

    /// Who is meant, in plain words.
    pub fn who(&self, cohort: usize, language: Language) -> String {
        let words = notice_words(language);
        let Cohort { regions, ages, birth_year_digits, birth_day_digits, .. } = &self.plan.cohorts[cohort];
        let is_nobody = |chosen: &Option<Vec<usize>>| chosen.as_ref().is_some_and(Vec::is_empty);
        let has_no_digit = |digits: &Option<Vec<u8>>| digits.as_ref().is_some_and(Vec::is_empty);
        if is_nobody(regions) || is_nobody(ages) || has_no_digit(birth_year_digits) || has_no_digit(birth_day_digits) {
            return words.nobody.to_owned();
        }
        let named = |regions: &Vec<usize>| {
            regions
                .iter()
                .filter_map(|&at| self.plan.members.regions.get(at))
                .map(|region| region.name.as_str())
                .collect()
        };
        (words.who)(&Who {
            regions: regions.as_ref().map(named),
            born: ages.as_ref().map(|ages| birth_years(self.plan, Some(ages))),
            year_digits: birth_year_digits.as_deref(),
            day_digits: birth_day_digits.as_deref(),
        })
    }

    /// The notice of a cohort in a language.
    pub fn notice(&self, cohort: usize, language: Language) -> String {
        let words = notice_words(language);
        let mut lines = vec![(words.heading)(self.sender), (words.whom)(&self.who(cohort, language))];
        let catch_up = self.catch_up(cohort, language);
        let times = (!catch_up.is_empty()).then_some(catch_up.as_str());
        match (self.window(cohort), times) {
            (Some(window), times) => {
                let stops = outside(self.plan, &self.plan.windows, window);
                lines.push((words.window)(&(words.span)(window.opens, window.closes)));
                lines.push((words.before)(stops.before, self.stage(stops.before)));
                lines.push((words.missed)(self.after(window), times));
            }
            (None, Some(times)) => {
                lines.push((words.window)(times));
                lines.push((words.before)(Before::CatchUp, ""));
            }
            (None, None) => lines.push(words.no_window.to_owned()),
        }
        lines.extend(self.link(cohort).map(|address| (words.link)(&address)));
        lines.join("\n")
    }

    /// The notice of a cohort in some languages, one after the other.
    pub fn notices(&self, cohort: usize, languages: &[Language]) -> String {
        languages.iter().map(|&language| self.notice(cohort, language)).collect::<Vec<_>>().join("\n\n")
    }

    /// The notices of all cohorts.
    pub fn all(&self, languages: &[Language]) -> String {
        let all = (0..self.plan.cohorts.len()).map(|cohort| self.notices(cohort, languages));
        all.collect::<Vec<_>>().join(BETWEEN)
    }

    fn stage(&self, before: Before) -> &str {
        match before {
            Before::TurnedAway { stage } => self.plan.journey.get(stage).map_or("", |stage| &stage.name),
            _ => "",
        }
    }

    fn after(&self, window: &Window) -> After {
        outside(self.plan, &self.plan.windows, window).after
    }
}
