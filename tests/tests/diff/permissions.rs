//! Permissions.

use crate::kitchen::Kitchen;

const LIST: &str = "beta/api/kettle-list.md";
const CREATE: &str = "beta/api/kettle-create.md";

/// The permissions of the list call for work accounts, which are `Kettle.Read.All, Kettle.ReadWrite.All`.
fn now(permissions: &str) -> String {
    Kitchen::new()
        .edit(LIST, "Kettle.Read.All, Kettle.ReadWrite.All", permissions)
        .shown()
}

#[test]
fn less_privileged() {
    insta::assert_snapshot!(now("Kettle.ReadBasic.All, Kettle.Read.All, Kettle.ReadWrite.All"), @r"
    additive permissions-less-privileged kettle-list/delegated, work or school account: Kettle.Read.All, Kettle.ReadWrite.All -> Kettle.ReadBasic.All, Kettle.Read.All, Kettle.ReadWrite.All @11>11
    minor: 0 breaking, 1 additive, 0 docs
    ");
}

/// What the owner of one group consents to stands first and is not the least privileged.
#[test]
fn one_for_a_single_group() {
    insta::assert_snapshot!(now("Kettle.Read.Group, Kettle.Read.All, Kettle.ReadWrite.All"), @r"
    additive permissions-added kettle-list/delegated, work or school account: Kettle.Read.All, Kettle.ReadWrite.All -> Kettle.Read.Group, Kettle.Read.All, Kettle.ReadWrite.All @11>11
    minor: 0 breaking, 1 additive, 0 docs
    ");
}

#[test]
fn more_privileged() {
    insta::assert_snapshot!(now("Kettle.ReadWrite.All"), @r"
    breaking permissions-more-privileged kettle-list/delegated, work or school account: Kettle.Read.All, Kettle.ReadWrite.All -> Kettle.ReadWrite.All @11>11
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn more_of_them() {
    insta::assert_snapshot!(now("Kettle.Read.All, Kettle.ReadWrite.All, Kitchen.ReadWrite.All"), @r"
    additive permissions-added kettle-list/delegated, work or school account: Kettle.Read.All, Kettle.ReadWrite.All -> Kettle.Read.All, Kettle.ReadWrite.All, Kitchen.ReadWrite.All @11>11
    minor: 0 breaking, 1 additive, 0 docs
    ");
}

/// Whoever had two permissions has each of them, and whoever had the permission for all has that for one's own.
#[test]
fn a_part_of_them() {
    let change = |before: &str, after: &str| {
        let with = |permissions| Kitchen::new().edit(LIST, "Kettle.Read.All, Kettle.ReadWrite.All", permissions);
        let changes = with(after).since(&with(before)).changes;
        let line = |change: &generator::diff::Change| format!("{} {}", change.impact, change.rule.id());
        changes.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(change("Kettle.Read.All and Pot.Read.All", "Pot.Read.All"), @"additive permissions-less-privileged");
    insta::assert_snapshot!(change("Pot.Read.All", "Kettle.Read.All and Pot.Read.All"), @"breaking permissions-removed");
    insta::assert_snapshot!(change("Pot.ReadWrite.All", "Pot.ReadWrite"), @"additive permissions-less-privileged");
    insta::assert_snapshot!(change("Pot.Read.All, Pot.Read.All and Kettle.Read.All", "Pot.Read.All"), @"docs permissions-removed");
}

#[test]
fn fewer_of_them() {
    insta::assert_snapshot!(now("Kettle.Read.All"), @r"
    breaking permissions-removed kettle-list/delegated, work or school account: Kettle.Read.All, Kettle.ReadWrite.All -> Kettle.Read.All @11>11
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn others() {
    insta::assert_snapshot!(now("Pot.Read.All"), @r"
    breaking permissions-removed kettle-list/delegated, work or school account: Kettle.Read.All, Kettle.ReadWrite.All -> Pot.Read.All @11>11
    major: 1 breaking, 0 additive, 0 docs
    ");
}

/// The page no longer says which of them is the least privileged.
#[test]
fn an_order_that_is_no_longer_stated() {
    let edited = Kitchen::new()
        .edit(LIST, " (from least to most privileged)", "")
        .shown();
    insta::assert_snapshot!(edited, @r"
    docs permission-docs-changed kettle-list/application: Kettle.Read.All (least privileged) -> Kettle.Read.All @11>11
    docs permission-docs-changed kettle-list/delegated, work or school account: Kettle.Read.All (least privileged), Kettle.ReadWrite.All (higher privileged) -> Kettle.Read.All, Kettle.ReadWrite.All @11>11
    patch: 0 breaking, 0 additive, 2 docs
    ");
}

#[test]
fn another_order() {
    insta::assert_snapshot!(now("Kettle.ReadWrite.All, Kettle.Read.All"), @r"
    docs permissions-reordered kettle-list/delegated, work or school account: Kettle.Read.All, Kettle.ReadWrite.All -> Kettle.ReadWrite.All, Kettle.Read.All @11>11
    patch: 0 breaking, 0 additive, 1 docs
    ");
}

#[test]
fn a_kind_of_sign_in() {
    insta::assert_snapshot!(now("Not supported."), @r"
    breaking permissions-unsupported kettle-list/delegated, work or school account: Kettle.Read.All, Kettle.ReadWrite.All -> - @11>-
    major: 1 breaking, 0 additive, 0 docs
    ");
    let kitchen = Kitchen::new().edit(
        CREATE,
        "|Application|Not supported.|",
        "|Application|Kettle.ReadWrite.All|",
    );
    insta::assert_snapshot!(kitchen.shown(), @r"
    additive permissions-supported kettle-create/application: - -> Kettle.ReadWrite.All @->11
    minor: 0 breaking, 1 additive, 0 docs
    ");
}
