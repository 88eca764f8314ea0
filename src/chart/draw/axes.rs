//! Grid, lines across, days, fold, and the words beside them.

use plotters_backend::DrawingBackend;

use super::super::scene::{Bar, Course, Limit, Scene, Span, Step};
use super::super::time_axis::{TimeAxis, TimeLayout};
use super::super::value_axis::FOLD_GAP;
use super::pen::{Align, Hand, Pen};
use super::{Drawn, Layout};

/// Height of the words of the selection [px].
const SELECTION_WORDS: f64 = 11.0;

/// The marked stretch of time.
pub fn selection_band<B: DrawingBackend>(span: Option<Span>, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some(span) = span else { return Ok(()) };
    let (left, right) = layout.time.span(span);
    pen.rect(left, 0.0, right.max(left + 2.0), layout.height, pen.theme.action_soft)
}

/// What is said of the marked stretch of time.
pub fn selection_words<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some(selection) = scene.selection.as_ref().filter(|selection| !selection.headline.is_empty()) else {
        return Ok(());
    };
    let headline = Hand::new(13.0, pen.theme.action).bold();
    let detail = Hand::new(13.0, pen.theme.ink_2);
    let head_width = pen.width(&selection.headline, headline)?;
    let detail_width = pen.width(&selection.detail, detail)?;
    let whole = head_width + 10.0 + detail_width;
    let x = beside(layout.time.span(selection.span), whole, layout);
    let y = SELECTION_WORDS;
    pen.text_on(x, y, &selection.headline, headline, pen.theme.page)?;
    if x + whole <= layout.width {
        pen.text_on(x + head_width + 10.0, y, &selection.detail, detail, pen.theme.page)?;
    }
    Ok(())
}

/// Level lines at the ticks, with their labels.
pub fn grid<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    for (value, label) in &scene.values.ticks {
        let y = layout.values.y(*value);
        let colour = if *value == 0.0 { pen.theme.line_strong } else { pen.theme.grid };
        pen.level(layout.left, layout.right, y, 1.0, colour)?;
        pen.text(layout.left - 6.0, y, label, Hand::new(12.0, pen.theme.ink_3).align(Align::Right))?;
    }
    Ok(())
}

/// The zigzag where the scale is folded.
pub fn fold<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some(bottom) = layout.values.strip_bottom() else { return Ok(()) };
    pen.rect(layout.left, bottom, layout.right, bottom + FOLD_GAP, pen.theme.page)?;
    if let Some(selection) = &scene.selection {
        let (left, right) = layout.time.span(selection.span);
        pen.rect(left, bottom, right, bottom + FOLD_GAP, pen.theme.action_soft)?;
    }
    for y in [bottom + 2.0, bottom + FOLD_GAP - 2.0] {
        let mut points = Vec::new();
        let (mut x, mut up) = (layout.left, false);
        while x <= layout.right {
            points.push((x, if up { y - 2.0 } else { y + 2.0 }));
            x += 6.0;
            up = !up;
        }
        pen.path(&points, 1.0, pen.theme.line_strong)?;
    }
    at_edge(bottom + FOLD_GAP / 2.0, &scene.values.folded, Hand::new(12.0, pen.theme.ink_3), layout, pen)
}

/// Words beside the picture at a height; in a narrow picture on its ground, at the right.
fn at_edge<B: DrawingBackend>(y: f64, words: &str, hand: Hand, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    if words.is_empty() {
        return Ok(());
    }
    if layout.is_narrow {
        let hand = Hand { size: hand.size - 1.0, ..hand };
        return pen.text_on(layout.right - 4.0, y - 10.0, words, hand.align(Align::Right), pen.theme.page);
    }
    pen.text(layout.right + 8.0, y, words, hand)
}

/// Capacity and target.
pub fn limits<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    for limit in &scene.limits {
        match &limit.course {
            Course::Level(level) => level_limit(limit, *level, layout, pen)?,
            Course::Steps(steps) => stepped_limit(steps, layout, pen)?,
        }
    }
    Ok(())
}

