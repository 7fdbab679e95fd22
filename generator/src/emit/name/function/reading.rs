//! How one route is read: what its function is called, and what of the path is the place.

use super::page::{Page, Spelled};
use super::step::Step;
use super::tail::{Special, Tail};
use super::verb;
use crate::emit::name::{ident, spelling};
use crate::model::{Method, Route, Segment};

/// The name of a route's function in its parts, and the cut of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// `create`, `list`; empty for an action.
    pub(super) verb: &'static str,
    /// What it is done to, or the words of the action: `members`, `check_member_groups`, `members_as_user`.
    pub(super) object: String,
    /// How many steps are the place.
    pub(super) cut: usize,
    /// Whether the function is called on a collection.
    pub(super) on_many: bool,
}

impl Reading {
    /// The name.
    pub(super) fn name(&self) -> String {
        join(self.verb, &self.object)
    }
}

/// Words and words.
pub(super) fn join(first: &str, second: &str) -> String {
    match (first, second) {
        ("", words) | (words, "") => words.to_owned(),
        _ => format!("{first}_{second}"),
    }
}

/// A route of a page.
pub(super) struct Reader<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    pub(super) route: &'a Route,
    pub(super) steps: &'p [Step<'a>],
    /// The length of another route of the page that this one continues by a word.
    pub(super) shorter: Option<usize>,
    /// Whether it is one of those that another route of the page lists.
    pub(super) is_one_of: bool,
    pub(super) tail: Tail,
}

/// Reads a route of a page.
pub(super) fn read<'a>(
    page: &Page<'a>,
    route: &'a Route,
    steps: &[Step<'a>],
    shorter: Option<usize>,
    is_one_of: bool,
) -> Reading {
    let tail = Tail::of(page, route.method, steps);
    let reader = Reader {
        page,
        route,
        steps,
        shorter,
        is_one_of,
        tail,
    };
    let mut reading = reader.action().unwrap_or_else(|| match page.stem.verb {
        None => reader.by_stem(),
        Some(verb) => reader.crud(verb),
    });
    reading.cut = reading.cut.min(steps.len());
    reading.on_many = reader.is_on_many(&reading);
    reading
}

