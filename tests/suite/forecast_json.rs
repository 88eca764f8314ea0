//! The forecast has the public names, and says nothing as null.

use serde_json::{Value, json};
use stagger::clock::CivilTime;
use stagger::forecast::{Baseline, Forecast, Place, Series, Slot, StageForecast, Totals, Verdict};
use stagger::wire::forecast::write;

fn slot() -> Slot {
    Slot {
        window: Some(0),
        members: 900_000.0,
        starters: 360_000.5,
        after_horizon: 1.0,
        shut_out: 2.0,
        peak_attempts_per_s: 187.25,
        peak_load: None,
        bottleneck: Place::WaitingRoom,
        peak_queue: 4.0,
        peak_inside: 5.0,
        wait_p50_s: Some(6.0),
        wait_p95_s: Some(7.0),
        wait_target_s: None,
        wait_max_s: None,
        waiting_at_open: 8.0,
        waiting_at_close: 9.0,
        lost: 10.0,
        background_lost: 11.0,
        turned_away: 12.0,
        verdict: Verdict::AtRisk,
    }
}

fn stage() -> StageForecast {
    StageForecast {
        name: "본인인증".to_owned(),
        queued: true,
        peak_queue: 1.0,
        peak_queue_at: CivilTime::parse("2022-04-01T14:03:20").unwrap(),
        wait_max_s: None,
        attempts: 2.0,
        served: 3.0,
        failed: 4.0,
        abandoned: 5.0,
        lost: 6.0,
        background_attempts: 7.0,
        background_lost: 8.0,
        drained_at: None,
        series: series(),
    }
}

fn series() -> Series {
    Series {
        attempts_per_s: vec![0.0, 1e-9],
        queue: vec![0.5, 1.0],
        in_service: vec![2.0, 3.0],
        orbit: vec![4.0, 0.1],
        wait_s: vec![Some(60.0), None],
        load: vec![None, Some(1.25)],
    }
}

fn totals() -> Totals {
    Totals {
        members: 1.0,
        starters: 2.0,
        finished: 3.0,
        lost: 4.0,
        unfinished_at_end: 5.0,
        attempts_per_starter: 6.0,
        turned_away: 7.0,
        background_lost: 8.0,
    }
}

fn forecast() -> Forecast {
    let last = Slot { window: None, bottleneck: Place::Stage(1), verdict: Verdict::Breaks, ..slot() };
    Forecast {
        slots: vec![slot(), last.clone()],
        stages: vec![stage()],
        waiting_room: Some(series()),
        totals: totals(),
        baseline: Baseline {
            slot: Slot { verdict: Verdict::Holds, ..last },
            slots: vec![slot()],
            stages: vec![stage()],
            waiting_room: None,
            totals: totals(),
            finished: vec![1.0],
        },
        finished: vec![1.0],
        lost_before_catch_up: vec![2.0],
    }
}

fn series_json() -> Value {
    json!({
        "attempts_per_s": [0, 1e-9], "queue": [0.5, 1], "in_service": [2, 3], "orbit": [4, 0.1],
        "wait_s": [60, null], "load": [null, 1.25],
    })
}

fn slot_json(window: Value, bottleneck: i32, verdict: &str) -> Value {
    json!({
        "window": window, "members": 900_000, "starters": 360_000.5, "after_horizon": 1, "shut_out": 2,
        "peak_attempts_per_s": 187.25, "peak_load": null, "bottleneck": bottleneck, "peak_queue": 4, "peak_inside": 5,
        "wait_p50_s": 6, "wait_p95_s": 7, "wait_target_s": null, "wait_max_s": null, "waiting_at_open": 8,
        "waiting_at_close": 9, "lost": 10, "background_lost": 11, "turned_away": 12, "verdict": verdict,
    })
}

#[test]
fn every_figure_has_its_public_name() {
    let stage = json!({
        "name": "본인인증", "queued": true, "peak_queue": 1, "peak_queue_at": "2022-04-01T14:03:20", "wait_max_s": null,
        "attempts": 2, "served": 3, "failed": 4, "abandoned": 5, "lost": 6, "background_attempts": 7,
        "background_lost": 8, "drained_at": null, "series": series_json(),
    });
    let totals = json!({
        "members": 1, "starters": 2, "finished": 3, "lost": 4, "unfinished_at_end": 5, "attempts_per_starter": 6,
        "turned_away": 7, "background_lost": 8,
    });
    let expect = json!({
        "model": 1,
        "slots": [slot_json(json!(0), -1, "at-risk"), slot_json(Value::Null, 1, "breaks")],
        "stages": [stage],
        "waiting_room": { "series": series_json() },
        "totals": totals,
        "baseline": {
            "slot": slot_json(Value::Null, 1, "holds"), "slots": [slot_json(json!(0), -1, "at-risk")],
            "stages": [stage], "waiting_room": null, "totals": totals,
        },
    });
    let written: Value = serde_json::from_str(&write(&forecast())).unwrap();
    assert_eq!(written, expect);
}

#[test]
fn fields_stand_in_the_order_of_the_contract_on_one_line() {
    let text = write(&forecast());
    assert!(
        text.starts_with("{\"model\":1,\"slots\":[{\"window\":0,\"members\":900000,\"starters\":360000.5,"),
        "{text}"
    );
    assert!(text.contains("\"series\":{\"attempts_per_s\":[0,1e-9],\"queue\":[0.5,1],"));
    assert!(!text.contains('\n') && !text.contains(": "));
}
