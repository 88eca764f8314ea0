//! The forecast as JSON, in the order and under the names of docs/contract.md.

use super::number::push_number;
use super::tree::{Tree, Write};
use crate::forecast::{Baseline, Forecast, MODEL, Place, Series, Slot, StageForecast, Totals, Verdict};

/// The forecast on one line. The same forecast gives the same bytes everywhere, minus zero as 0; every other number
/// reads back bit for bit.
pub fn write(forecast: &Forecast) -> String {
    forecast.tree().unsigned_zeros().compact()
}

impl Write for Forecast {
    fn tree(&self) -> Tree {
        Tree::object([
            ("model", MODEL.tree()),
            ("slots", self.slots.tree()),
            ("stages", self.stages.tree()),
            ("waiting_room", waiting_room(self.waiting_room.as_ref())),
            ("totals", self.totals.tree()),
            ("baseline", self.baseline.tree()),
        ])
    }
}

impl Write for Baseline {
    fn tree(&self) -> Tree {
        Tree::object([
            ("slot", self.slot.tree()),
            ("slots", self.slots.tree()),
            ("stages", self.stages.tree()),
            ("waiting_room", waiting_room(self.waiting_room.as_ref())),
            ("totals", self.totals.tree()),
        ])
    }
}

fn waiting_room(series: Option<&Series>) -> Tree {
    series.map_or(Tree::Null, |series| Tree::object([("series", series.tree())]))
}

impl Write for Slot {
    fn tree(&self) -> Tree {
        Tree::object([
            ("window", self.window.tree()),
            ("members", self.members.tree()),
            ("starters", self.starters.tree()),
            ("after_horizon", self.after_horizon.tree()),
            ("shut_out", self.shut_out.tree()),
            ("peak_attempts_per_s", self.peak_attempts_per_s.tree()),
            ("peak_load", self.peak_load.tree()),
            ("bottleneck", self.bottleneck.tree()),
            ("peak_queue", self.peak_queue.tree()),
            ("peak_inside", self.peak_inside.tree()),
            ("wait_p50_s", self.wait_p50_s.tree()),
            ("wait_p95_s", self.wait_p95_s.tree()),
            ("wait_target_s", self.wait_target_s.tree()),
            ("wait_max_s", self.wait_max_s.tree()),
            ("waiting_at_open", self.waiting_at_open.tree()),
            ("waiting_at_close", self.waiting_at_close.tree()),
            ("lost", self.lost.tree()),
            ("background_lost", self.background_lost.tree()),
            ("turned_away", self.turned_away.tree()),
            ("verdict", self.verdict.tree()),
        ])
    }
}

/// The index of the stage; the waiting room, which stands before the first, is -1.
impl Write for Place {
    fn tree(&self) -> Tree {
        match self {
            Self::WaitingRoom => Tree::Number(-1.0),
            Self::Stage(idx) => idx.tree(),
        }
    }
}

impl Write for Verdict {
    fn tree(&self) -> Tree {
        Tree::word(match self {
            Self::Holds => "holds",
            Self::AtRisk => "at-risk",
            Self::Breaks => "breaks",
        })
    }
}

impl Write for StageForecast {
    fn tree(&self) -> Tree {
        Tree::object([
            ("name", self.name.tree()),
            ("queued", self.queued.tree()),
            ("peak_queue", self.peak_queue.tree()),
            ("peak_queue_at", self.peak_queue_at.tree()),
            ("wait_max_s", self.wait_max_s.tree()),
            ("attempts", self.attempts.tree()),
            ("served", self.served.tree()),
            ("failed", self.failed.tree()),
            ("abandoned", self.abandoned.tree()),
            ("lost", self.lost.tree()),
            ("background_attempts", self.background_attempts.tree()),
            ("background_lost", self.background_lost.tree()),
            ("drained_at", self.drained_at.tree()),
            ("series", self.series.tree()),
        ])
    }
}

impl Write for Series {
    fn tree(&self) -> Tree {
        Tree::object([
            ("attempts_per_s", numbers(self.attempts_per_s.iter().copied().map(Some))),
            ("queue", numbers(self.queue.iter().copied().map(Some))),
            ("in_service", numbers(self.in_service.iter().copied().map(Some))),
            ("orbit", numbers(self.orbit.iter().copied().map(Some))),
            ("wait_s", numbers(self.wait_s.iter().copied())),
            ("load", numbers(self.load.iter().copied())),
        ])
    }
}

/// A list of numbers, written at once: a forecast holds some hundred thousand of them.
fn numbers(values: impl Iterator<Item = Option<f64>>) -> Tree {
    let mut out = String::from("[");
    for (idx, value) in values.enumerate() {
        if idx > 0 {
            out.push(',');
        }
        match value {
            Some(value) => push_number(&mut out, value),
            None => out.push_str("null"),
        }
    }
    out.push(']');
    Tree::Raw(out)
}

impl Write for Totals {
    fn tree(&self) -> Tree {
        Tree::object([
            ("members", self.members.tree()),
            ("starters", self.starters.tree()),
            ("finished", self.finished.tree()),
            ("lost", self.lost.tree()),
            ("unfinished_at_end", self.unfinished_at_end.tree()),
            ("attempts_per_starter", self.attempts_per_starter.tree()),
            ("turned_away", self.turned_away.tree()),
            ("background_lost", self.background_lost.tree()),
        ])
    }
}
