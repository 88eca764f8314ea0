//! Random actions on the page, the same for the same seed: most are sound, some name what is not there.

use std::sync::Arc;

use stagger::app::state::Action;
use stagger::app::view_state::{Notice, Section, ThemeName, ViewAction};
use stagger::chart::Measure;
use stagger::clock::{CivilDate, CivilTime};
use stagger::plan::edit::*;
use stagger::plan::history::GestureId;
use stagger::plan::*;
use stagger::text::Language;
use stagger::units::{PerSecond, Seconds, Share};

/// A generator of random numbers, xorshift64*.
pub struct Dice {
    state: u64,
    gesture: u64,
}

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self { state: seed.max(1), gesture: 0 }
    }

    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    /// 0..n.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        let index = self.below(choices.len());
        choices[index].clone()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.one_in(2) { None } else { Some(make(self)) }
    }

    fn list<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    /// An index that is mostly within the list.
    fn index(&mut self, count: usize) -> usize {
        if self.one_in(12) { self.of(&[count, count + 1, 300, usize::MAX]) } else { self.below(count) }
    }

    fn number(&mut self, up_to: f64) -> f64 {
        if self.one_in(16) {
            return self.of(&[-1.0, 0.0, -0.0, 1e9, 1e300, 5e-324, f64::MAX, f64::NAN, f64::INFINITY]);
        }
        up_to * (1 + self.below(1000)) as f64 / 1000.0
    }

    fn share(&mut self) -> Share {
        Share::new(self.number(1.0))
    }

    fn seconds(&mut self) -> Seconds {
        Seconds::new(self.number(3_600.0))
    }

    fn per_second(&mut self) -> PerSecond {
        PerSecond::new(self.number(60.0))
    }

    fn text(&mut self) -> String {
        let long = "가".repeat(300);
        self.of(&["", "동래구", "a", "<img src=x onerror=alert(1)>", "\u{202e}\u{0}\n", "/~0~1", "😀😀", &long])
            .to_owned()
    }

    fn date(&mut self, plan: &Plan) -> CivilDate {
        let far = [CivilDate::new(1, 1, 1), CivilDate::new(9999, 12, 31), CivilDate::new(2024, 2, 29)];
        if self.one_in(12) {
            return self.of(&far).unwrap_or(plan.first_day);
        }
        plan.first_day.plus_days(self.below(5) as i64 - 1)
    }

    fn time(&mut self, plan: &Plan) -> CivilTime {
        self.date(plan).midnight().plus_seconds(self.below(24 * 12) as i64 * 300)
    }

    /// The title, which hurts no forecast.
    pub fn title(&mut self) -> PlanEdit {
        PlanEdit::Header(HeaderEdit::Title("제목".to_owned()))
    }

    /// An edit that is a step of its own.
    pub fn edit_alone(&mut self, plan: &Plan) -> Action {
        Action::Edit { edit: self.edit(plan), gesture: None }
    }

    /// Whatever can happen; a plan with errors is sometimes taken back, as a person would.
    pub fn action(&mut self, plan: &Plan, has_errors: bool) -> Action {
        if has_errors && self.one_in(2) {
            return Action::Undo;
        }
        match self.below(20) {
            0..12 => {
                if self.one_in(3) {
                    self.gesture += 1;
                }
                let gesture = self.maybe(|dice| GestureId::new(dice.gesture));
                Action::Edit { edit: self.edit(plan), gesture }
            }
            12 => Action::Undo,
            13 => Action::Redo,
            _ => Action::View(self.look(plan)),
        }
    }

    fn look(&mut self, plan: &Plan) -> ViewAction {
        let sections = [Section::Result, Section::Members, Section::Windows, Section::Journey, Section::Arrivals];
        match self.below(13) {
            0 => ViewAction::Language(self.of(&Language::ALL)),
            1 => ViewAction::Theme(self.of(&[ThemeName::Light, ThemeName::Dark])),
            2 => ViewAction::Section(self.of(&sections)),
            3 => ViewAction::OpenForm(self.of(&sections)),
            4 => ViewAction::CloseForm,
            5 => ViewAction::Stage(self.index(plan.journey.len())),
            6 => ViewAction::Measure(self.of(&Measure::ALL)),
            7 => ViewAction::Window(self.maybe(|dice| dice.index(plan.windows.len()))),
            8 => ViewAction::SlotReading(self.maybe(|dice| dice.index(plan.windows.len()))),
            9 => ViewAction::SlotsAsTable(self.one_in(2)),
            10 => ViewAction::MinutesAsTable(self.one_in(2)),
            11 => ViewAction::SlotSort(self.maybe(|dice| (dice.index(14), dice.one_in(2)))),
            _ => ViewAction::Notice(self.maybe(|dice| Notice::CopyFailed(dice.text()))),
        }
    }

    fn edit(&mut self, plan: &Plan) -> PlanEdit {
        match self.below(10) {
            0 => PlanEdit::Header(self.header(plan)),
            1 => PlanEdit::Members(self.members(plan)),
            2 => PlanEdit::Cohorts(self.cohorts(plan)),
            3 => PlanEdit::Windows(self.windows(plan)),
            4 => PlanEdit::Arrivals(self.arrivals(plan)),
            5 => PlanEdit::WaitingRoom(self.waiting_room()),
            6 => PlanEdit::Stages(self.stages(plan)),
            7 => PlanEdit::Target(match self.below(3) {
                0 => TargetEdit::Wait(self.seconds()),
                1 => TargetEdit::Percentile(self.share()),
                _ => TargetEdit::Load(self.number(1.2)),
            }),
            8 => PlanEdit::Notes(self.notes(plan)),
            _ => PlanEdit::Several((0..self.below(3)).map(|_| self.edit(plan)).collect()),
        }
    }

    fn header(&mut self, plan: &Plan) -> HeaderEdit {
        match self.below(10) {
            0 => HeaderEdit::Title(self.text()),
            1 => HeaderEdit::Author(self.text()),
            2 => HeaderEdit::Dated(self.date(plan)),
            3 => HeaderEdit::Status(self.of(&[Status::Draft, Status::Approved])),
            4 => HeaderEdit::TimeZone(self.text()),
            5 => HeaderEdit::FirstDay(self.date(plan)),
            6 => HeaderEdit::MoveToFirstDay(self.date(plan)),
            7 => HeaderEdit::Days(self.of(&[0, 1, 3, 4, 5, 6, 92, 93, u32::MAX])),
            8 => HeaderEdit::BaselineOpens(self.maybe(|dice| dice.time(plan))),
            _ => HeaderEdit::Seed(self.next()),
        }
    }

    fn members(&mut self, plan: &Plan) -> MembersEdit {
        let (regions, ages) = (plan.members.regions.len(), plan.members.ages.len());
        let at = self.index(regions);
        match self.below(12) {
            0 => MembersEdit::AddRegion { at, region: Region { name: self.text(), code: self.maybe(Self::text) } },
            1 => MembersEdit::RemoveRegion { at },
            2 => MembersEdit::RenameRegion { at, name: self.text() },
            3 => MembersEdit::RegionCode { at, code: self.maybe(Self::text) },
            4 => {
                let (from, to) = (self.below(130) as u32, self.below(130) as u32);
                MembersEdit::AddAge { at: self.index(ages), band: AgeBand { name: self.text(), from, to } }
            }
            5 => MembersEdit::RemoveAge { at: self.index(ages) },
            6 => MembersEdit::RenameAge { at: self.index(ages), name: self.text() },
            7 => {
                MembersEdit::AgeSpan { at: self.index(ages), from: self.below(130) as u32, to: self.below(130) as u32 }
            }
            8 => {
                let mut members = (*plan.members).clone();
                members.counts.truncate(self.below(20));
                MembersEdit::Replace(Arc::new(members))
            }
            _ => {
                let people = self.of(&[0, 1, 17, 60_000, 100_000_001, u64::MAX]);
                MembersEdit::Count { region: at, age: self.index(ages), people }
            }
        }
    }

    fn cohort(&mut self, plan: &Plan) -> Cohort {
        let (regions, ages) = (plan.members.regions.len(), plan.members.ages.len());
        Cohort {
            name: self.text(),
            regions: self.maybe(|dice| dice.list(|dice| dice.index(regions))),
            ages: self.maybe(|dice| dice.list(|dice| dice.index(ages))),
            birth_year_digits: self.maybe(|dice| dice.list(|dice| dice.below(12) as u8)),
            birth_day_digits: self.maybe(|dice| dice.list(|dice| dice.below(12) as u8)),
        }
    }

    fn cohorts(&mut self, plan: &Plan) -> CohortEdit {
        let count = plan.cohorts.len();
        let (at, to) = (self.index(count), self.index(count));
        match self.below(7) {
            0 => CohortEdit::Add { at, cohort: self.cohort(plan) },
            1 => CohortEdit::Remove { at },
            2 => CohortEdit::Move { from: at, to },
            3 => CohortEdit::InTwo { at, halves: Box::new([self.cohort(plan), self.cohort(plan)]) },
            4 if self.one_in(20) => {
                let cohorts = Arc::new(self.list(|dice| dice.cohort(plan)));
                CohortEdit::Split { cohorts, windows: Arc::new(self.list(|dice| dice.window(plan))) }
            }
            _ => {
                let cohort = self.cohort(plan);
                let field = match self.below(5) {
                    0 => CohortField::Name(cohort.name),
                    1 => CohortField::Regions(cohort.regions),
                    2 => CohortField::Ages(cohort.ages),
                    3 => CohortField::BirthYearDigits(cohort.birth_year_digits),
                    _ => CohortField::BirthDayDigits(cohort.birth_day_digits),
                };
                CohortEdit::Set { at, field }
            }
        }
    }

    fn window(&mut self, plan: &Plan) -> Window {
        let opens = self.time(plan);
        let closes =
            if self.one_in(8) { self.time(plan) } else { opens.plus_seconds(3_600 * (1 + self.below(9) as i64)) };
        Window {
            opens,
            closes,
            cohorts: self.list(|dice| dice.index(plan.cohorts.len())),
            catch_up: self.one_in(4),
            show_up: self.maybe(Self::share),
            closes_hard: self.one_in(4),
        }
    }

    fn windows(&mut self, plan: &Plan) -> WindowEdit {
        let count = plan.windows.len();
        let (at, to) = (self.index(count), self.index(count));
        match self.below(9) {
            0 => WindowEdit::Add { at, window: self.window(plan) },
            1 => WindowEdit::Remove { at },
            2 => WindowEdit::Move { from: at, to },
            3..6 => WindowEdit::MoveCohort {
                cohort: self.index(plan.cohorts.len()),
                from: self.maybe(|_| at),
                to: self.maybe(|_| to),
            },
            _ => {
                let window = self.window(plan);
                let field = match self.below(7) {
                    0 => WindowField::Opens(window.opens),
                    1 => WindowField::Closes(window.closes),
                    2 => WindowField::Times { opens: window.opens, closes: window.closes },
                    3 => WindowField::Cohorts(window.cohorts),
                    4 => WindowField::CatchUp(window.catch_up),
                    5 => WindowField::ShowUp(window.show_up),
                    _ => WindowField::ClosesHard(window.closes_hard),
                };
                WindowEdit::Set { at, field }
            }
        }
    }

    fn entry<T>(&mut self, count: usize, make: impl Fn(&mut Self) -> T) -> EntryEdit<T> {
        let at = self.index(count);
        match self.below(3) {
            0 => EntryEdit::Add { at, entry: make(self) },
            1 => EntryEdit::Set { at, entry: make(self) },
            _ => EntryEdit::Remove { at },
        }
    }

    fn tail(&mut self) -> Tail {
        let kind = match self.below(3) {
            0 => TailKind::Exponential { mean: self.seconds() },
            1 => TailKind::Weibull { shape: self.number(3.0), scale: self.seconds() },
            _ => TailKind::Lomax { alpha: self.number(4.0), scale: self.seconds() },
        };
        Tail { weight: if self.one_in(2) { Share::new(1.0) } else { self.share() }, kind }
    }

    fn arrivals(&mut self, plan: &Plan) -> ArrivalsEdit {
        let rows = plan.arrivals.starters_table.as_ref().map_or(0, Vec::len);
        let row = |dice: &mut Self| StartersFrom { at: dice.time(plan), rate: dice.per_second() };
        match self.below(12) {
            0 => ArrivalsEdit::ShowUp(ShowUp::All(self.share())),
            1 => ArrivalsEdit::ShowUp(ShowUp::ByAge((0..plan.members.ages.len()).map(|_| self.share()).collect())),
            2 => ArrivalsEdit::ShowUpOfAge { age: self.index(plan.members.ages.len()), share: self.share() },
            3 => ArrivalsEdit::OpeningShare(Share::new(self.number(0.1))),
            4 => ArrivalsEdit::OpeningRamp(self.seconds()),
            5 => ArrivalsEdit::Tail(self.entry(plan.arrivals.tail.len(), Self::tail)),
            6 => ArrivalsEdit::HourWeights(self.maybe(|dice| std::array::from_fn(|_| dice.number(2.0)))),
            7 => ArrivalsEdit::IgnoreWindowShare(self.share()),
            8 => ArrivalsEdit::UninvitedPerMember(self.number(0.2)),
            9 => {
                let stage = self.maybe(|dice| dice.index(plan.journey.len()));
                if self.one_in(2) { ArrivalsEdit::GateStage(stage) } else { ArrivalsEdit::EligibilityStage(stage) }
            }
            10 => ArrivalsEdit::StartersTable(self.maybe(|dice| dice.list(row))),
            _ => ArrivalsEdit::StartersEntry(self.entry(rows, row)),
        }
    }

    fn waiting_room(&mut self) -> WaitingRoomEdit {
        match self.below(4) {
            0 => {
                let room = |dice: &mut Self| WaitingRoom {
                    admit: dice.per_second(),
                    patience: dice.maybe(Self::seconds),
                    inside_max: dice.maybe(|dice| dice.number(1_000.0)),
                };
                WaitingRoomEdit::Replace(self.maybe(room))
            }
            1 => WaitingRoomEdit::Admit(self.per_second()),
            2 => WaitingRoomEdit::InsideMax(self.maybe(|dice| dice.number(1_000.0))),
            _ => WaitingRoomEdit::Patience(self.maybe(Self::seconds)),
        }
    }

    fn change(&mut self, plan: &Plan) -> CapacityChange {
        let to = self.number(60.0);
        let limits = [Limit::Unchanged, Limit::Removed, Limit::To(to)];
        CapacityChange {
            at: self.time(plan),
            rate: self.of(&limits),
            sessions: self.of(&limits),
            times: self.maybe(|dice| dice.number(4.0)),
            turn_away: self.maybe(|dice| dice.one_in(2)),
        }
    }

    fn stages(&mut self, plan: &Plan) -> StageEdit {
        let count = plan.journey.len();
        let (at, to) = (self.index(count), self.index(count));
        let (n_changes, n_flows) =
            plan.journey.get(at).map_or((0, 0), |stage| (stage.changes.len(), stage.background.len()));
        match self.below(12) {
            0 => match plan.journey.first() {
                Some(stage) => StageEdit::Add { at, stage: stage.clone() },
                None => StageEdit::Remove { at },
            },
            1 => StageEdit::Remove { at },
            2 => StageEdit::Move { from: at, to },
            3 => StageEdit::Double { at },
            4 => StageEdit::Change { at, edit: self.entry(n_changes, |dice| dice.change(plan)) },
            5 => {
                let flow = |dice: &mut Self| Background { at: dice.time(plan), rate: dice.per_second() };
                StageEdit::Background { at, edit: self.entry(n_flows, flow) }
            }
            _ => StageEdit::Set { at, field: self.stage_field(plan) },
        }
    }

    fn stage_field(&mut self, plan: &Plan) -> StageField {
        match self.below(13) {
            0 => StageField::Name(self.text()),
            1 => StageField::Service(self.seconds()),
            2 => StageField::Sessions(self.maybe(|dice| dice.number(20_000.0))),
            3 => StageField::Rate(self.maybe(Self::per_second)),
            4 => StageField::Patience(self.maybe(Self::seconds)),
            5 => StageField::RetryShare(self.share()),
            6 => StageField::RetryAfter(self.seconds()),
            7 => StageField::FailShare(self.share()),
            8 => StageField::FailRetryShare(self.share()),
            9 => StageField::OnCapacityDrop(self.of(&[OnCapacityDrop::Requeue, OnCapacityDrop::Finish])),
            10 => StageField::ServiceLaw(self.of(&[ServiceLaw::Deterministic, ServiceLaw::Lognormal { cv: 0.8 }])),
            11 => StageField::Changes(self.list(|dice| dice.change(plan))),
            _ => {
                let flow = |dice: &mut Self| Background { at: dice.time(plan), rate: dice.per_second() };
                StageField::Background(self.list(flow))
            }
        }
    }

    fn notes(&mut self, plan: &Plan) -> NoteEdit {
        let fields = ["/arrivals/show_up", "/journey/0/rate_per_s", "/journey/9/rate_per_s", "", "/", "nonsense/~"];
        let field = self.of(&fields).to_owned();
        match self.below(4) {
            0 => NoteEdit::SetRange(Range { field, low: self.number(1.0), high: self.number(1.0) }),
            1 => NoteEdit::RemoveRange { field },
            2 => {
                let kind = self.of(&[SourceKind::Assumed, SourceKind::Reported, SourceKind::Measured]);
                let source = self.maybe(|dice| Source { kind, text: dice.text(), url: dice.maybe(Self::text) });
                NoteEdit::Source { field, source }
            }
            _ => {
                let known = plan.entered_as.keys().next().cloned();
                NoteEdit::EnteredAs { field: known.unwrap_or(field), text: self.maybe(Self::text) }
            }
        }
    }
}
