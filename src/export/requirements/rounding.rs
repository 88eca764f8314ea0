//! Numbers that people can read, rounded to the side on which nobody is promised less.

/// What a float may be off by and still count as the same number [1].
const SAME: f64 = 1e-9;

/// The next number up with three digits, with two below 10; 0 stays.
pub fn up(value: f64) -> f64 {
    stepped(value, |parts| (parts * (1.0 - SAME)).ceil())
}

/// The next number down, likewise.
pub fn down(value: f64) -> f64 {
    stepped(value, |parts| (parts * (1.0 + SAME)).floor())
}

/// A wait [s]: up to 5 s below a minute, to 30 s below ten minutes, then to minutes, to ten of them from 100 on.
pub fn wait_up(seconds: f64) -> f64 {
    let step = match seconds {
        seconds if seconds <= 60.0 => 5.0,
        seconds if seconds <= 600.0 => 30.0,
        seconds if seconds <= 6_000.0 => 60.0,
        _ => 600.0,
    };
    multiple_up(seconds, step)
}

/// A length of time [min]: up to 5 min within an hour, then to ten.
pub fn minutes_up(minutes: f64) -> f64 {
    multiple_up(minutes, if minutes <= 60.0 { 5.0 } else { 10.0 })
}

/// A share [1]: up to a tenth of a per cent, at least one of them.
pub fn share_up(share: f64) -> f64 {
    let tenths = (share * 1_000.0 * (1.0 - SAME)).ceil().clamp(1.0, 1_000.0);
    tenths / 1_000.0
}

/// People up to a whole one.
pub fn people_up(people: f64) -> f64 {
    (people * (1.0 - SAME)).ceil()
}

fn multiple_up(value: f64, step: f64) -> f64 {
    (value / step * (1.0 - SAME)).ceil() * step
}

/// Rounds in steps of the third digit, or of the second below 10.
fn stepped(value: f64, round: fn(f64) -> f64) -> f64 {
    if !value.is_normal() || value < 0.0 {
        return 0.0;
    }
    // How many steps are in the value: at least 100, or 10 below 10.
    let least = if value < 10.0 { 10.0 } else { 100.0 };
    let (mut times, mut parts) = (1.0, 1.0);
    while value * times < least {
        times *= 10.0;
    }
    while value / parts >= 10.0 * least {
        parts *= 10.0;
    }
    // Division by a power of ten is rounded correctly, a product with its inverse is not.
    if parts > 1.0 { round(value / parts) * parts } else { round(value * times) / times }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_required_is_rounded_up_to_what_can_be_read() {
        for (value, expect) in [
            (0.0, 0.0),
            (0.012_31, 0.013),
            (0.5, 0.5),
            (1.234, 1.3),
            (9.47 / 0.8, 11.9),
            (11.9, 11.9),
            (99.95, 100.0),
            (142.3, 143.0),
            (1_001.0, 1_010.0),
            (123_456.0, 124_000.0),
        ] {
            assert_eq!(up(value), expect, "{value}");
        }
    }

    #[test]
    fn who_is_admitted_is_rounded_down() {
        for (value, expect) in [(1.29, 1.2), (11.99, 11.9), (142.9, 142.0), (10.0, 10.0), (0.009_99, 0.009_9)] {
            assert_eq!(down(value), expect, "{value}");
        }
    }

    #[test]
    fn waits_times_and_shares_are_rounded_up() {
        for (value, expect) in
            [(0.0, 0.0), (0.2, 5.0), (60.0, 60.0), (61.0, 90.0), (599.0, 600.0), (601.0, 660.0), (6_001.0, 6_600.0)]
        {
            assert_eq!(wait_up(value), expect, "{value}");
        }
        for (value, expect) in [(1.0, 5.0), (60.0, 60.0), (61.0, 70.0)] {
            assert_eq!(minutes_up(value), expect, "{value}");
        }
        for (value, expect) in [(0.0, 0.001), (0.013, 0.013), (0.013_01, 0.014), (1.0, 1.0)] {
            assert_eq!(share_up(value), expect, "{value}");
        }
        assert_eq!((people_up(2_142.000_000_1), people_up(2_142.01)), (2_142.0, 2_143.0));
    }
}
