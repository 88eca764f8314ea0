//! Undo and redo: the present value, what came before, what was undone.
//!
//! There is no clock here. What belongs together, say one drag, is told by a [`GestureId`]: pushes with the same id
//! as the push before replace the present instead of adding a step.

use std::collections::VecDeque;

/// Steps that are kept unless asked otherwise.
pub const STEPS: usize = 1_000;

/// Names one gesture of the user, from pointer down to up or from focus to blur; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GestureId(u64);

impl GestureId {
    pub const fn new(number: u64) -> Self {
        Self(number)
    }
}

/// A value with its past and its undone future; each step carries a label.
///
/// Pushing, undoing and redoing take constant time. Beyond the bound the oldest step is forgotten.
#[derive(Clone, Debug)]
pub struct History<T, L> {
    /// The value before each step, oldest first.
    past: VecDeque<Step<T, L>>,
    present: T,
    /// The value after each undone step, the next to redo last.
    future: Vec<Step<T, L>>,
    /// The gesture that made the present, as long as nothing else happened.
    gesture: Option<GestureId>,
    most: usize,
}

#[derive(Clone, Debug)]
struct Step<T, L> {
    value: T,
    label: L,
}

impl<T, L> History<T, L> {
    /// A history without steps that keeps [`STEPS`].
    pub fn new(present: T) -> Self {
        Self::keeping(STEPS, present)
    }

    /// A history without steps that keeps at least one and at most `most`.
    pub fn keeping(most: usize, present: T) -> Self {
        Self { past: VecDeque::new(), present, future: Vec::new(), gesture: None, most: most.max(1) }
    }

    pub fn present(&self) -> &T {
        &self.present
    }

    /// Makes `value` the present, and forgets what was undone.
    ///
    /// With the gesture of the push before, this is still the same step: the value before the gesture stays the one
    /// that undo goes back to, and the step takes the new label.
    pub fn push(&mut self, value: T, label: L, gesture: Option<GestureId>) {
        self.future.clear();
        let before = std::mem::replace(&mut self.present, value);
        let goes_on = gesture.is_some() && gesture == self.gesture;
        match self.past.back_mut() {
            Some(step) if goes_on => step.label = label,
            _ => {
                if self.past.len() == self.most {
                    self.past.pop_front();
                }
                self.past.push_back(Step { value: before, label });
            }
        }
        self.gesture = gesture;
    }

    /// The value that `gesture` began at, while the present is what it made.
    pub fn began_at(&self, gesture: Option<GestureId>) -> Option<&T> {
        let step = self.past.back().filter(|_| gesture.is_some() && gesture == self.gesture);
        step.map(|step| &step.value)
    }

    /// Takes back the step of a gesture that came to nothing, as if it had not begun.
    pub fn withdraw(&mut self) {
        if self.gesture.take().is_some()
            && let Some(step) = self.past.pop_back()
        {
            self.present = step.value;
        }
    }

    /// Goes one step back; answers whether there was one.
    pub fn undo(&mut self) -> bool {
        self.gesture = None;
        let Some(Step { value, label }) = self.past.pop_back() else { return false };
        let undone = std::mem::replace(&mut self.present, value);
        self.future.push(Step { value: undone, label });
        true
    }

    /// Takes the last undo back; answers whether there was one.
    pub fn redo(&mut self) -> bool {
        self.gesture = None;
        let Some(Step { value, label }) = self.future.pop() else { return false };
        let before = std::mem::replace(&mut self.present, value);
        self.past.push_back(Step { value: before, label });
        true
    }

    /// The label of the step that undo would take back.
    pub fn undo_label(&self) -> Option<&L> {
        self.past.back().map(|step| &step.label)
    }

    /// The label of the step that redo would take again.
    pub fn redo_label(&self) -> Option<&L> {
        self.future.last().map(|step| &step.label)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DRAG: Option<GestureId> = Some(GestureId::new(1));
    const NEXT_DRAG: Option<GestureId> = Some(GestureId::new(2));

    fn labels(history: &History<i32, &'static str>) -> (Option<&'static str>, Option<&'static str>) {
        (history.undo_label().copied(), history.redo_label().copied())
    }

    #[test]
    fn a_gesture_that_came_to_nothing_is_no_step() {
        let mut history = History::new(0);
        history.push(1, "edit", None);
        history.push(2, "drag", DRAG);
        assert_eq!(
            (history.began_at(DRAG), history.began_at(NEXT_DRAG), history.began_at(None)),
            (Some(&1), None, None)
        );
        history.withdraw();
        assert_eq!((*history.present(), labels(&history)), (1, (Some("edit"), None)));
        history.withdraw();
        assert_eq!((*history.present(), labels(&history)), (1, (Some("edit"), None)), "only a gesture is withdrawn");
        history.push(3, "drag", DRAG);
        assert_eq!(history.began_at(DRAG), Some(&1));
    }

    #[test]
    fn one_gesture_is_one_step() {
        let mut history = History::new(0);
        for value in 1..=5 {
            history.push(value, "drag", DRAG);
        }
        history.push(6, "next", NEXT_DRAG);
        assert!(history.undo());
        assert_eq!((*history.present(), labels(&history)), (5, (Some("drag"), Some("next"))));
        assert!(history.undo() && !history.undo());
        assert_eq!((*history.present(), labels(&history)), (0, (None, Some("drag"))));
        assert!(history.redo() && history.redo() && !history.redo());
        assert_eq!(*history.present(), 6);
    }

    #[test]
    fn a_gesture_does_not_go_on_after_undo_or_another_push() {
        let mut history = History::new(0);
        history.push(1, "drag", DRAG);
        history.undo();
        history.push(2, "drag", DRAG);
        history.push(3, "typed", None);
        history.push(4, "typed", None);
        history.push(5, "drag", DRAG);
        assert!(history.undo() && history.undo() && history.undo());
        assert_eq!(*history.present(), 2);
        assert!(history.undo() && !history.undo());
    }

    #[test]
    fn a_push_forgets_what_was_undone() {
        let mut history = History::new(0);
        history.push(1, "first", None);
        history.undo();
        history.push(2, "second", None);
        assert!(!history.redo());
        assert_eq!(labels(&history), (Some("second"), None));
    }

    #[test]
    fn a_thousand_steps_are_kept_and_the_oldest_forgotten() {
        let mut history = History::new(0);
        for value in 1..=STEPS as i32 + 5 {
            history.push(value, "step", None);
        }
        let mut undone = 0;
        while history.undo() {
            undone += 1;
        }
        assert_eq!((undone, *history.present()), (STEPS, 5));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn undo_and_redo_are_inverse(pushes in proptest::collection::vec((any::<i32>(), proptest::option::of(0u64..3)), 0..40)) {
            let mut history = History::new(0);
            for (value, gesture) in pushes {
                history.push(value, "", gesture.map(GestureId::new));
            }
            let last = *history.present();
            let mut undone = 0;
            while history.undo() {
                undone += 1;
            }
            prop_assert_eq!(*history.present(), 0);
            for _ in 0..undone {
                prop_assert!(history.redo());
            }
            prop_assert_eq!(*history.present(), last);
        }
    }
}
