//! The expressions that filters become.

use crate::{RoleScopeTag, offline, tag};
use azure_core::http::Url;
use generated::beta::intune_rapolicy::{
    DeviceManagementResourceAccessProfileAssignment as Assignment, Windows10XSCEPCertificateProfile as Profile,
};
use generated::beta::intune_rbac::{RoleAssignment, RoleAssignmentScopeType as ScopeType};
use generated::beta::intune_shared::{ExtendedKeyUsage, GroupAssignmentTarget, KeySize};
use generated::property;
use generated::runtime::{DateTimeOffset, Filter, Guid, Null, Path};
use proptest::prelude::*;

#[test]
fn each_type_has_its_literals() {
    let texts = [
        property!(Profile: display_name).eq("O'Neil"),
        property!(Profile: display_name).ne(String::new()),
        property!(Profile: display_name).eq(Null),
        property!(Profile: version).gt(5),
        property!(RoleScopeTag: is_built_in).eq(true),
        property!(Profile: last_modified_date_time).ge(DateTimeOffset::from_unix(0, 0)),
        property!(Profile: root_certificate_id).eq(Guid::from("9c1f2b6a-0000-0000-0000-6a2b1f9c6a2b")),
        property!(RoleAssignment: scope_type).eq(ScopeType::AllDevices),
        Path::<Option<f64>>::raw("share").le(-1.5),
        Path::<Option<i64>>::raw("size").lt(i64::MIN),
        property!(Profile: key_size).one_of([KeySize::Size2048, KeySize::Size4096]),
        property!(Profile: display_name).one_of(["a", "b'c"]),
        property!(Profile: display_name).one_of([""; 0]),
    ];
    let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "displayName eq 'O''Neil'",
            "displayName ne ''",
            "displayName eq null",
            "version gt 5",
            "isBuiltIn eq true",
            "lastModifiedDateTime ge 1970-01-01T00:00:00Z",
            "rootCertificateId eq 9c1f2b6a-0000-0000-0000-6a2b1f9c6a2b",
            "scopeType eq 'allDevices'",
            "share le -1.5",
            "size lt -9223372036854775808",
            "keySize in ('size2048','size4096')",
            "displayName in ('a','b''c')",
            "false",
        ]
    );
}

#[test]
fn functions_on_texts() {
    let name = property!(Profile: display_name);
    assert_eq!(name.starts_with("a'b").as_str(), "startswith(displayName,'a''b')");
    assert_eq!(name.ends_with("x").as_str(), "endswith(displayName,'x')");
    assert_eq!(name.contains("x").as_str(), "contains(displayName,'x')");
}

#[test]
fn brackets_stand_where_they_are_needed() {
    let a = || property!(Profile: id).eq("a");
    let b = || property!(Profile: id).eq("b");
    let raw = || Filter::raw("x or y");
    assert_eq!((a() & b()).as_str(), "id eq 'a' and id eq 'b'");
    assert_eq!((a() & b() | b()).as_str(), "id eq 'a' and id eq 'b' or id eq 'b'");
    assert_eq!(((a() | b()) & b()).as_str(), "(id eq 'a' or id eq 'b') and id eq 'b'");
    assert_eq!((!(a() | b())).as_str(), "not(id eq 'a' or id eq 'b')");
    assert_eq!((!a() & raw()).as_str(), "not(id eq 'a') and (x or y)");
    assert_eq!((raw() | a()).as_str(), "x or y or id eq 'a'");
}

#[test]
fn lists() {
    let tags = property!(Profile: role_scope_tag_ids);
    assert_eq!(tags.any(|tag| tag.eq("0")).as_str(), "roleScopeTagIds/any(x:x eq '0')");
    assert_eq!(
        tags.all(|tag| !tag.eq("0")).as_str(),
        "roleScopeTagIds/all(x:not(x eq '0'))"
    );
    assert_eq!(tags.count().eq(0).as_str(), "roleScopeTagIds/$count eq 0");
    let usages = property!(Profile: extended_key_usages);
    let name = property!(ExtendedKeyUsage: name);
    assert_eq!(
        usages
            .any(|usage| usage.then(name).eq("Client Authentication"))
            .as_str(),
        "extendedKeyUsages/any(x:x/name eq 'Client Authentication')"
    );
    let group = property!(Assignment: target).then(property!(GroupAssignmentTarget: group_id));
    assert_eq!(group.eq("g").as_str(), "target/groupId eq 'g'");
}

#[test]
fn lists_in_lists_have_their_own_names() {
    let usages = property!(Profile: extended_key_usages);
    let name = property!(ExtendedKeyUsage: name);
    let nested = usages.any(|outer| usages.any(|inner| inner.then(name).eq("a") & outer.clone().then(name).eq("b")));
    assert_eq!(
        nested.as_str(),
        "extendedKeyUsages/any(y:extendedKeyUsages/any(x:x/name eq 'a' and y/name eq 'b'))"
    );
}

#[test]
fn text_that_is_no_date_does_not_become_an_expression() {
    let odd = property!(Profile: last_modified_date_time).ge(DateTimeOffset::from("2021-01-01 or true"));
    assert_eq!(odd.as_str(), "lastModifiedDateTime ge '2021-01-01 or true'");
}

#[test]
fn a_filter_in_a_request() {
    let wifi = property!(RoleScopeTag: display_name).starts_with("a&b");
    let request = tag::list(&offline())
        .filter(wifi)
        .order_by([property!(RoleScopeTag: display_name).desc()])
        .prefer("include-unknown-enum-members")
        .max_page_size(20);
    let built = request.prepare().unwrap();
    assert!(
        built
            .url()
            .ends_with("?$filter=startswith(displayName,'a%26b')&$orderby=displayName%20desc")
    );
    assert_eq!(
        built.header("Prefer"),
        Some("include-unknown-enum-members, odata.maxpagesize=20")
    );
}

proptest! {
    #[test]
    fn any_text_stays_in_its_quotes(text in "(['&#%+ ]|\\PC){0,12}") {
        let filter = property!(RoleScopeTag: display_name).eq(text.as_str());
        let built = tag::list(&offline()).filter(&filter).prepare().unwrap();
        let url = Url::parse(built.url()).unwrap();
        let (_, sent) = url.query_pairs().next().unwrap();
        let inner = sent.strip_prefix("displayName eq '").and_then(|rest| rest.strip_suffix('\'')).unwrap();
        prop_assert_eq!(inner.replace("''", "'"), text);
        prop_assert!(!inner.replace("''", "").contains('\''));
    }
}
