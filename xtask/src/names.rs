//! Short names where a program and its glue meet: those of wasm-bindgen end in digits that no packer makes smaller.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser, Payload};

/// How the names of wasm-bindgen begin.
const BEGINNING: &str = "__wb";

/// The same program and glue with short names for what the one imports from the other.
///
/// # Errors
/// The bytes are no WebAssembly module.
pub fn shortened(program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names(BTreeMap::new());
    let (mut imports, mut exports) = (BTreeSet::new(), BTreeSet::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports.insert(import?.name);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    exports.insert(export?.name);
                }
            }
            _ => {}
        }
    }
    let renamed = imports.difference(&exports).filter(|name| name.starts_with(BEGINNING));
    // No name of JavaScript begins so, and none of wasm-bindgen.
    names.0.extend(renamed.enumerate().map(|(number, name)| ((*name).to_owned(), format!("${number}"))));
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|problem| anyhow!("cannot write the imports under other names: {problem}"))?;
    Ok((module.finish(), names.put_into(glue)))
}

/// Short names by long ones.
struct Names(BTreeMap<String, String>);

impl Names {
    fn put_into(&self, glue: &str) -> String {
        let mut text = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(at) = rest.find(BEGINNING) {
            let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
            let length = rest[at..].find(|letter| !is_name(letter)).unwrap_or(rest.len() - at);
            let name = &rest[at..at + length];
            let is_part = rest[..at].ends_with(is_name);
            text.push_str(&rest[..at]);
            text.push_str(self.0.get(name).filter(|_| !is_part).map_or(name, String::as_str));
            rest = &rest[at + length..];
        }
        text.push_str(rest);
        text
    }
}

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, self.0.get(import.name).map_or(import.name, String::as_str), kind);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, TypeSection};

    use super::*;

    fn imports(program: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            if let Payload::ImportSection(section) = payload.unwrap() {
                names.extend(section.into_imports().map(|import| import.unwrap().name.to_owned()));
            }
        }
        names
    }

    #[test]
    fn program_and_glue_still_meet() {
        let (mut types, mut section) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        for name in ["__wbg_size_9d1084e29743663c", "__wbg_size_9d", "note"] {
            section.import("./app_bg.js", name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&section);
        let glue = "x = { __wbg_size_9d1084e29743663c: f, '__wbg_size_9d': g, note: h, a__wbg_size_9d: i };";
        let (program, glue) = shortened(&module.finish(), glue).unwrap();
        assert_eq!(imports(&program), ["$1", "$0", "note"]);
        assert_eq!(glue, "x = { $1: f, '$0': g, note: h, a__wbg_size_9d: i };");
        assert!(shortened(b"no module", "").is_err());
    }
}
