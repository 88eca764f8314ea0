//! Erlang's formulas B and C: exponential service, nobody waits or everybody does.
//!
//! Source: A. Erlang, Løsning af nogle Problemer fra Sandsynlighedsregningen (1917).

use super::is_positive;

/// Erlang B: share of arrivals that find all `servers` taken when nobody waits.
///
/// `load` in erlangs, >= 0. Below about 1e-308 the share is 0; [`log_loss`] goes on.
pub fn loss(servers: u32, load: f64) -> Option<f64> {
    if load == 0.0 {
        return Some(if servers == 0 { 1.0 } else { 0.0 });
    }
    log_loss(servers, load)?;
    let mut share = 1.0;
    for n in 1..=servers {
        share = load * share / (f64::from(n) + load * share);
    }
    Some(share)
}

/// Natural logarithm of Erlang B, however small it is; `load` in erlangs, > 0.
pub fn log_loss(servers: u32, load: f64) -> Option<f64> {
    if !is_positive(load) {
        return None;
    }
    // 1 / B(n) = 1 + (n / load) / B(n - 1), in units that grow with it.
    const UNIT: f64 = 1e200;
    let (mut inverse, mut one, mut units) = (1.0, 1.0, 0_u32);
    for n in 1..=servers {
        inverse = one + f64::from(n) / load * inverse;
        while inverse > UNIT {
            inverse /= UNIT;
            one /= UNIT;
            units += 1;
        }
    }
    Some(-libm::log(inverse) - f64::from(units) * libm::log(UNIT))
}

/// Erlang C: share of arrivals that wait when everybody waits as long as it takes; only for load < servers.
pub fn delay(servers: u32, load: f64) -> Option<f64> {
    let blocked = loss(servers, load)?;
    let servers = f64::from(servers);
    (load < servers).then(|| blocked / (1.0 - load / servers * (1.0 - blocked)))
}

/// Mean wait of all arrivals under Erlang C, in mean services; only for load < servers.
pub fn mean_delay(servers: u32, load: f64) -> Option<f64> {
    Some(delay(servers, load)? / (f64::from(servers) - load))
}

/// Share of arrivals that wait longer than `services` mean services (>= 0) under Erlang C.
pub fn delay_beyond(servers: u32, load: f64, services: f64) -> Option<f64> {
    let waits = delay(servers, load)?;
    (services >= 0.0).then(|| waits * libm::exp(-(f64::from(servers) - load) * services))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_the_domain_there_is_no_number() {
        assert_eq!(delay(10, 10.0), None);
        assert_eq!(delay(10_000, 100_000.0), None);
        assert_eq!(mean_delay(0, 0.5), None);
        assert_eq!(loss(3, -1.0), None);
        assert_eq!(loss(3, f64::NAN), None);
        assert_eq!(log_loss(3, f64::INFINITY), None);
        assert_eq!(delay_beyond(3, 1.0, -1.0), None);
    }

    #[test]
    fn ten_thousand_servers_and_tenfold_overload() {
        assert!(loss(10_000, 100_000.0).is_some_and(|share| (share - 0.9).abs() < 1e-4));
        assert!(loss(10_000, 9_000.0).is_some_and(|share| share > 0.0 && share < 1e-20));
        assert_eq!(loss(10_000, 10.0), Some(0.0));
        assert!(log_loss(10_000, 10.0).is_some_and(|log| log < -50_000.0 && log.is_finite()));
        assert!(delay(10_000, 9_999.9).is_some_and(|share| share > 0.99 && share < 1.0));
    }
}