fn level_limit<B: DrawingBackend>(limit: &Limit, level: f64, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let y = layout.values.y(level);
    let words = Hand::new(13.0, pen.theme.ink).bold();
    if limit.dashed {
        pen.dashed_level(layout.left, layout.right, y, 1.3, pen.theme.limit)?;
        at_edge(y, &limit.label, Hand { bold: false, colour: pen.theme.ink_2, ..words }, layout, pen)
    } else {
        pen.level(layout.left, layout.right, y, 2.0, pen.theme.limit)?;
        at_edge(y, &limit.label, words, layout, pen)
    }
}

/// The line follows its steps; the last that is seen is named at the edge, where it runs out, the others above
/// themselves.
fn stepped_limit<B: DrawingBackend>(steps: &[Step], layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let words = Hand::new(13.0, pen.theme.ink).bold();
    let mut seen: Vec<(&Step, f64, f64)> = Vec::new();
    for step in steps {
        let y = layout.values.y(step.value);
        let mut widest: Option<(f64, f64)> = None;
        for ((from, to), _) in layout.time.stretches() {
            let (start, end) = (from.max(step.from), to.min(step.to));
            if start >= end {
                continue;
            }
            let (left, right) = layout.time.span(Span::Minutes(start, end));
            pen.level(left, right, y, 2.0, pen.theme.limit)?;
            if widest.is_none_or(|widest| right - left > widest.1 - widest.0) {
                widest = Some((left, right));
            }
        }
        seen.extend(widest.map(|(left, right)| (step, left, right)));
    }
    let Some((last, earlier)) = seen.split_last() else { return Ok(()) };
    let hand = Hand { size: 12.0, ..words }.align(Align::Centre);
    for (step, left, right) in earlier {
        if step.value > 0.0 && pen.width(&step.label, hand)? <= right - left {
            let y = (layout.values.y(step.value) - 10.0).max(8.0);
            pen.text_on((left + right) / 2.0, y, &step.label, hand, pen.theme.page)?;
        }
    }
    at_edge(layout.values.y(last.0.value), &last.0.label, words, layout, pen)
}

/// Hours and days under the axis, with an ellipsis where time is folded.
pub fn days<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let y = layout.height - 21.0;
    day_names(&scene.time, &layout.time, y, pen)?;
    if let Some(label) = &scene.time.between {
        let (left, right) = layout.time.span(Span::Between);
        pen.text((left + right) / 2.0, y + 12.0, label, Hand::new(12.0, pen.theme.ink_2).align(Align::Centre))?;
    }
    folds(&layout.time, layout.values.bottom + 26.0, pen)?;
    if scene.bars.is_empty() { hours(&layout.time, layout.values.bottom, pen) } else { Ok(()) }
}

/// Days below a line at the height of `y`, those that have room.
pub fn day_names<B: DrawingBackend>(axis: &TimeAxis, layout: &TimeLayout, y: f64, pen: &Pen<B>) -> Drawn<B> {
    let mut taken = f64::NEG_INFINITY;
    for day in &axis.days {
        let (left, right) = layout.span(Span::Minutes(day.from, day.to));
        let hand = Hand::new(13.0, pen.theme.ink).bold().align(Align::Centre);
        pen.level(left + 1.0, right - 1.0, y, 1.0, pen.theme.line_strong)?;
        let middle = (left + right) / 2.0;
        for label in [&day.label, &day.short] {
            let half = pen.width(label, hand)? / 2.0;
            let is_inside = middle - half >= 0.0 && middle + half <= pen.size().0;
            if is_inside && middle - half > taken && half * 2.0 <= right - left + 40.0 {
                pen.text(middle, y + 12.0, label, hand)?;
                taken = middle + half + 6.0;
                break;
            }
        }
    }
    Ok(())
}

/// An ellipsis at each fold.
pub fn folds<B: DrawingBackend>(layout: &TimeLayout, y: f64, pen: &Pen<B>) -> Drawn<B> {
    let edges: Vec<(f64, f64)> = layout.stretches().map(|(_, edges)| edges).collect();
    for pair in edges.windows(2) {
        let middle = (pair[0].1 + pair[1].0) / 2.0;
        pen.text(middle, y, "⋯", Hand::new(12.0, pen.theme.ink_3).align(Align::Centre))?;
    }
    Ok(())
}

