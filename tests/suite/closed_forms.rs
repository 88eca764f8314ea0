//! Stationary queues against independent computations (erlang_bc.csv, erlang_a.json, mdc.csv in tests/reference).

use serde_json::Value;
use stagger::queueing::closed_forms::erlang::delay_beyond;
use stagger::queueing::closed_forms::{DeterministicService, Impatient, delay, log_loss, loss, mean_delay};

/// The rows of a table without its head, cut at the commas.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|line| line.split(',').collect())
}

/// A number as the table writes it: bare, or as the value of a typed one.
fn number(cell: &str) -> f64 {
    let inner = cell.rsplit('(').next().unwrap_or(cell);
    inner.trim_end_matches(')').parse().unwrap()
}

fn relative(value: f64, expected: f64) -> f64 {
    if value == expected { 0.0 } else { (value - expected).abs() / expected.abs() }
}

#[test]
fn erlang_b_and_c_are_met() {
    let mut largest = [0.0_f64; 3];
    for row in rows(include_str!("../reference/erlang_bc.csv")) {
        let (servers, load) = (row[0].parse::<u32>().unwrap(), number(row[1]));
        let blocked = loss(servers, load).unwrap();
        if number(row[3]) > 1e-290 {
            let error = relative(blocked, number(row[3]));
            largest[0] = largest[0].max(error);
            assert!(error < 1e-10, "B({servers}, {load}) = {blocked}");
        }
        let log = log_loss(servers, load).unwrap() / std::f64::consts::LN_10;
        let error = (log - number(row[4])).abs();
        largest[1] = largest[1].max(error);
        assert!(error < 1e-9, "log B({servers}, {load}) = {log}");
        if row[5].is_empty() {
            assert_eq!(row[8], "unstable: Erlang C undefined");
            assert_eq!((delay(servers, load), mean_delay(servers, load)), (None, None));
            assert_eq!(delay_beyond(servers, load, 1.0), None);
            continue;
        }
        let values = [delay(servers, load), mean_delay(servers, load), delay_beyond(servers, load, 1.0)];
        for (value, cell) in values.into_iter().zip(&row[5..8]) {
            let error = relative(value.unwrap(), number(cell));
            // The exponent of a share of 1e-100 has few digits left after the point.
            if number(cell) > 1e-290 {
                largest[2] = largest[2].max(error);
                assert!(error < 1e-9, "C({servers}, {load}): {value:?} for {cell}");
            }
        }
    }
    println!("largest deviations: B {:.1e}, log10 B {:.1e}, C and waits {:.1e}", largest[0], largest[1], largest[2]);
}

#[test]
fn erlang_a_is_met() {
    let file: Value = serde_json::from_str(include_str!("../reference/erlang_a.json")).unwrap();
    let mut largest = 0.0_f64;
    for case in file["cases"].as_array().unwrap() {
        let given = |name: &str| case["params"][name].as_f64().unwrap();
        let queue = Impatient::new(given("lam"), given("mu"), given("theta"), given("s") as u32).unwrap();
        // Where hardly ever all servers are taken, the reference cut its chain off before that: its mean waits of those
        // who give up are below 0 there.
        let is_cut_off = queue.waits() < 1e-20;
        let mut meet = |value: f64, expected: &Value, what: &str| {
            if is_cut_off && what.contains("given") {
                return;
            }
            let Some(expected) = expected.as_f64() else { return };
            if (value - expected).abs() < 1e-12 {
                return;
            }
            let error = relative(value, expected);
            largest = largest.max(error);
            assert!(error < 1e-8, "{}: {what} {value} for {expected}", case["params"]);
        };
        for (value, field) in [
            (queue.waits(), "p_wait"),
            (queue.abandons(), "p_abandon"),
            (queue.abandons_given_wait(), "p_abandon_given_wait"),
            (queue.mean_queue(), "E_Q"),
            (queue.variance_of_queue(), "Var_Q"),
            (queue.mean_inside(), "E_X"),
            (queue.variance_of_inside(), "Var_X"),
            (queue.mean_busy(), "E_busy"),
            (queue.mean_wait(), "E_W_all"),
            (queue.mean_wait_of_served(), "E_W_given_served"),
            (queue.mean_wait_of_abandoning(), "E_W_given_abandon"),
            (queue.mean_offered_wait(), "E_V_offered"),
        ] {
            meet(value, &case[field], field);
        }
        for block in ["T0.05", "T0.25", "T1"] {
            let expected = &case[block];
            let within = queue.within(expected["T"].as_f64().unwrap()).unwrap();
            meet(within.served, &expected["p_served_within_T"], block);
            meet(within.abandoned, &expected["p_abandon_within_T"], block);
            meet(within.offered_wait_beyond, &expected["p_offered_wait_gt_T"], block);
            meet(within.still_waiting, &expected["p_still_waiting_at_T"], block);
        }
    }
    println!("largest deviation above 1e-12: {largest:.1e}");
}

#[test]
fn services_of_even_length_are_met() {
    let mut largest = [0.0_f64; 2];
    for row in rows(include_str!("../reference/mdc.csv")) {
        let servers = row[0].parse::<u32>().unwrap();
        let queue = DeterministicService::new(servers, f64::from(servers) * number(row[1])).unwrap();
        for (value, cell) in [(queue.waits, row[2]), (queue.mean_queue, row[3]), (queue.mean_wait, row[4])] {
            let error = relative(value, number(cell));
            largest[0] = largest[0].max(error);
            assert!(error < 1e-6, "{servers} servers, {}: {value} for {cell}", row[1]);
        }
        largest[1] = largest[1].max(relative(queue.mean_wait, number(row[5])));
    }
    println!("largest deviations: {:.1e}, from the series {:.1e}", largest[0], largest[1]);
}
