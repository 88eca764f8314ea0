//! Presets of real days: what happened elsewhere, as an edit of the plan in hand.
//!
//! Each is one edit that can be undone, and keeps what the plan says otherwise: changes of capacity, shares by age,
//! ranges (which move along where a number is multiplied, and go where it is put to a value of its own). The source
//! of every number that is touched becomes that of the preset.

mod outage;
mod rework;

use super::{Reading, Wording};
use crate::clock::{CivilTime, SECONDS_PER_HOUR, SECONDS_PER_MINUTE};
use crate::forecast::{Place, Slot};
use crate::plan::edit::{HeaderEdit, PlanEdit, WindowEdit, WindowField};
use crate::plan::number::{ChangeNumber, NumberField, StageNumber};
use crate::plan::{Plan, Source, SourceKind};
use rework::Rework;

/// How many times the forecast came [1]: 70,000 where 50,000 were expected.
pub const MORE: f64 = 1.4;
/// How long the verifier is down [s].
pub const OUTAGE: i64 = 30 * SECONDS_PER_MINUTE;
/// How late the notice is [s].
pub const LATE: i64 = SECONDS_PER_HOUR;
/// Share of those who ignore their window [1].
pub const IGNORING: f64 = 0.1;
/// How many times the capacity [1].
pub const ENLARGED: f64 = 4.0;

/// A preset with what it is applied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stress {
    /// Everybody who comes, comes [`MORE`] times as often; a share stops at 1.
    MoreCame,
    /// A stage admits nobody from a time on, for [`OUTAGE`].
    VerifierDown { stage: usize, from: CivilTime },
    /// A window opens [`LATE`], and closes when it was to close unless that is before.
    LateNotice { window: usize },
    /// [`IGNORING`] of the starters come by the first opening instead of their own.
    IgnoredWindows,
    /// Every stage and the waiting room have [`ENLARGED`] times the capacity, always.
    FourfoldCapacity,
}

impl Stress {
    /// The presets where they hurt most: the outage at the opening of the worst slot and at its bottleneck, the late
    /// notice in the window that opens last before it, so that both crowds meet. `slots` are those of the forecast.
    pub fn suggested(plan: &Plan, slots: &[Slot]) -> Vec<Self> {
        let mut all = vec![Self::MoreCame];
        if let Some((slot, window)) = worst(slots) {
            let stage = match slot.bottleneck {
                Place::Stage(stage) => stage,
                Place::WaitingRoom => 0,
            };
            let opens = plan.windows[window].opens;
            let before = (0..plan.windows.len()).filter(|&other| plan.windows[other].opens < opens);
            let late = before.max_by_key(|&other| plan.windows[other].opens).unwrap_or(window);
            all.extend([Self::VerifierDown { stage, from: opens }, Self::LateNotice { window: late }]);
        }
        all.extend([Self::IgnoredWindows, Self::FourfoldCapacity]);
        all
    }

    /// The edit that makes the plan that of such a day; does nothing to a stage or window that is not there.
    pub fn edit(self, plan: &Plan, read: Reading) -> PlanEdit {
        let mut rework = Rework::new(plan, self.source(read));
        match self {
            Self::MoreCame => more_came(&mut rework, MORE),
            Self::VerifierDown { stage, from } => outage::edit(&mut rework, stage, from),
            Self::LateNotice { window } => late_notice(&mut rework, window),
            Self::IgnoredWindows => {
                let field = NumberField::IgnoreWindow;
                if plan.arrivals.ignore_window_share.get() < IGNORING {
                    rework.set(&field.pointer(), IGNORING);
                }
            }
            Self::FourfoldCapacity => fourfold(&mut rework),
        }
        rework.into_edit()
    }

    /// The plan of such a day.
    pub fn applied(self, plan: &Plan, read: Reading) -> Plan {
        let mut rework = Rework::new(plan, self.source(read));
        rework.apply(self.edit(plan, read));
        rework.into_plan()
    }

    /// Where it happened.
    pub fn source(self, read: Reading) -> Source {
        let (kind, text) = match self {
            Self::MoreCame => (SourceKind::Reported, MORE_CAME),
            Self::VerifierDown { .. } => (SourceKind::Reported, VERIFIER_DOWN),
            Self::LateNotice { .. } => (SourceKind::Reported, LATE_NOTICE),
            Self::IgnoredWindows => (SourceKind::Assumed, IGNORED_WINDOWS),
            Self::FourfoldCapacity => (SourceKind::Reported, FOURFOLD_CAPACITY),
        };
        Source { kind, text: read(text).to_owned(), url: None }
    }
}

