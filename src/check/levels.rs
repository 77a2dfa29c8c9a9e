//! Which rules run and how much they weigh: the registry's severities, changed by the config and the command line.

use super::{
    diagnostic::Severity,
    keys,
    registry::RULES,
    rule::{self, Rule},
};

/// Switches and severities by rule.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// Later rows hold over earlier ones.
    set: Vec<(String, Option<Severity>)>,
    select: Vec<String>,
    ignore: Vec<String>,
}

impl Levels {
    /// Sets what `name`, a code or a family, weighs; `None` switches it off.
    ///
    /// # Errors
    /// Where no rule is called so.
    pub fn set(&mut self, name: &str, severity: Option<Severity>) -> Result<(), String> {
        self.set.push((checked(name)?, severity));
        Ok(())
    }

    /// Runs only what `names` says, codes or families; nothing means all.
    ///
    /// # Errors
    /// Where no rule is called so.
    pub fn select(&mut self, names: &[String]) -> Result<(), String> {
        self.select = names.iter().map(|name| checked(name)).collect::<Result<_, _>>()?;
        Ok(())
    }

    /// Leaves out what `names` says, codes or families.
    ///
    /// # Errors
    /// Where no rule is called so.
    pub fn ignore(&mut self, names: &[String]) -> Result<(), String> {
        self.ignore = names.iter().map(|name| checked(name)).collect::<Result<_, _>>()?;
        Ok(())
    }

    /// What `rule` weighs; `None` where it does not run.
    pub fn of(&self, rule: &Rule) -> Option<Severity> {
        let named = |name: &String| rule::is_named(rule.code, name);
        if self.ignore.iter().any(named) || (!self.select.is_empty() && !self.select.iter().any(named)) {
            return None;
        }
        let set = self.set.iter().rev().find(|(name, _)| rule::is_named(rule.code, name));
        match set {
            // A rule that was asked for by name runs although the config switches it off.
            Some((_, None)) if self.select.iter().any(|name| name == rule.code) => Some(rule.severity),
            Some((_, severity)) => *severity,
            None => Some(rule.severity),
        }
    }

    /// Whether every rule that `name` names runs.
    pub fn runs_all_of(&self, name: &str) -> bool {
        RULES.iter().filter(|rule| rule::is_named(rule.code, name)).all(|rule| self.of(rule).is_some())
    }
}

/// `name`, where it is a code or family of the registry.
fn checked(name: &str) -> Result<String, String> {
    if RULES.iter().any(|rule| rule::is_named(rule.code, name)) {
        return Ok(name.to_owned());
    }
    let families = RULES.iter().map(|rule| rule.family());
    let hint = keys::nearest(name, RULES.iter().map(|rule| rule.code).chain(families));
    Err(format!("no rule is called `{name}`{hint}; `plan explain` lists them"))
}
