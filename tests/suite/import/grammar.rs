//! Placeholder for the module.
