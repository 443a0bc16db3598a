//! The `gravel` command.

fn main() {}
