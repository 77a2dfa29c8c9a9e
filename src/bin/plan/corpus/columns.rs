//! What the columns of a table of documents hold: as asked, else guessed by name.

use std::{collections::HashMap, sync::LazyLock};

use plan::nearest::nearest;

/// role, name; see the head of the file.
const NAMES: &str = include_str!("columns.tsv");

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// The document that a row of --meta is about.
    Path,
    Text,
    Id,
    Title,
    Issuer,
    Year,
    Period,
    Kind,
    Region,
}

impl Role {
    const ALL: [Role; 9] = [
        Role::Path,
        Role::Text,
        Role::Id,
        Role::Title,
        Role::Issuer,
        Role::Year,
        Role::Period,
        Role::Kind,
        Role::Region,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Role::Path => "path",
            Role::Text => "text",
            Role::Id => "id",
            Role::Title => "title",
            Role::Issuer => "issuer",
            Role::Year => "year",
            Role::Period => "period",
            Role::Kind => "kind",
            Role::Region => "region",
        }
    }
}

/// The roles by what columns are called.
static ROLES: LazyLock<HashMap<&str, Role>> = LazyLock::new(|| {
    let rows = NAMES.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t'));
    let role = |(role, name)| Some((name, Role::ALL.into_iter().find(|known| known.name() == role)?));
    rows.filter_map(role).collect()
});

/// Which column holds what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    of: HashMap<Role, String>,
    /// Those that nobody asked for.
    guessed: Vec<Role>,
}

impl Columns {
    /// Finds the columns of `roles` among `head`; an empty name that is asked for is no column.
    ///
    /// # Errors
    /// Where a column that is asked for is not there, or one stands twice.
    pub(crate) fn find(head: &[String], asked: &HashMap<Role, String>, roles: &[Role]) -> Result<Self, String> {
        let mut columns = Self::default();
        for (&role, name) in asked.iter().filter(|(_, name)| !name.is_empty()) {
            if !head.contains(name) {
                return Err(missing(name, head));
            }
            columns.of.insert(role, name.clone());
        }
        for &role in roles.iter().filter(|role| !asked.contains_key(role)) {
            let is_free = |name: &&String| !columns.of.values().any(|taken| taken == *name);
            let called = |name: &&String| ROLES.get(name.to_lowercase().as_str()) == Some(&role);
            if let Some(name) = head.iter().filter(is_free).find(called).cloned() {
                columns.of.insert(role, name);
                columns.guessed.push(role);
            }
        }
        match columns.of.values().find(|name| head.iter().filter(|other| other == name).count() > 1) {
            Some(name) => {
                Err(format!("the column `{name}` stands twice in the head; give each column a name of its own"))
            }
            None => Ok(columns),
        }
    }

    /// The column that holds `role`.
    pub(crate) fn get(&self, role: Role) -> Option<&str> {
        self.of.get(&role).map(String::as_str)
    }

    /// The columns of `head` that hold none of what is read; an id is carried along too.
    pub(crate) fn carried<'a>(&'a self, head: &'a [String]) -> impl Iterator<Item = &'a String> {
        let is_read = |name: &String| self.of.iter().any(|(role, column)| *role != Role::Id && column == name);
        head.iter().filter(move |name| !is_read(name))
    }

    /// What was guessed, and what is carried along, for people; `None` where nothing was guessed.
    pub(crate) fn told(&self, head: &[String]) -> Option<String> {
        let told = |role: &Role| Some(format!("{}=`{}`", role.name(), self.get(*role)?));
        let guessed: Vec<String> = self.guessed.iter().filter_map(told).collect();
        let carried: Vec<&str> = self.carried(head).map(String::as_str).collect();
        let rest = if carried.is_empty() { String::new() } else { format!("; carried along: {}", carried.join(", ")) };
        (!guessed.is_empty()).then(|| format!("columns guessed by name: {}{rest}", guessed.join(", ")))
    }
}

/// What to say of a column that is not there.
fn missing(name: &str, head: &[String]) -> String {
    let hint = nearest(name, head.iter().map(String::as_str))
        .map(|near| format!("did you mean `{near}`? "))
        .unwrap_or_default();
    format!("there is no column `{name}`; {hint}the columns are {}", head.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn columns_are_found_as_asked_and_by_name() {
        let roles = [Role::Text, Role::Title, Role::Year];
        let names = head(&["id", "Title", "正文", "省份", "年份"]);
        let found = Columns::find(&names, &HashMap::new(), &roles).expect("found");
        assert_eq!(
            [Role::Text, Role::Title, Role::Year].map(|role| found.get(role)),
            [Some("正文"), Some("Title"), Some("年份")]
        );
        let told = "columns guessed by name: text=`正文`, title=`Title`, year=`年份`; carried along: id, 省份";
        assert_eq!(found.told(&names).as_deref(), Some(told));
        let asked = HashMap::from([(Role::Text, "省份".into()), (Role::Year, String::new()), (Role::Id, "id".into())]);
        let found = Columns::find(&names, &asked, &roles).expect("found");
        assert_eq!((found.get(Role::Text), found.get(Role::Year)), (Some("省份"), None));
        assert_eq!(found.carried(&names).collect::<Vec<_>>(), ["id", "正文", "年份"], "the id is carried along too");
    }

    #[test]
    fn columns_that_are_not_there_or_twice_are_refused() {
        let names = head(&["正文一", "x", "x"]);
        let ask = |name: &str| Columns::find(&names, &HashMap::from([(Role::Text, name.to_owned())]), &[]);
        assert!(
            ask("正文")
                .is_err_and(|e| e == "there is no column `正文`; did you mean `正文一`? the columns are 正文一, x, x")
        );
        assert!(ask("x").is_err_and(|e| e.contains("stands twice")));
        assert!(ask("abc").is_err_and(|e| !e.contains("did you mean")));
    }

    #[test]
    fn every_name_is_known_for_one_role() {
        let rows = NAMES.lines().filter(|line| !line.starts_with('#')).skip(1).count();
        assert_eq!(ROLES.len(), rows, "a role is unknown, or a name stands twice");
    }
}
