//! The catalogue of changes: a stable id for each, and a sentence about it.

use serde::{Serialize, Serializer};

macro_rules! rules {
    ($($name:ident $id:literal $about:literal,)*) => {
        /// The kind of a change. Its id is stable, because files of accepted changes and code scanning refer to it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $about] $name,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The id.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// What it means, in one sentence.
            pub fn about(self) -> &'static str {
                match self { $(Self::$name => $about,)* }
            }
        }
    };
}

rules! {
    TypeAdded "type-added" "A type is documented now.",
    TypeRemoved "type-removed" "No page documents the type any more.",
    TypeRenamed "type-renamed" "The type has another name.",
    TypeReferenced "type-referenced" "Pages refer to a type that no page documents.",
    TypeUnreferenced "type-unreferenced" "No page refers to the undocumented type any more.",
    TypeAreaAdded "type-area-added" "Pages of one more area document the type.",
    TypeAreaRemoved "type-area-removed" "Pages of one area no longer document the type.",
    TypeAreaChanged "type-area-changed" "The type belongs to another area, so its module is a different one.",
    TypeModuleChanged "type-module-changed" "The type's page is about another resource, so its module is a different one.",
    BaseTypeChanged "base-type-changed" "The type is derived from another type.",
    TypeKindsAdded "type-kinds-added" "The first derived type is documented: properties and functions of the type now hold an enum of it and its derived types.",
    TypeKindsRemoved "type-kinds-removed" "No derived type is documented any more: the enum of the type and its derived types is gone.",
    TypeAbstractChanged "type-abstract-changed" "Whether values are always of a derived type has changed.",
    TypeOpenChanged "type-open-changed" "Whether values may carry other properties has changed.",
    KeyPropertyChanged "key-property-changed" "Another property is the key.",
    TypeDeprecated "type-deprecated" "The type is deprecated.",
    TypeUndeprecated "type-undeprecated" "The type is no longer deprecated.",
    TypeDocsChanged "type-docs-changed" "The text about the type has changed.",
    PropertyAdded "property-added" "The type has one more property.",
    PropertyRemoved "property-removed" "The type no longer has the property.",
    PropertyRenamed "property-renamed" "The property has another name.",
    PropertyTypeChanged "property-type-changed" "The property has another type.",
    PropertySectionChanged "property-section-changed" "A structural property has become a relationship, or a relationship has become a structural property.",
    PropertyValuesChanged "property-values-changed" "The enum made of the values listed for a string property is new, gone, or has another name.",
    PropertyReadOnlyChanged "property-read-only-changed" "Whether the property is read-only has changed.",
    PropertyNullableChanged "property-nullable-changed" "Whether the property may be null has changed.",
    PropertyRequiredChanged "property-required-changed" "Whether the property has to be sent has changed.",
    PropertyDefaultChanged "property-default-changed" "The default value has changed.",
    PropertyQueryChanged "property-query-changed" "The query options that the property supports have changed.",
    PropertyReturnedChanged "property-returned-changed" "When the service returns the property has changed.",
    PropertyDeprecated "property-deprecated" "The property is deprecated.",
    PropertyUndeprecated "property-undeprecated" "The property is no longer deprecated.",
    PropertyDocsChanged "property-docs-changed" "The text about the property has changed.",
    RelationshipAdded "relationship-added" "The type has one more relationship.",
    RelationshipRemoved "relationship-removed" "The type no longer has the relationship.",
    RelationshipRenamed "relationship-renamed" "The relationship has another name.",
    RelationshipTypeChanged "relationship-type-changed" "The relationship leads to another type.",
    ValuesAdded "values-added" "A string property lists its values now, which makes an enum.",
    ValuesRemoved "values-removed" "A string property no longer lists its values, so their enum is gone.",
    EnumAdded "enum-added" "An enum is documented now.",
    EnumRemoved "enum-removed" "No page documents the enum any more.",
    EnumRenamed "enum-renamed" "The enum has another name.",
    EnumAreaAdded "enum-area-added" "Pages of one more area document the enum.",
    EnumAreaRemoved "enum-area-removed" "Pages of one area no longer document the enum.",
    EnumAreaChanged "enum-area-changed" "The enum belongs to another area, so its module is a different one.",
    EnumFlagsChanged "enum-flags-changed" "Whether members can be combined has changed.",
    EnumDeprecated "enum-deprecated" "The enum is deprecated.",
    EnumUndeprecated "enum-undeprecated" "The enum is no longer deprecated.",
    EnumDocsChanged "enum-docs-changed" "The text about the enum has changed.",
    MemberAdded "member-added" "The enum has one more member.",
    MemberRemoved "member-removed" "The enum no longer has the member.",
    MemberRenamed "member-renamed" "The member has another name.",
    MemberValueChanged "member-value-changed" "The member's number has changed.",
    MemberDeprecated "member-deprecated" "The member is deprecated.",
    MemberUndeprecated "member-undeprecated" "The member is no longer deprecated.",
    MemberDocsChanged "member-docs-changed" "The text about the member has changed.",
    OperationAdded "operation-added" "An operation is documented now.",
    OperationRemoved "operation-removed" "No page documents the operation any more.",
    OperationMoved "operation-moved" "The operation belongs to another area, resource or action, so its function has another path.",
    OperationDeprecated "operation-deprecated" "The operation is deprecated.",
    OperationUndeprecated "operation-undeprecated" "The operation is no longer deprecated.",
    OperationDocsChanged "operation-docs-changed" "The text about the operation has changed.",
    ExamplesChanged "examples-changed" "The examples have changed.",
    RouteAdded "route-added" "The operation has one more route.",
    RouteRemoved "route-removed" "The operation no longer has the route.",
    RouteQueryChanged "route-query-changed" "The route carries other query options.",
    RouteArgumentsChanged "route-arguments-changed" "The function in the route takes other arguments.",
    RoutePlaceholdersChanged "route-placeholders-changed" "Placeholders of the route have other names.",
    RoutesReordered "routes-reordered" "The routes stand in another order.",
    UnreadRoutesChanged "unread-routes-changed" "The lines of the request section that could not be read as routes have changed.",
    ParameterAdded "parameter-added" "The operation has one more parameter.",
    ParameterRemoved "parameter-removed" "The operation no longer has the parameter.",
    ParameterRenamed "parameter-renamed" "The parameter has another name.",
    ParameterTypeChanged "parameter-type-changed" "The parameter has another type.",
    ParameterRequiredChanged "parameter-required-changed" "Whether the parameter has to be sent has changed.",
    ParameterFactsChanged "parameter-facts-changed" "What the page states about the parameter has changed.",
    ParameterDocsChanged "parameter-docs-changed" "The text about the parameter has changed.",
    BodyChanged "body-changed" "The operation takes another body.",
    ResponseChanged "response-changed" "The operation returns something else.",
    StatusChanged "status-changed" "A successful call ends with another status.",
    PermissionsLessPrivileged "permissions-less-privileged" "A less privileged permission suffices now.",
    PermissionsMorePrivileged "permissions-more-privileged" "The least privileged permission no longer suffices.",
    PermissionsAdded "permissions-added" "More permissions suffice.",
    PermissionsRemoved "permissions-removed" "Some permissions no longer suffice.",
    PermissionsReordered "permissions-reordered" "The same permissions stand in another order.",
    PermissionsSupported "permissions-supported" "The operation can be called with this kind of sign-in now.",
    PermissionsUnsupported "permissions-unsupported" "The operation can no longer be called with this kind of sign-in.",
    PermissionsDocumented "permissions-documented" "The page has started or stopped stating permissions, or those of a kind of sign-in.",
    PermissionGroupsChanged "permission-groups-changed" "The permissions are grouped differently, or are for other routes.",
    PermissionDocsChanged "permission-docs-changed" "The text about permissions has changed.",
    QueryOptionAdded "query-option-added" "The operation supports one more query option.",
    QueryOptionRemoved "query-option-removed" "The page no longer names the query option.",
    HeaderAdded "header-added" "The page lists one more request header.",
    HeaderRemoved "header-removed" "The page no longer lists the request header.",
    HeaderChanged "header-changed" "The value of the request header, or whether every call must have it, has changed.",
    HeaderDocsChanged "header-docs-changed" "The text about a request header has changed.",
    CloudAdded "cloud-added" "The operation is available in one more cloud.",
    CloudRemoved "cloud-removed" "The operation is no longer available in the cloud.",
    CloudsDocumented "clouds-documented" "The page has started or stopped stating clouds.",
}

impl Rule {
    /// The rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }
}

impl Rule {
    /// A short form of the id for lines that already name the item: `type` for `property-type-changed`.
    pub fn phrase(self) -> String {
        const OWNERS: [&str; 12] = [
            "type",
            "property",
            "relationship",
            "enum",
            "member",
            "operation",
            "route",
            "parameter",
            "permissions",
            "permission",
            "header",
            "cloud",
        ];
        let id = self.id();
        let rest = id
            .split_once('-')
            .filter(|(first, _)| OWNERS.contains(first))
            .map_or(id, |(_, rest)| rest);
        let rest = rest.strip_suffix("-changed").unwrap_or(rest);
        rest.replace('-', " ")
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.id().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique_words_with_a_sentence() {
        let ids: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        assert_eq!(ids.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            assert!(
                rule.id().chars().all(|c| c.is_ascii_lowercase() || c == '-'),
                "{rule:?}"
            );
            assert!(rule.about().ends_with('.'), "{rule:?}");
            assert_eq!(Rule::from_id(rule.id()), Some(*rule));
        }
    }
}
