//! JSON pointers into the plan file: spelling, what a field holds, and how they follow when a list is renumbered.

pub mod field;
pub mod renumber;

pub use field::{Field, field_at};
pub use renumber::{Renumbering, follow};

/// One step of a pointer, spelt so that it stands for itself (RFC 6901).
pub fn escaped(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

/// The steps of a pointer, as the names they stand for; `None` where it is none.
pub fn steps(pointer: &str) -> Option<Vec<String>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    let steps = pointer.strip_prefix('/')?.split('/');
    Some(steps.map(|step| step.replace("~1", "/").replace("~0", "~")).collect())
}

/// The pointer of these steps.
pub fn joined<S: AsRef<str>>(steps: &[S]) -> String {
    steps.iter().map(|step| format!("/{}", escaped(step.as_ref()))).collect()
}

/// A step that is an index: digits without a leading zero.
pub fn index(step: &str) -> Option<usize> {
    let number: usize = step.parse().ok()?;
    (number.to_string() == step).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_pointer_are_two_spellings_of_one() {
        for (pointer, expect) in [
            ("", vec![]),
            ("/", vec![""]),
            ("/journey/0/rate_per_s", vec!["journey", "0", "rate_per_s"]),
            ("/sources/~1days~01", vec!["sources", "/days~1"]),
        ] {
            let steps = steps(pointer).unwrap();
            assert_eq!(steps, expect);
            assert_eq!(joined(&steps), pointer);
        }
        assert_eq!(steps("days"), None);
    }

    #[test]
    fn an_index_has_one_spelling() {
        assert_eq!(index("0"), Some(0));
        assert_eq!(index("12"), Some(12));
        for step in ["", "01", "-1", "+1", "1.0", "x", "99999999999999999999999"] {
            assert_eq!(index(step), None, "{step}");
        }
    }
}
