//! JSON pointers (RFC 6901): the names of places in a plan.

/// The pointer of a member or element of `parent`.
pub(super) fn child(parent: &str, key: &str) -> String {
    let mut pointer = String::with_capacity(parent.len() + key.len() + 1);
    pointer.push_str(parent);
    pointer.push('/');
    for letter in key.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(letter),
        }
    }
    pointer
}

/// The pointer of what contains the place, and its key there; `None` for the whole document.
pub(super) fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, key) = pointer.rsplit_once('/')?;
    Some((parent, unescape(key)))
}

/// The keys on the way from the document to the place.
pub(super) fn keys(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(unescape)
}

fn unescape(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes_and_tildes_survive() {
        let pointer = child(&child("", "sources"), "/journey/0/a~b");
        assert_eq!(pointer, "/sources/~1journey~10~1a~0b");
        assert_eq!(split(&pointer), Some(("/sources", "/journey/0/a~b".to_owned())));
        assert_eq!(keys(&pointer).collect::<Vec<_>>(), ["sources", "/journey/0/a~b"]);
        assert_eq!(keys("").count(), 0);
    }
}