/// Hours below a picture that ends at `bottom`.
pub fn hours<B: DrawingBackend>(layout: &TimeLayout, bottom: f64, pen: &Pen<B>) -> Drawn<B> {
    let per_hour = layout.per_minute() * 60.0;
    let step = [1, 2, 3, 6, 12].into_iter().find(|step| f64::from(*step) * per_hour >= 26.0).unwrap_or(24);
    // An hour that is always midnight says no more than the days below.
    if step == 24 {
        return Ok(());
    }
    for ((from, to), _) in layout.stretches() {
        for hour in from.div_ceil(60)..=to / 60 {
            if hour % step == 0 && (hour * 60 < to || step * 60 > to - from) {
                let x = layout.span(Span::Minutes(hour * 60, to)).0;
                pen.rect(x, bottom, x + 1.0, bottom + 4.0, pen.theme.line_strong)?;
                let label = (hour % 24).to_string();
                pen.text(x, bottom + 13.0, &label, Hand::new(12.0, pen.theme.ink_2).align(Align::Centre))?;
            }
        }
    }
    Ok(())
}

/// The words that name the baseline, beside its highest place.
pub fn ghost_label<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some(label) = &scene.ghost_label else { return Ok(()) };
    let figure = Hand::new(16.0, pen.theme.ink).bold();
    let words = Hand::new(13.0, pen.theme.ghost_ink);
    let figure_width = if label.figure.is_empty() { 0.0 } else { pen.width(&label.figure, figure)? + 8.0 };
    let whole = figure_width + pen.width(&label.words, words)?;
    let x = beside(layout.time.span(label.span), whole, layout);
    let y = ghost_label_height(scene, label.value, (x, x + whole), layout);
    if !label.figure.is_empty() {
        pen.text_on(x, y, &label.figure, figure, pen.theme.page)?;
    }
    if x + whole > layout.width {
        return Ok(());
    }
    if scene.bars.is_empty() {
        return pen.text(x, y, &label.words, words);
    }
    pen.text_on(x + figure_width, y, &label.words, words, pen.theme.page)
}

/// Where words of that width start beside a span: right of it, else left of it, else as far right as they fit.
fn beside((left, right): (f64, f64), width: f64, layout: &Layout) -> f64 {
    if right + 8.0 + width <= layout.width {
        right + 8.0
    } else if left - 8.0 - width >= layout.left {
        left - 8.0 - width
    } else {
        (layout.width - width).max(layout.left)
    }
}

/// Beside the top of the baseline, or over the numbers of bars that reach as high there.
fn ghost_label_height(scene: &Scene, value: f64, (from, to): (f64, f64), layout: &Layout) -> f64 {
    let y = layout.values.y(value);
    if scene.bars.is_empty() {
        10.0
    } else if layout.values.is_folded(value) {
        let top =
            |bar: &Bar| bar.value.filter(|value| layout.values.is_folded(*value)).map(|value| layout.values.y(value));
        let beside = scene.bars.iter().filter(|bar| {
            let (left, right) = layout.time.span(bar.span);
            from < right && left < to
        });
        let highest = beside.filter_map(top).fold(f64::INFINITY, f64::min);
        (y + 7.0).min(highest - 28.0).max(26.0)
    } else {
        (y - 9.0).max(9.0)
    }
}

/// Heights of the lines that run level through the picture, which words and numbers dodge.
pub fn level_heights(scene: &Scene, layout: &Layout) -> Vec<f64> {
    let height = |limit: &Limit| match limit.course {
        Course::Level(level) => Some(layout.values.y(level)),
        Course::Steps(_) => None,
    };
    scene.limits.iter().filter_map(height).collect()
}

/// Words at the right edge, kept clear of the words at the lines.
pub fn side_labels<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let mut taken = level_heights(scene, layout);
    for limit in &scene.limits {
        if let Course::Steps(steps) = &limit.course {
            let end = scene.time.stretches.last().map_or(0, |stretch| stretch.1);
            let last = steps.iter().rfind(|step| step.from < end);
            taken.extend(last.map(|step| layout.values.y(step.value)));
        }
    }
    for label in scene.side_labels.iter().filter(|_| !layout.is_narrow) {
        let at = layout.values.y(label.value);
        let is_free = |y: &f64| taken.iter().all(|line| (line - y).abs() >= 15.0);
        let y = [at, at - 16.0, at + 16.0, at - 32.0, at + 32.0].into_iter().find(is_free).unwrap_or(at);
        pen.text(layout.right + 8.0, y, &label.text, Hand::new(12.0, pen.theme.ink_3))?;
    }
    Ok(())
}