impl<'a> Reader<'_, 'a> {
    fn reading(&self, verb: &'static str, object: String, cut: Option<usize>) -> Reading {
        Reading {
            verb,
            object,
            cut: cut.unwrap_or(self.tail.end),
            on_many: false,
        }
    }

    /// The last step without what is peeled off.
    fn last(&self) -> Option<Step<'a>> {
        self.steps.get(self.tail.end.checked_sub(1)?).copied()
    }

    /// An action or a function: the last word of the path is the page's own word.
    fn action(&self) -> Option<Reading> {
        let last = self.last()?;
        let plain = self.tail.special == Special::None && self.tail.cast.is_none();
        let value_of_call = self.tail.special == Special::Value && last.has_arguments();
        if last.is_key() || !(plain || value_of_call) || !self.page.is_about_calling(last, self.route.method) {
            return None;
        }
        let words = join(&last.words(), self.tail.special.word());
        Some(self.reading("", words, self.tail.end.checked_sub(1)))
    }

    /// A page whose file name has no verb: its words, as the path or the heading spells them.
    fn by_stem(&self) -> Reading {
        let object = self.page.stem.object.as_str();
        let spelled = self.page.spelled(self.steps);
        let special = self.tail.special.word();
        if let Some(Spelled {
            words,
            step: Some(step),
        }) = &spelled
        {
            return self.reading("", join(words, special), Some(*step));
        }
        let last = self
            .last()
            .filter(|step| !step.is_key() && self.tail.special == Special::None);
        let of_last = |step: Step<'_>| self.reading("", step.words(), self.tail.end.checked_sub(1));
        let is_longer = |step: &Step<'_>| {
            let word = ident::squashed(step.word);
            object.len() >= 4 && (word.starts_with(object) || word.ends_with(object))
        };
        if let Some(last) = last.filter(is_longer) {
            return of_last(last);
        }
        if let Some(Spelled { words, .. }) = spelled {
            return self.reading("", join(&words, special), None);
        }
        let (parted, all_known) = self.page.parted(self.steps);
        match last.filter(|step| self.route.method == Method::Post && (!all_known || verb::leads(&step.words()))) {
            Some(last) => of_last(last),
            None if object.is_empty() => self.reading(verb::of_method(self.route.method), String::new(), None),
            None => self.reading("", parted, None),
        }
    }

    /// A page whose file name has a verb.
    fn crud(&self, stem: &'static str) -> Reading {
        if let Some(expanded) = self.expanded() {
            let many = self.last().is_some_and(|step| !step.is_key() && step.is_many());
            let verb = if many { "list" } else { "get" };
            return self.reading(verb, format!("with_{expanded}"), None);
        }
        let (mut object, mut cut) = self.object();
        if object.is_empty()
            && let Some((extra, at)) = self.behind_cast().or_else(|| self.extra())
        {
            (object, cut) = (extra.words(), Some(at));
        } else if let Some((inside, at)) = self.extra().filter(|_| stem == "get" && self.gives_many()) {
            let object = join(&ident::singular(&object), &inside.words());
            return self.reading("list", object, Some(at));
        }
        if self.page.is_shortened(&object) {
            object.clear();
        }
        let stem = if self.is_one_of && stem == "list" { "get" } else { stem };
        let verb = verb::of(self.page, self.route, stem, &object, self.last());
        match self.tail.special {
            Special::Ref => self.reference(&object, cut),
            Special::Value | Special::Content => self.bytes(&object, cut),
            Special::Count => self.reading("count", self.cast(&object), cut),
            Special::None => match &self.tail.cast {
                Some(_) if matches!(verb, "list" | "get") => self.reading(verb, self.cast(&object), cut),
                _ => self.reading(verb, self.numbered(verb, object), cut),
            },
        }
    }

    /// `members_as_user` where a cast follows.
    fn cast(&self, object: &str) -> String {
        match &self.tail.cast {
            Some(cast) => join(object, &format!("as_{cast}")),
            None => object.to_owned(),
        }
    }

    /// `get-manager` for `GET /me?$expand=manager`: the option names the object, no step does.
    fn expanded(&self) -> Option<String> {
        let object = self.page.stem.object.as_str();
        let plain = self.route.method == Method::Get && self.tail.special == Special::None && !object.is_empty();
        let mut options = self.route.query_options().filter(|(name, _)| *name == "$expand");
        let (_, value) = options.next().filter(|_| plain)?;
        let end = value.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(value.len());
        let expanded = value.get(..end).filter(|name| ident::squashed(name) == object)?;
        let spelled = self.page.spelled(self.peeled());
        spelled
            .is_none_or(|spelled| spelled.step.is_none())
            .then(|| spelling::words(expanded))
    }

    /// The steps without what is peeled off.
    fn peeled(&self) -> &[Step<'a>] {
        self.steps.get(..self.tail.end).unwrap_or_default()
    }

    /// The object and the step that it begins at; nothing for the resource itself.
    fn object(&self) -> (String, Option<usize>) {
        let object = self.page.stem.object.as_str();
        let peeled_word = matches!(object, "content" | "value" | "ref" | "count") && self.tail.special != Special::None;
        if object.is_empty() || self.page.is_own(object) || peeled_word {
            return (String::new(), None);
        }
        let spelled = self.page.spelled(self.peeled()).unwrap_or_else(|| Spelled {
            words: self.page.parted(self.steps).0,
            step: None,
        });
        let own = self.page.is_own(&spelled.words);
        let words = if own { String::new() } else { spelled.words };
        (words, spelled.step.or(Some(self.tail.end).filter(|_| !own)))
    }

    /// Whether a list comes back.
    fn gives_many(&self) -> bool {
        let response = self.route.response.body.type_ref();
        self.route.method == Method::Get && response.is_some_and(|type_ref| type_ref.collection)
    }

    /// The word behind a cast where other routes of the page end in a cast: `/pots/{id}/shop.potSet/lids` beside
    /// `/pots/shop.lid`.
    fn behind_cast(&self) -> Option<(Step<'a>, usize)> {
        let (last, before) = self.peeled().split_last().filter(|_| self.page.has_casts)?;
        let cast = before.last()?;
        let is_named = matches!(last.segment, Segment::Literal(_)) && matches!(cast.segment, Segment::Cast(_));
        is_named.then_some((*last, before.len()))
    }

    /// The one word by which this route is longer than another of the page, and where that one ends.
    fn extra(&self) -> Option<(Step<'a>, usize)> {
        let shorter = self.shorter?;
        let rest = self.peeled().get(shorter..).filter(|rest| rest.len() <= 2)?;
        let mut names = rest.iter().filter(|step| !step.is_key());
        let extra = names.next()?;
        names.next().is_none().then_some((*extra, shorter))
    }

    /// One of many is made, changed, removed or read: its name is in the singular.
    fn numbered(&self, verb: &str, object: String) -> String {
        let one = self.last().is_some_and(Step::is_key);
        let single = match verb {
            "create" | "add" => true,
            "list" => false,
            _ => one,
        };
        if single { ident::singular(&object) } else { object }
    }

    /// A reference to another object.
    fn reference(&self, object: &str, cut: Option<usize>) -> Reading {
        let nearest = || self.peeled().iter().rposition(|step| !step.is_key()).unwrap_or(0);
        let (object, cut) = if object.is_empty() {
            let at = nearest();
            (self.steps.get(at).map(|step| step.words()).unwrap_or_default(), at)
        } else {
            (object.to_owned(), cut.unwrap_or(self.tail.end))
        };
        let step = self.steps.get(cut).filter(|step| !step.is_key());
        let many = step.map_or_else(|| ident::is_plural(&object), |step| step.is_many());
        let (verb, object) = match (self.route.method, many) {
            (Method::Post | Method::Put | Method::Patch, true) => ("add", ident::singular(&object)),
            (Method::Post | Method::Put | Method::Patch, false) => ("set", object),
            (Method::Delete, _) => ("remove", ident::singular(&object)),
            (_, true) => ("list", format!("{object}_refs")),
            (_, false) => ("get", format!("{object}_ref")),
        };
        self.reading(verb, object, Some(cut))
    }

    /// The bytes of an object.
    fn bytes(&self, object: &str, cut: Option<usize>) -> Reading {
        let word = self.tail.special.word();
        let verb = verb::of_method(self.route.method);
        let cut = if object.is_empty() { None } else { cut };
        if self.route.method == Method::Delete {
            return self.reading(verb, ident::singular(object), cut);
        }
        let first = object.split('_').next().unwrap_or_default();
        if ident::singular(first) == word {
            return self.reading(verb, object.to_owned(), None);
        }
        self.reading(verb, join(&ident::singular(object), word), cut)
    }

    /// Whether the place is a collection. A singleton may have a name in the plural (`settings`): it is read and changed.
    fn is_on_many(&self, reading: &Reading) -> bool {
        let place = reading.cut.checked_sub(1).and_then(|at| self.steps.get(at));
        let Some(place) = place.filter(|step| matches!(step.segment, Segment::Literal(_))) else {
            return false;
        };
        let whole = reading.object.is_empty();
        let makes_or_lists = reading.cut == self.steps.len() && matches!(reading.verb, "create" | "list");
        (whole && makes_or_lists)
            || (place.is_many() && !(whole && matches!(reading.verb, "get" | "update" | "delete")))
    }
}
