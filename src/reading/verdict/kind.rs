//! What a number does in its clause.

/// What a number does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It states a result, a target or a rank.
    States,
    /// It is the value that another starts from (由60%提高到65%).
    Starts,
    /// It is a value that the clause only builds on (在41%的基础上).
    Base,
    /// It only says which things are meant, how far, for whom (投资超5亿元的项目).
    Qualifies,
    /// It is part of a name, a slogan or a programme (三大攻坚战).
    Named,
    /// It stands where nothing is stated: in a glossary, in a condition, in a cell of no value.
    Apart,
}

impl Verdict {
    /// The name that files and messages use.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::States => "states",
            Verdict::Starts => "starts",
            Verdict::Base => "base",
            Verdict::Qualifies => "qualifies",
            Verdict::Named => "named",
            Verdict::Apart => "apart",
        }
    }
}
