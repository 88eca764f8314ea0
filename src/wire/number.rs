//! Numbers as text, in the one form that JavaScript writes too.

use std::fmt::Write;

/// Appends the shortest digits that read back as the same `f64`, laid out as `JSON.stringify` does (ECMA-262,
/// Number::toString), except that minus zero keeps its sign.
///
/// What is no finite number becomes `1e999`: JSON by its grammar, refused by name when the file is opened, and never
/// taken for a limit that is not there, as `null` would be.
pub(super) fn push_number(out: &mut String, value: f64) {
    if value.is_sign_negative() && !value.is_nan() {
        out.push('-');
    }
    if !value.is_finite() {
        out.push_str("1e999");
        return;
    }
    let scientific = format!("{:e}", value.abs());
    // `{:e}` always writes an exponent, and one that fits an i32.
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    lay_out(out, &digits, exponent.parse::<i32>().unwrap_or(0) + 1);
}

/// Writes `0.digits x 10^point`.
fn lay_out(out: &mut String, digits: &str, point: i32) {
    let n_digits = digits.len() as i32;
    if (n_digits..=21).contains(&point) {
        out.push_str(digits);
        push_zeros(out, point - n_digits);
    } else if (1..=21).contains(&point) {
        let (whole, fraction) = digits.split_at(point as usize);
        out.push_str(whole);
        out.push('.');
        out.push_str(fraction);
    } else if (-5..=0).contains(&point) {
        out.push_str("0.");
        push_zeros(out, -point);
        out.push_str(digits);
    } else {
        let (first, rest) = digits.split_at(1);
        out.push_str(first);
        if !rest.is_empty() {
            out.push('.');
            out.push_str(rest);
        }
        let sign = if point > 0 { "+" } else { "-" };
        // Writing to a String cannot fail.
        let _ = write!(out, "e{sign}{}", (point - 1).abs());
    }
}

fn push_zeros(out: &mut String, n_zeros: i32) {
    for _ in 0..n_zeros {
        out.push('0');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, expect: &str) {
        let mut text = String::new();
        push_number(&mut text, value);
        assert_eq!(text, expect);
    }

    #[test]
    fn numbers_look_as_javascript_writes_them() {
        check(0.0, "0");
        check(-0.0, "-0");
        check(180.0, "180");
        check(13.333, "13.333");
        check(-1720.5, "-1720.5");
        check(0.1 + 0.2, "0.30000000000000004");
        check(0.000001, "0.000001");
        check(0.000_000_12, "1.2e-7");
        check(1e20, "100000000000000000000");
        check(1e21, "1e+21");
        check(1.5e300, "1.5e+300");
        check(5e-324, "5e-324");
        check(f64::MAX, "1.7976931348623157e+308");
        check(9_007_199_254_740_993.0, "9007199254740992");
    }

    #[test]
    fn what_is_not_finite_is_never_null() {
        check(f64::INFINITY, "1e999");
        check(f64::NEG_INFINITY, "-1e999");
        check(f64::NAN, "1e999");
    }
}
