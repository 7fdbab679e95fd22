//! Names that a page spells wrong, where only one name can be meant.
//!
//! A wrong grant is worse than none. So a slip is corrected only if the name is unknown, exactly one known name is like it,
//! and what the permission allows (`Read`, `ReadWrite`, `All`) is spelled alike on both sides: `Kilns.Read.All` for
//! `Kiln.Read.All`, `Kiln.Read.WriteAll` for `Kiln.ReadWrite.All`, `Furnance.Read` for `Furnace.Read`; never `Kiln.ReadW`.

/// A slip in a shorter part may be another word.
const SHORTEST: usize = 6;

/// The only one of the known names that an unknown one can mean.
pub(super) fn meant<'k>(name: &str, known: &(impl Iterator<Item = &'k str> + Clone)) -> Option<&'k str> {
    let written = Parts::of(name);
    [Parts::is_plural, Parts::is_joined, Parts::is_typo]
        .into_iter()
        .find_map(|rule| {
            let mut alike = known.clone().filter(|known| rule(&written, &Parts::of(known)));
            let first = alike.next();
            // The rules go from near to far: two near names forbid a far one.
            first.map(|first| alike.next().is_none().then_some(first))
        })
        .flatten()
}

/// The known name that may be meant by an unknown one, which a person has to decide: one of which it is a part or the begin of
/// each part, one of the same letters, or the one that is nearest by its spelling.
pub(super) fn near<'k>(name: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<&'k str> {
    let small = name.to_ascii_lowercase();
    let written = Parts::of(name);
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let own = letters(&small);
    let is_part = |known: &&str| known.ends_with(&format!(".{small}")) || written.begins(&Parts::of(known));
    let is_shuffled = |known: &&str| letters(known) == own;
    let by_form = known.clone().find(is_part).or_else(|| known.clone().find(is_shuffled));
    by_form.or_else(|| {
        let scored = known.map(|known| (strsim::damerau_levenshtein(known, &small), known));
        scored
            .min()
            .filter(|(distance, _)| *distance <= 3)
            .map(|(_, known)| known)
    })
}

/// The parts of a name between its dots, in small letters.
struct Parts(Vec<String>);

impl Parts {
    fn of(name: &str) -> Self {
        Self(name.split('.').map(|part| part.trim().to_ascii_lowercase()).collect())
    }

    /// Whether each part is the begin of one.
    fn begins(&self, known: &Self) -> bool {
        let mut pairs = self.0.iter().zip(&known.0);
        self.0.len() == known.0.len() && pairs.all(|(part, whole)| !part.is_empty() && whole.starts_with(part.as_str()))
    }

    /// Words of several or of one.
    fn is_plural(&self, known: &Self) -> bool {
        self.differing(known)
            .is_some_and(|pairs| pairs.iter().all(|(one, other)| singular(one) == singular(other)))
    }

    /// The same letters with dots elsewhere.
    fn is_joined(&self, known: &Self) -> bool {
        self.0.concat() == known.0.concat()
    }

    /// One letter is missing, too much, another one, or two stand in each other's place; in one part, whether it is a plural
    /// or not.
    fn is_typo(&self, known: &Self) -> bool {
        let Some(pairs) = self.differing(known) else {
            return false;
        };
        let pairs = pairs.iter().map(|(one, other)| (singular(one), singular(other)));
        let mut typos = pairs.filter(|(one, other)| one != other);
        let typo = typos.next();
        typos.next().is_none()
            && typo.is_some_and(|(one, other)| {
                one.len().min(other.len()) >= SHORTEST && strsim::damerau_levenshtein(one, other) == 1
            })
    }

    /// The parts that differ, if none of them says what is allowed. The first part is a name.
    fn differing<'p>(&'p self, known: &'p Self) -> Option<Vec<(&'p str, &'p str)>> {
        let pairs = self
            .0
            .iter()
            .map(String::as_str)
            .zip(known.0.iter().map(String::as_str));
        let pairs = pairs.enumerate().filter(|(_, (one, other))| one != other);
        let is_name = |at: usize, part: &str| at == 0 || !ALLOWS.iter().any(|word| part.starts_with(word));
        let mut names = pairs.clone();
        let all = names.all(|(at, (one, other))| is_name(at, one) && is_name(at, other));
        (self.0.len() == known.0.len() && all).then(|| pairs.map(|(_, pair)| pair).collect())
    }
}

/// How parts begin that say what is allowed.
const ALLOWS: &[&str] = &[
    "read", "write", "all", "create", "delete", "manage", "send", "owned", "select", "group", "team", "chat", "user",
];

fn singular(part: &str) -> &str {
    part.strip_suffix('s').unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] = &[
        "Kiln.Read.All",
        "Kiln.ReadWrite.All",
        "Kiln.FireOnceAsGuest.All",
        "Furnace.Operation.All",
        "Tag.Read",
        "Bag.Read",
        "Twin.Read",
        "Twins.Read",
        "Glazing.Read",
        "Grazing.Read",
        "Groups.Read.All",
    ];

    fn shown(name: &str) -> &'static str {
        meant(name, &KNOWN.iter().copied()).unwrap_or("-")
    }

    #[test]
    fn one_name_is_meant() {
        assert_eq!(shown("Kilns.Read.All"), "Kiln.Read.All");
        assert_eq!(shown("Kiln.FireOncesasGuest.All"), "Kiln.FireOnceAsGuest.All");
        assert_eq!(shown("Kiln.Read.WriteAll"), "Kiln.ReadWrite.All");
        assert_eq!(shown("Furnance.Operation.All"), "Furnace.Operation.All");
        assert_eq!(shown("Furnace.Opperations.All"), "Furnace.Operation.All");
    }

    #[test]
    fn a_near_name_is_a_question() {
        let near = |name: &str| {
            near(
                name,
                ["kiln.read.all", "kiln.readwrite.all", "yard.fire.all"].into_iter(),
            )
        };
        assert_eq!(near("Kiln.ReadW.All"), Some("kiln.readwrite.all"));
        assert_eq!(near("Fire.All"), Some("yard.fire.all"));
        assert_eq!(near("Kiln.WriteRead.All"), Some("kiln.readwrite.all"));
        assert_eq!(near("Kiln.Reed.All"), Some("kiln.read.all"));
        assert_eq!(near("Pot.Glaze"), None);
    }

    #[test]
    fn a_wrong_grant_is_worse_than_none() {
        // What it allows is not clear.
        assert_eq!(shown("Kiln.ReadW.All"), "-");
        assert_eq!(shown("Kiln.Reads.All"), "-");
        assert_eq!(shown("Kiln.WriteRead.All"), "-");
        assert_eq!(shown("Kiln.Read"), "-");
        // It may be another word.
        assert_eq!(shown("Rag.Read"), "-");
        assert_eq!(shown("Klin.Read.All"), "-");
        // Two names are as near.
        assert_eq!(shown("Glrazing.Read"), "-");
        assert_eq!(shown("Twinss.Read"), "-");
        // Two slips.
        assert_eq!(shown("Furnanse.Operation.All"), "-");
        assert_eq!(shown("Furnance.Opperation.All"), "-");
        assert_eq!(shown("Nothing.Alike"), "-");
    }
}
