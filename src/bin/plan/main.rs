//! The command line of `plan`.

fn main() {}
