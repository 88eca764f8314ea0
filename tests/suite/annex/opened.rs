//! An archive that was opened: its parts by their paths, and their elements by name.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::{CompressionMethod, ZipArchive};

/// Year to second.
type Time = (u16, u8, u8, u8, u8, u8);

pub struct Opened {
    /// In the order of the archive: path, whether it is stored, time.
    entries: Vec<(String, bool, Time)>,
    parts: BTreeMap<String, Vec<u8>>,
}

impl Opened {
    pub fn read(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let (mut entries, mut parts) = (Vec::new(), BTreeMap::new());
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).unwrap();
            let name = entry.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            let time = entry.last_modified().unwrap();
            let time = (time.year(), time.month(), time.day(), time.hour(), time.minute(), time.second());
            entries.push((name.clone(), entry.compression() == CompressionMethod::Stored, time));
            assert!(parts.insert(name.clone(), bytes).is_none(), "{name} is there twice");
        }
        Self { entries, parts }
    }

    pub fn times(&self) -> Vec<Time> {
        self.entries.iter().map(|(_, _, time)| *time).collect()
    }

    /// Path of the first part, and whether it is stored.
    pub fn first(&self) -> (&str, bool) {
        let (path, is_stored, _) = &self.entries[0];
        (path, *is_stored)
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    pub fn bytes(&self, path: &str) -> &[u8] {
        self.parts.get(path).unwrap_or_else(|| panic!("there is no {path}"))
    }

    pub fn text(&self, path: &str) -> &str {
        std::str::from_utf8(self.bytes(path)).unwrap()
    }

    /// A part as XML, which it must be.
    pub fn xml(&self, path: &str) -> Document<'_> {
        Document::parse(self.text(path)).unwrap_or_else(|problem| panic!("{path}: {problem}"))
    }

    /// Every part that is XML is well-formed and begins as Hangul and Word want it.
    pub fn is_well_formed(&self) {
        let endings = [".xml", ".rels", ".hpf", ".rdf"];
        for path in self.paths().filter(|path| endings.iter().any(|ending| path.ends_with(ending))) {
            assert!(
                self.text(path).starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"),
                "{path}"
            );
            self.xml(path);
        }
    }
}

/// All elements of that name, whatever their namespace, in the order of the text.
pub fn all<'a>(node: Node<'a, 'a>, name: &str) -> Vec<Node<'a, 'a>> {
    node.descendants().filter(|node| node.is_element() && node.tag_name().name() == name).collect()
}

/// The first of them.
pub fn first<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    *all(node, name).first().unwrap_or_else(|| panic!("there is no {name}"))
}

/// An attribute, whatever its namespace.
pub fn of<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    let found = node.attributes().find(|attribute| attribute.name() == name);
    found.unwrap_or_else(|| panic!("{} has no {name}", node.tag_name().name())).value()
}

/// The words of all elements of that name below.
pub fn words(node: Node<'_, '_>, name: &str) -> String {
    all_of(node, name).filter_map(|node| node.text()).collect()
}

fn all_of<'a, 'b: 'a>(node: Node<'a, 'b>, name: &'a str) -> impl Iterator<Item = Node<'a, 'b>> {
    node.descendants().filter(move |node| node.is_element() && node.tag_name().name() == name)
}
