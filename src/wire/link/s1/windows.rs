//! Windows of a link, and who is in which.

use super::Walk;
use crate::clock::CivilTime;
use crate::plan::Window;
use crate::units::Share;

const WINDOW: u32 = 320;
const WHO: u32 = 360;

impl Walk {
    pub(super) fn windows(
        &mut self,
        given: &[Window],
        start: CivilTime,
        n_cohorts: usize,
        n_ages: usize,
    ) -> Vec<Window> {
        let blank = Window {
            opens: start,
            closes: start,
            cohorts: Vec::new(),
            catch_up: false,
            show_up: None,
            closes_hard: false,
        };
        let at = places(given, n_cohorts);
        let is_dealt = self.flag(WINDOW, at.is_some());
        let mut windows = self.list((WINDOW + 1, 25), given, &blank, |walk, given, made| {
            walk.window(given, made, start, (is_dealt, n_cohorts))
        });
        if is_dealt {
            self.deal(at.as_deref(), &mut windows, n_cohorts, n_ages);
        }
        windows
    }

    fn window(
        &mut self,
        given: &Window,
        made: &[Window],
        start: CivilTime,
        (is_dealt, n_cohorts): (bool, usize),
    ) -> Window {
        let opens = self.opening(given, made, start);
        let length = made.last().map_or(3_600, |last| last.closes.seconds_since(last.opens));
        let usual = opens.plus_seconds(length);
        let is_usual = self.flag(WINDOW + 2, given.closes == usual);
        let closes = if is_usual { usual } else { self.time(WINDOW + 3, opens, given.closes) };
        let catch_up = self.flag(WINDOW + 8, given.catch_up);
        let show_up = self.optional_number(WINDOW + 9, 0.4, given.show_up.map(Share::get)).map(Share::new);
        let closes_hard = self.flag(WINDOW + 14, given.closes_hard);
        let cohorts = if is_dealt && !catch_up {
            Vec::new()
        } else if self.flag(WINDOW + 15, given.cohorts.iter().copied().eq(0..n_cohorts)) {
            self.coder.spend(8 * n_cohorts as u32);
            (0..n_cohorts).collect()
        } else {
            self.indices(WINDOW + 16, &given.cohorts)
        };
        Window { opens, closes, cohorts, catch_up, show_up, closes_hard }
    }

    /// An opening: as long after the last one as that was after the one before, or told from it.
    fn opening(&mut self, given: &Window, made: &[Window], start: CivilTime) -> CivilTime {
        let next = match made {
            [.., before, last] => last.opens.plus_seconds(last.opens.seconds_since(before.opens)),
            [last] => last.closes,
            [] => return self.time(WINDOW + 20, start, given.opens),
        };
        if self.flag(WINDOW + 18, given.opens == next) {
            return next;
        }
        let last = made.last().map_or(start, |last| last.opens);
        self.time(WINDOW + 26, last, given.opens)
    }

    /// Who is in which ordinary window, cohort by cohort: moved on from its neighbours' as those of the region above
    /// are, or as far on as the one before, or by number.
    fn deal(&mut self, at: Option<&[u64]>, windows: &mut [Window], n_cohorts: usize, n_ages: usize) {
        let ordinary: Vec<usize> = (0..windows.len()).filter(|idx| !windows[*idx].catch_up).collect();
        let nowhere = ordinary.len() as u64;
        let width = 64 - nowhere.leading_zeros();
        let mut made: Vec<i64> = Vec::new();
        for cohort in 0..n_cohorts {
            let before = |back: usize| cohort.checked_sub(back).and_then(|idx| made.get(idx)).copied();
            let last = before(1).unwrap_or(-1);
            let of_row = before(n_ages).zip(before(n_ages + 1)).map_or(last + 1, |(above, left)| last + above - left);
            let on = before(2).map_or(last, |left| 2 * last - left);
            let given = at.and_then(|at| at.get(cohort)).map_or(0, |place| *place as i64);
            let context = WHO + 4 * u32::from(of_row == on);
            let place = if self.flag(context, given == of_row) {
                of_row
            } else if self.flag(context + 1, given == on) {
                on
            } else {
                self.even_number(width, given as u64) as i64
            };
            match u64::try_from(place).ok().filter(|place| *place <= nowhere) {
                Some(place) if place < nowhere => windows[ordinary[place as usize]].cohorts.push(cohort),
                Some(_) => {}
                None => self.coder.damage(),
            }
            if self.coder.is_damaged() {
                return;
            }
            made.push(place);
        }
    }

    fn even_number(&mut self, width: u32, given: u64) -> u64 {
        (0..width).rev().fold(0, |value, shift| value << 1 | u64::from(self.coder.even(given >> shift & 1 == 1)))
    }
}

/// The ordinary window of each cohort, counted among those; of cohorts in none, the number behind the last. `None`
/// where windows say more than that: a cohort twice, in another order, or one that there is not.
fn places(windows: &[Window], n_cohorts: usize) -> Option<Vec<u64>> {
    let ordinary: Vec<&Window> = windows.iter().filter(|window| !window.catch_up).collect();
    let mut at = vec![ordinary.len() as u64; n_cohorts];
    for (place, window) in ordinary.iter().enumerate() {
        let mut least = 0;
        for &cohort in &window.cohorts {
            let entry = at.get_mut(cohort).filter(|entry| cohort >= least && **entry == ordinary.len() as u64)?;
            *entry = place as u64;
            least = cohort + 1;
        }
    }
    Some(at)
}
