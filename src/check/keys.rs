//! Mappings from outside, key by key: an unknown key is an error that names the nearest known one.

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use crate::nearest;

/// Refuses a key of `map` that is not among `known`; `place` opens the message.
pub(super) fn known(map: &Mapping, known: &[&str], place: &str) -> Result<(), String> {
    for key in map.keys() {
        let name = key.as_str().map_or_else(|| format!("{key:?}"), str::to_owned);
        if !known.contains(&name.as_str()) {
            let hint = nearest(&name, known.iter().copied());
            return Err(format!("{place}unknown key `{name}`{hint}; the keys are {}", known.join(", ")));
        }
    }
    Ok(())
}

/// `; the nearest is …` for a name that is not among `known`.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest::nearest(name, known).map_or(String::new(), |best| format!("; the nearest is `{best}`"))
}

/// The value of `key`, where it is there and fits.
pub(super) fn get<T: DeserializeOwned>(map: &Mapping, key: &str, place: &str) -> Result<Option<T>, String> {
    let Some(value) = map.get(key).filter(|value| !value.is_null()) else { return Ok(None) };
    serde_yaml::from_value(value.clone()).map(Some).map_err(|error| format!("{place}`{key}`: {error}"))
}

/// A mapping, or the words that `what` should be one.
pub(super) fn mapping<'a>(value: &'a Value, what: &str) -> Result<&'a Mapping, String> {
    value.as_mapping().ok_or_else(|| format!("{what} is no mapping of keys to values"))
}
