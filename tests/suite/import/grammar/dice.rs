//! Choices by a seed.

use stagger::rng::Key;

pub struct Dice {
    key: Key,
    thrown: u64,
}

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self { key: Key::new(seed), thrown: 0 }
    }

    /// 0..`sides`
    pub fn below(&mut self, sides: u64) -> u64 {
        self.thrown += 1;
        self.key.word(self.thrown).bits() % sides
    }

    pub fn one_in(&mut self, sides: u64) -> bool {
        self.below(sides) == 0
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}
