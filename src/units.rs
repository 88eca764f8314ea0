//! Numbers with their unit in the type: people, seconds, people per second, shares.
//!
//! A value of these types is any `f64`; what range it must lie in is said by the field that holds it and
//! enforced by [`crate::plan::check`], so that a plan with a wrong number can be shown and mended.

use std::ops::{Add, AddAssign, Div, Mul, Sub};

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            pub const ZERO: Self = Self(0.0);

            pub const fn new(value: f64) -> Self {
                Self(value)
            }

            /// The bare number, in the unit of the type.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }
    };
}

unit!(
    /// A number of people; fractional where it is an expectation [people].
    People
);
unit!(
    /// A duration [s].
    Seconds
);
unit!(
    /// A flow [people per second].
    PerSecond
);
unit!(
    /// A part of a whole [1]; 0..=1 in every plan that passes the checks.
    Share
);

impl Seconds {
    pub const fn minutes(minutes: f64) -> Self {
        Self(minutes * 60.0)
    }

    pub const fn hours(hours: f64) -> Self {
        Self(hours * 3600.0)
    }
}

impl Mul<People> for Share {
    type Output = People;
    fn mul(self, whole: People) -> People {
        People(self.0 * whole.0)
    }
}

impl Mul<Seconds> for PerSecond {
    type Output = People;
    fn mul(self, duration: Seconds) -> People {
        People(self.0 * duration.0)
    }
}

impl Div<Seconds> for People {
    type Output = PerSecond;
    fn div(self, duration: Seconds) -> PerSecond {
        PerSecond(self.0 / duration.0)
    }
}

impl Div<PerSecond> for People {
    type Output = Seconds;
    fn div(self, flow: PerSecond) -> Seconds {
        Seconds(self.0 / flow.0)
    }
}
