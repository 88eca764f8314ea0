//! Days against peak against capacity.

use super::*;
use stagger::workshop::{Plot, Tone};

fn point(days: u64, times: f64, peak: Option<f64>, verdict: &str, is_knee: bool) -> Value {
    json!({
        "days": days, "times": times, "peak_load": peak, "wait_target_s": null, "verdict": verdict, "is_knee": is_knee
    })
}

pub fn trade_off() -> Value {
    json!({
        "model": 1, "goal": "trade-off", "days": [1, 2, 3], "times": [1.0, 2.0],
        "points": [
            point(1, 1.0, Some(3.12), "breaks", false), point(2, 1.0, Some(0.9), "at-risk", false),
            point(3, 1.0, Some(0.6), "holds", true), point(1, 2.0, Some(1.5), "breaks", false),
            point(2, 2.0, Some(0.45), "holds", false), point(3, 2.0, None, "holds", false)
        ],
        "bottleneck": { "stage": 1, "rate_per_s": 13.333, "sessions": null },
        "plans": [file(&plan()), file(&plan()), file(&plan())]
    })
}

fn plot(panel: &Panel) -> Plot {
    let plot = all(&panel.blocks).into_iter().find_map(|block| match block {
        Block::Plot(plot) => Some(plot.clone()),
        _ => None,
    });
    plot.unwrap()
}

#[test]
fn each_capacity_is_a_curve_whose_points_say_what_they_are() {
    let mut subject = begun_for("trade-off");
    let panel = tell(&mut *subject, &trade_off());
    let plot = plot(&panel);
    let names: Vec<&str> = plot.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!(names, ["13.3/s (now)", "26.7/s"]);
    // A point without a load has no place.
    assert_eq!(plot.series.iter().map(|series| series.points.len()).collect::<Vec<_>>(), [3, 2]);
    let knee = &plot.series[0].points[2];
    assert_eq!(
        (knee.said.as_str(), knee.mark.as_str(), knee.tone),
        ("3 days, 13.3/s (now): peak load 60%, Holds, knee", "knee", Tone::Good)
    );
    assert_eq!(plot.taken, knee.value, "the knee is looked at first");
    // What is far above the capacity stands in a strip of another scale, which is said.
    let far = &plot.series[0].points[0];
    assert_eq!((far.label.as_str(), far.tone), ("312%", Tone::Bad));
    let fold = plot.fold.as_ref().unwrap().0;
    assert!(fold < far.up && far.up < 10_000 && plot.series[1].points[0].up == fold);
    assert!(plot.up.iter().all(|(up, _)| *up <= fold));
    let [capacity, target] = &plot.limits[..] else { panic!() };
    assert!(target.0 < capacity.0 && capacity.0 < 10_000);
    assert!(plot.series[0].points[1].up < capacity.0 && plot.series[0].points[1].up > target.0);
    says(
        &panel,
        &[
            "With the capacity there is, 3 days are within the target, with a peak load of 60%.",
            "Each day up to 3 gains much",
            "For 2 days the capacity is short: the peak load would be 90%. 26.7/s would do.",
            "3 days | 60% Holds | ",
            "1 day | 312% Breaks | 150% Breaks",
        ],
    );
}

#[test]
fn a_point_that_is_chosen_is_the_plan_that_is_opened() {
    let mut subject = begun_for("trade-off");
    tell(&mut *subject, &trade_off());
    assert_eq!(set(&mut *subject, "point", "2-1"), Outcome::Shown);
    let panel = subject.panel(LANGUAGE);
    says(&panel, &["The point you chose: 2 days · 26.7/s; Peak load: 45%"]);
    assert_eq!(actions(&panel), ["put", "put-new"]);
    let Outcome::NewPlan { plan: opened } = take(&mut *subject, "put-new") else { panic!() };
    let twice = |rate: stagger::units::PerSecond| 2.0 * rate.get();
    assert_eq!(opened.journey[1].rate.unwrap().get(), twice(plan().journey[1].rate.unwrap()));
    // Today's capacity is the plan as it was found, to the last bit.
    set(&mut *subject, "point", "3-0");
    let Outcome::Plan { plan: used, .. } = take(&mut *subject, "put") else { panic!() };
    assert_eq!(*used, plan());
}

#[test]
fn where_nothing_holds_it_is_said() {
    let mut told = trade_off();
    for point in told["points"].as_array_mut().unwrap() {
        point["verdict"] = json!("breaks");
        point["is_knee"] = json!(false);
    }
    told["bottleneck"] = Value::Null;
    let panel = tell(&mut *begun_for("trade-off"), &told);
    says(&panel, &[words(LANGUAGE).curve.lead_none, "none of the capacities compared would do"]);
    assert_eq!(plot(&panel).series[1].name, "2× capacity");
}
