//! JSON to be read: a value that knows its place, so that an error names it and nothing unknown is lost.

use litemap::LiteMap;
use std::cell::RefCell;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::plan_file::{Expected, PlanFileError};
use crate::plan::pointer::escaped;

/// Most characters of a wrong value that an error quotes.
const QUOTED: usize = 40;

/// Fields that nothing asked for: JSON text by pointer.
pub(super) type Kept = RefCell<LiteMap<String, String>>;

/// One JSON value, not read yet. Reading a level costs its length once, so a plan costs its depth times its length.
pub(super) struct Node<'a> {
    text: &'a str,
    pointer: String,
    kept: &'a Kept,
}

/// What can be read from its JSON form.
pub(super) trait Read: Sized {
    /// # Errors
    /// The value has another type or form, at the place the error names.
    fn read(node: Node<'_>) -> Result<Self, PlanFileError>;
}

impl<'a> Node<'a> {
    /// The whole document; `text` must be JSON.
    pub(super) fn document(text: &'a str, kept: &'a Kept) -> Self {
        Self { text, pointer: String::new(), kept }
    }

    /// Reads an object field by field; what `read` leaves is kept.
    pub(super) fn object<T>(
        self,
        read: impl FnOnce(&mut Fields<'a>) -> Result<T, PlanFileError>,
    ) -> Result<T, PlanFileError> {
        let mut fields = self.fields()?;
        let value = read(&mut fields)?;
        fields.keep_rest();
        Ok(value)
    }

    /// Reads an object whose names are data: `(name, value)` in the order of names.
    pub(super) fn entries<T: Read>(self) -> Result<LiteMap<String, T>, PlanFileError> {
        let fields = self.fields()?;
        let mut entries = LiteMap::new();
        for (name, raw) in fields.values {
            let node = Node { text: raw.get(), pointer: child(&fields.pointer, &name), kept: fields.kept };
            entries.insert(name, T::read(node)?);
        }
        Ok(entries)
    }

    pub(super) fn list<T: Read>(self) -> Result<Vec<T>, PlanFileError> {
        let items: Vec<&RawValue> = serde_json::from_str(self.text).map_err(|_| self.unexpected(Expected::List))?;
        let read = |(idx, raw): (usize, &'a RawValue)| {
            T::read(Node { text: raw.get(), pointer: child(&self.pointer, &idx.to_string()), kept: self.kept })
        };
        items.into_iter().enumerate().map(read).collect()
    }

    pub(super) fn text(&self) -> Result<String, PlanFileError> {
        serde_json::from_str(self.text).map_err(|_| self.unexpected(Expected::Text))
    }

    pub(super) fn flag(&self) -> Result<bool, PlanFileError> {
        serde_json::from_str(self.text).map_err(|_| self.unexpected(Expected::Flag))
    }

    pub(super) fn number(&self) -> Result<f64, PlanFileError> {
        if !self.is_number() {
            return Err(self.unexpected(Expected::Number));
        }
        match self.text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => Err(PlanFileError::NumberTooLarge { pointer: self.pointer.clone() }),
        }
    }

    /// A whole number 0..=`most`; `12`, `12.0` and `1.2e1` are the same.
    pub(super) fn whole(&self, most: u64) -> Result<u64, PlanFileError> {
        let too_large = || PlanFileError::NumberTooLarge { pointer: self.pointer.clone() };
        if let Ok(number) = self.text.parse::<u64>() {
            return if number <= most { Ok(number) } else { Err(too_large()) };
        }
        let number = self.number().map_err(|error| match error {
            PlanFileError::Unexpected { .. } => self.unexpected(Expected::WholeNumber),
            other => other,
        })?;
        if number < 0.0 || number.trunc() != number {
            return Err(self.unexpected(Expected::WholeNumber));
        }
        // 2^64 is the first f64 that no u64 holds.
        if number >= 18_446_744_073_709_551_616.0 || number as u64 > most {
            Err(too_large())
        } else {
            Ok(number as u64)
        }
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(&self, words: &'static [&'static str], values: &[T]) -> Result<T, PlanFileError> {
        let found = serde_json::from_str::<String>(self.text).ok();
        let position = words.iter().position(|word| found.as_deref() == Some(*word));
        position.and_then(|idx| values.get(idx).copied()).ok_or_else(|| self.unexpected(Expected::OneOf(words)))
    }

    pub(super) fn is_null(&self) -> bool {
        self.text == "null"
    }

    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|letter: char| letter == '-' || letter.is_ascii_digit())
    }

    pub(super) fn is_list(&self) -> bool {
        self.text.starts_with('[')
    }

    pub(super) fn is_object(&self) -> bool {
        self.text.starts_with('{')
    }

    pub(super) fn unexpected(&self, expected: Expected) -> PlanFileError {
        let mut found: String = self.text.chars().take(QUOTED).collect();
        if found.len() < self.text.len() {
            found.push('…');
        }
        PlanFileError::Unexpected { pointer: self.pointer.clone(), expected, found }
    }

    fn fields(self) -> Result<Fields<'a>, PlanFileError> {
        let Entries(entries) = serde_json::from_str(self.text).map_err(|_| self.unexpected(Expected::Object))?;
        let mut values = LiteMap::new();
        for (name, value) in entries {
            let place = || child(&self.pointer, &name);
            if values.contains_key(&name) {
                return Err(PlanFileError::Duplicate { pointer: place() });
            }
            values.insert(name, value);
        }
        Ok(Fields { pointer: self.pointer, values, kept: self.kept })
    }
}

/// The fields of an object that have not been asked for yet.
pub(super) struct Fields<'a> {
    pointer: String,
    values: LiteMap<String, &'a RawValue>,
    kept: &'a Kept,
}

impl<'a> Fields<'a> {
    /// # Errors
    /// The field is absent, or cannot be read.
    pub(super) fn required<T: Read>(&mut self, name: &str) -> Result<T, PlanFileError> {
        match self.take(name) {
            Some(node) => T::read(node),
            None => Err(PlanFileError::Missing { pointer: child(&self.pointer, name) }),
        }
    }

    /// `None` where the field is absent.
    pub(super) fn optional<T: Read>(&mut self, name: &str) -> Result<Option<T>, PlanFileError> {
        self.take(name).map(T::read).transpose()
    }

    /// `default` where the field is absent.
    pub(super) fn or<T: Read>(&mut self, name: &str, default: T) -> Result<T, PlanFileError> {
        Ok(self.optional(name)?.unwrap_or(default))
    }

    pub(super) fn take(&mut self, name: &str) -> Option<Node<'a>> {
        let raw = self.values.remove(name)?;
        Some(Node { text: raw.get(), pointer: child(&self.pointer, name), kept: self.kept })
    }

    fn keep_rest(self) {
        let mut kept = self.kept.borrow_mut();
        for (name, raw) in self.values {
            kept.insert(child(&self.pointer, &name), raw.get().to_owned());
        }
    }
}

/// The pointer of a member or element of what stands at `parent`.
fn child(parent: &str, key: &str) -> String {
    format!("{parent}/{}", escaped(key))
}

/// The members of an object in their order, doubles included.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry::<String, &RawValue>()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
