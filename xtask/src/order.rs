//! Puts functions that resemble each other side by side, which leaves less to send.

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload};

/// The same program with its functions in order of type, size to the power of two, and code; only their numbers change.
///
/// The copies that generic code leaves behind have one type, nearly one size, and the same locals and first steps. Gzip
/// remembers 32 kB, so it finds what they have in common only where they stand close together; LZMA finds it anywhere,
/// but says a near place in fewer bits.
///
/// # Errors
/// The bytes are no WebAssembly module.
pub fn side_by_side(program: &[u8]) -> Result<Vec<u8>> {
    let mut order = Order::of(program).context("cannot read the functions")?;
    let mut module = Module::new();
    order
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|problem| anyhow::anyhow!("cannot write the functions in another order: {problem}"))?;
    Ok(module.finish())
}

/// Where each function of the module goes; those that are imported come first and keep their numbers.
struct Order {
    imported: u32,
    /// Old places among the functions of the module, by new place.
    old: Vec<usize>,
    /// New places, by old place.
    new: Vec<u32>,
}

impl Order {
    fn of(program: &[u8]) -> Result<Self> {
        let (mut imported, mut types, mut bodies) = (0, Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(functions) => types = functions.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        let mut old: Vec<usize> = (0..types.len().min(bodies.len())).collect();
        old.sort_by_key(|&place| (types[place], bodies[place].len().checked_ilog2(), bodies[place]));
        let mut new = vec![0; old.len()];
        for (to, &from) in (0..).zip(&old) {
            new[from] = to;
        }
        Ok(Self { imported, old, new })
    }

    fn sorted<T: Clone>(&self, all: &[T]) -> Vec<T> {
        self.old.iter().filter_map(|&place| all.get(place).cloned()).collect()
    }
}

impl Reencode for Order {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let moved = function.checked_sub(self.imported).and_then(|place| self.new.get(place as usize));
        Ok(moved.map_or(function, |place| self.imported + place))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.sorted(&types) {
            functions.function(self.type_index(function)?);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        self.sorted(&bodies).into_iter().try_for_each(|body| utils::parse_function_body(self, code, body))
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, ExportSection, Function, ImportSection, TypeSection, ValType};

    use super::*;

    /// One imported function, then the functions named by the letters in `order`, exported under them: `a` takes a
    /// number and calls `b`; `b`, which is longer than `c`, and `d`, which is a little longer than `b`, take nothing as
    /// `c` does.
    fn module(order: &str) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        let (mut functions, mut exports, mut code) = (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        types.ty().function([], []);
        types.ty().function([ValType::I32], []);
        imports.import("host", "note", EntityType::Function(0));
        for (number, name) in (1..).zip(order.chars()) {
            functions.function(u32::from(name == 'a'));
            exports.export(&name.to_string(), ExportKind::Func, number);
            let mut body = Function::new([]);
            match name {
                'a' => body.instructions().call(1 + order.find('b').unwrap() as u32).end(),
                'b' => body.instructions().call(0).call(0).end(),
                'd' => body.instructions().nop().call(0).call(0).end(),
                _ => body.instructions().end(),
            };
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    fn exports(program: &[u8]) -> Vec<(String, u32)> {
        let mut all = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            if let Payload::ExportSection(exports) = payload.unwrap() {
                all.extend(
                    exports.into_iter().map(|export| export.unwrap()).map(|one| (one.name.to_owned(), one.index)),
                );
            }
        }
        all
    }

    fn code(program: &[u8]) -> Vec<Vec<u8>> {
        let bodies = Parser::new(0).parse_all(program).filter_map(|payload| match payload.unwrap() {
            Payload::CodeSectionEntry(body) => Some(program[body.range()].to_vec()),
            _ => None,
        });
        bodies.collect()
    }

    #[test]
    fn functions_stand_by_type_and_size_and_are_still_found() {
        let sorted = side_by_side(&module("abc")).unwrap();
        assert_eq!(code(&sorted), code(&module("cba")));
        let numbers = [("a", 3), ("b", 2), ("c", 1)].map(|(name, number)| (name.to_owned(), number));
        assert_eq!(exports(&sorted), numbers);
    }

    #[test]
    fn of_nearly_one_size_those_stand_together_that_begin_alike() {
        assert_eq!(code(&side_by_side(&module("abcd")).unwrap()), code(&module("cdba")));
    }

    #[test]
    fn what_is_in_order_stays_as_it_is() {
        assert_eq!(side_by_side(&module("cba")).unwrap(), module("cba"));
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(side_by_side(b"no program").is_err());
    }
}