const MORE_CAME: Wording = Wording::new(
    "부산 동백전은 2022년 4월 1일 14:00에 동시 접속 5만 명을 예상했으나 7만 명, 곧 1.4배가 왔습니다(부산일보 2022-04-04).",
    "Busan's local currency expected 50,000 people at once at 14:00 on 1 April 2022, and 70,000 came: 1.4 times as many (Busan Ilbo, 4 April 2022).",
);
const VERIFIER_DOWN: Wording = Wording::new(
    "EBS 온라인 클래스는 2020년 4월 9일 개학일에 09:50부터 10:20까지 30분 멈췄습니다. 300만 명을 받을 서버가 아니라 외부 장비가 막혔습니다(머니투데이 2020-04-09).",
    "EBS Online Class stood still for 30 minutes on the first day of school, 9 April 2020, from 09:50 to 10:20: not the servers, made for three million, but an external device was jammed (Money Today, 9 April 2020).",
);
const LATE_NOTICE: Wording = Wording::new(
    "동백전 앱은 2022년 4월 1일 14:00에 열렸으나 안내 문자에는 15:00 이후에 쓰라고 적혀 있었습니다(국제신문 2022-04-04).",
    "The app of Busan's local currency opened at 14:00 on 1 April 2022, but the message to the members said after 15:00 (Kookje Shinmun, 4 April 2022).",
);
const IGNORED_WINDOWS: Wording = Wording::new(
    "회차를 어기는 사람이 얼마나 되는지 잰 자료는 없습니다. 열 명 중 한 명으로 가정했습니다.",
    "Nobody measured how many ignore their window; one in ten is a guess.",
);
const FOURFOLD_CAPACITY: Wording = Wording::new(
    "동백전은 2022년 4월 2–3일 주말에 시스템을 최대 4배로 늘렸습니다(한국경제 2022-04-03, 2022-04-04).",
    "The system of Busan's local currency was enlarged up to four times over the weekend of 2 and 3 April 2022 (Hankyung, 3 and 4 April 2022).",
);

/// The slot of a window that comes off worst: by verdict, then wait, then load; of equal ones the earlier.
fn worst(slots: &[Slot]) -> Option<(&Slot, usize)> {
    let rank = |slot: &Slot| (slot.verdict, slot.wait_target_s.unwrap_or(f64::INFINITY), slot.peak_load.unwrap_or(0.0));
    let of_windows = slots.iter().filter_map(|slot| Some((slot, slot.window?)));
    of_windows.reduce(|worst, other| if rank(other.0) > rank(worst.0) { other } else { worst })
}

/// The plan where everybody who comes, comes `factor` times as often; a share stops at 1.
pub fn more(plan: &Plan, factor: f64, read: Reading) -> Plan {
    let mut rework = Rework::new(plan, Stress::MoreCame.source(read));
    more_came(&mut rework, factor);
    rework.into_plan()
}

fn more_came(rework: &mut Rework, factor: f64) {
    let n_windows = rework.plan().windows.len();
    rework.multiply(&NumberField::ShowUp.pointer(), factor);
    (0..n_windows).for_each(|window| rework.multiply(&format!("/windows/{window}/show_up"), factor));
    rework.multiply(&NumberField::OpeningShare.pointer(), factor);
    rework.multiply(&NumberField::Uninvited.pointer(), factor);
    let n_rows = rework.plan().arrivals.starters_table.as_ref().map_or(0, Vec::len);
    (0..n_rows).for_each(|row| rework.multiply(&NumberField::Starters(row).pointer(), factor));
}

fn fourfold(rework: &mut Rework) {
    rework.multiply(&NumberField::Admit.pointer(), ENLARGED);
    for at in 0..rework.plan().journey.len() {
        for number in [StageNumber::Rate, StageNumber::Sessions] {
            rework.multiply(&NumberField::Stage(at, number).pointer(), ENLARGED);
        }
        // A factor is of the enlarged capacity as it was of the other; what is put in numbers is multiplied.
        for change in 0..rework.plan().journey[at].changes.len() {
            for number in [ChangeNumber::Rate, ChangeNumber::Sessions] {
                rework.multiply(&NumberField::Change(at, change, number).pointer(), ENLARGED);
            }
        }
    }
}

fn late_notice(rework: &mut Rework, at: usize) {
    let plan = rework.plan();
    let Some(window) = plan.windows.get(at) else { return };
    let ends = plan.horizon_start().date().plus_days(i64::from(plan.days)).midnight();
    let length = window.closes.seconds_since(window.opens);
    let opens = window.opens.plus_seconds(LATE).min(ends.plus_seconds(-SECONDS_PER_MINUTE));
    let closes = if window.closes > opens { window.closes } else { opens.plus_seconds(length).min(ends) };
    // Everyone at once was not told late.
    if let (None, Some(first)) = (plan.baseline_opens, plan.first_opening()) {
        rework.apply(PlanEdit::Header(HeaderEdit::BaselineOpens(Some(first))));
    }
    rework.apply(PlanEdit::Windows(WindowEdit::Set { at, field: WindowField::Times { opens, closes } }));
    rework.note(&format!("/windows/{at}/opens"));
}
