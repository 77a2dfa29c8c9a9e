//! Names of two things at once (`data/standard/pairs.tsv`): 城乡居民收入 is that of the towns and that of the country.

use super::words;

/// The rows: a word that names two things, and the words that name each.
const FILE: &str = include_str!("data/standard/pairs.tsv");

/// The names of the first and the second thing that `name` names.
pub fn pair(name: &str) -> Option<[String; 2]> {
    words::rows(FILE).find_map(|row| {
        let (before, behind) = name.split_once(row.form)?;
        let (first, second) = row.is.split_once(' ')?;
        Some([first, second].map(|part| format!("{before}{part}{behind}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_two_things() {
        for row in words::rows(FILE) {
            let [first, second] = pair(row.ok).expect(row.ok);
            assert!(first != second && row.ok.starts_with(row.form), "{}", row.form);
        }
        let income = ["城镇居民人均可支配收入", "农村居民人均可支配收入"].map(str::to_owned);
        assert_eq!(pair("城乡居民人均可支配收入"), Some(income));
        assert_eq!(pair("居民人均可支配收入"), None);
    }
}
