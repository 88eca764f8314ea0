//! Which bid comes first.

use std::cmp::Ordering;

use super::Price;
use crate::forecast::Verdict;
use crate::num::order::Extreme;
use crate::risk::Chance;

/// What a bid is ranked by.
#[derive(Clone, Copy, Debug)]
pub struct Merit<'a> {
    /// Of no slot breaking; `None` = not computed.
    pub holds: Option<Chance>,
    pub verdict: Verdict,
    /// Highest peak load [1]; infinitely low where nothing has a limit.
    pub peak_load: f64,
    pub price: Option<&'a Price>,
}

/// What decides between two bids, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The likelier to hold, in whole per cent as it is read.
    Chance,
    Verdict,
    /// The cheaper; one without a price comes later.
    Price,
    /// The one whose highest peak is lower, in whole per cent.
    PeakLoad,
}

/// The rules that are in force for some bids: the chance where all have one, the price where all that are given are in
/// one currency.
pub fn rules(merits: &[Merit]) -> Vec<Rule> {
    let mut rules = Vec::new();
    if !merits.is_empty() && merits.iter().all(|merit| merit.holds.is_some()) {
        rules.push(Rule::Chance);
    }
    rules.push(Rule::Verdict);
    let mut currencies = merits.iter().filter_map(|merit| Some(merit.price?.currency.trim().to_lowercase()));
    if let Some(first) = currencies.next()
        && currencies.all(|other| other == first)
    {
        rules.push(Rule::Price);
    }
    rules.push(Rule::PeakLoad);
    rules
}

/// The better is less.
fn by(rule: Rule, one: &Merit, other: &Merit) -> Ordering {
    let percent = |share: f64| (share * 100.0).round();
    match rule {
        Rule::Chance => {
            let holds = |merit: &Merit| merit.holds.map_or(0.0, |chance| percent(chance.share()));
            holds(other).total_cmp(&holds(one))
        }
        Rule::Verdict => one.verdict.cmp(&other.verdict),
        Rule::Price => {
            let amount = |merit: &Merit| merit.price.map_or(f64::INFINITY, |price| price.amount);
            amount(one).total_cmp(&amount(other))
        }
        Rule::PeakLoad => percent(one.peak_load.larger(0.0)).total_cmp(&percent(other.peak_load.larger(0.0))),
    }
}

/// Where a bid stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// From 1; equals share one.
    pub place: usize,
    /// The bid right before it, by index, and the rule that decides between the two; `None` = nobody is before it.
    pub behind: Option<(usize, Rule)>,
}

/// Where each bid stands.
pub fn places(merits: &[Merit]) -> Vec<Standing> {
    let rules = rules(merits);
    let decides = |one: &Merit, other: &Merit| rules.iter().copied().find(|rule| by(*rule, one, other).is_ne());
    let is_better = |one: &Merit, other: &Merit| decides(one, other).is_some_and(|rule| by(rule, one, other).is_lt());
    let standing = |merit: &Merit| {
        let better: Vec<usize> = (0..merits.len()).filter(|&other| is_better(&merits[other], merit)).collect();
        let is_nearest = |one: &usize| !better.iter().any(|&other| is_better(&merits[*one], &merits[other]));
        let nearest = better.iter().copied().find(is_nearest);
        let behind = nearest.and_then(|nearest| Some((nearest, decides(&merits[nearest], merit)?)));
        Standing { place: better.len() + 1, behind }
    };
    merits.iter().map(standing).collect()
}
