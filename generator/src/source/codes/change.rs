//! Changes: what `generator diff` finds between two states of the pages.
//!
//! The examples edit the pages of `tests/tests/diff/kitchen.rs`, where a test compares them.

use super::Code;

/// Every change is accepted in the same way.
const ADVICE: &str = "`generator diff` reports it with the version to raise, because whether programs still compile depends \
                      on the item. To silence it, put an entry with this id, the item and a reason into the file of \
                      `--accept`.";

macro_rules! changes {
    ($($name:ident $id:literal $meaning:literal $form:ident($before:literal, $after:literal);)*) => {
        /// The kind of a change. Its id is stable, because files of accepted changes and code scanning refer to it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $meaning] $name,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The entry of the registry.
            pub fn code(self) -> &'static Code {
                match self {
                    $(Self::$name => const { &Code::change($id).meaning($meaning).advice(ADVICE).$form($before, $after) },)*
                }
            }
        }
    };
}

changes! {
    TypeAdded "type-added" "A type is documented now."
        words("The page of a resource is new.", "The page of a resource has moved to another folder.");
    TypeRemoved "type-removed" "No page documents the type any more."
        words("The page of a resource is gone.", "The page of a resource has moved to another folder.");
    TypeRenamed "type-renamed" "The type has another name."
        edit("# shelf resource type", "# board resource type");
    TypeReferenced "type-referenced" "Pages refer to a type that no page documents."
        edit("|loads|Int32 collection|", "|loads|load collection|");
    TypeUnreferenced "type-unreferenced" "No page refers to the undocumented type any more."
        edit("|loads|load collection|", "|loads|Int32 collection|");
    TypeAreaAdded "type-area-added" "Pages of more areas document the type, so more features turn it on."
        words("A second page about the type is new, and belongs to another area.", "A second page about the type is new, and belongs to the same area.");
    TypeAreaRemoved "type-area-removed" "Pages of fewer areas document the type, so fewer features turn it on."
        words("Of two pages about the type, of different areas, one is gone.", "Of two pages about the type, of the same area, one is gone.");
    TypeAreaChanged "type-area-changed" "The type belongs to another area, so another feature turns it on."
        edit("ms.subservice: \"pantry\"", "ms.subservice: \"cellar\"");
    BaseTypeChanged "base-type-changed" "The type is derived from another type."
        edit("Boils water for tea. Inherits from [appliance](appliance.md).", "Boils water for tea.");
    TypeKindsAdded "type-kinds-added" "The first derived type is documented: properties and functions of the type now hold an enum of it and its derived types."
        edit("Boils water for tea.", "Boils water for tea. Inherits from [appliance](appliance.md).");
    TypeKindsRemoved "type-kinds-removed" "No derived type is documented any more: the enum of the type and its derived types is gone."
        edit("Boils water for tea. Inherits from [appliance](appliance.md).", "Boils water for tea.");
    TypeAbstractChanged "type-abstract-changed" "Whether values are always of a derived type has changed."
        edit("Holds what is used often.", "This is an abstract type.");
    TypeOpenChanged "type-open-changed" "Whether values may carry other properties has changed."
        edit("\"openType\": true", "\"openType\": false");
    KeyPropertyChanged "key-property-changed" "Another property is the key."
        edit("\"keyProperty\": \"id\"", "\"keyProperty\": \"bought\"");
    TypeDeprecated "type-deprecated" "The type is deprecated."
        edit("Holds what is used often.", "Holds what is used often. This resource is deprecated.");
    TypeUndeprecated "type-undeprecated" "The type is no longer deprecated."
        edit("Holds what is used often. This resource is deprecated.", "Holds what is used often.");
    TypeDocsChanged "type-docs-changed" "The text about the type has changed."
        edit("Holds what is used often.", "Holds what is used every day.");
    PropertyAdded "property-added" "The type has one more property."
        edit("|id|String|Number.|", "|id|String|Number.|\n|height|Double|From the floor.|");
    PropertyRemoved "property-removed" "The type no longer has the property."
        edit("|id|String|Number.|\n|height|Double|From the floor.|", "|id|String|Number.|");
    PropertyRenamed "property-renamed" "The property has another name."
        edit("|displayName|String|What people in the house call it.|", "|label|String|What people in the house call it.|");
    PropertySpellingChanged "property-spelling-changed" "Examples or routes spell the property with other capitals than before. No table has been edited."
        words("The examples sent `colour`, and all send `Colour` now. The table lists `colour` as before.", "The table lists `Colour` now.");
    PropertyTypeChanged "property-type-changed" "The property has another type."
        edit("|litres|Int32|", "|litres|Double|");
    PropertySectionChanged "property-section-changed" "A structural property has become a relationship, or a relationship has become a structural property."
        edit("## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n|shelf|", "|shelf|");
    PropertyAreaChanged "property-area-changed" "Pages of other areas list the property, so other features turn it on."
        words("Of two pages about a type, of different areas, one no longer lists a property.", "Of two pages about a type, of the same area, one no longer lists a property.");
    PropertyValuesChanged "property-values-changed" "The enum made of the values listed for a string property is new, gone, or has another name."
        edit("Possible values are: `red`, `steel`.", "On the outside.");
    PropertyReadOnlyChanged "property-read-only-changed" "Whether the property is read-only has changed."
        edit("What people in the house call it.", "What people in the house call it. Read-only.");
    PropertyNullableChanged "property-nullable-changed" "Whether the property may be null has changed."
        edit("What people in the house call it.", "What people in the house call it. Not nullable.");
    PropertyRequiredChanged "property-required-changed" "Whether the property has to be sent has changed."
        edit("What people in the house call it.", "What people in the house call it. Required.");
    PropertyImmutableChanged "property-immutable-changed" "Whether the property can be changed after creation has changed."
        edit("What people in the house call it.", "What people in the house call it. Cannot be changed after creation.");
    PropertyWriteOnlyChanged "property-write-only-changed" "Whether the property is only sent and never returned has changed."
        edit("What people in the house call it.", "What people in the house call it. Write-only.");
    PropertyLimitsChanged "property-limits-changed" "The range of the property's values, or the longest text, has changed."
        edit("What people in the house call it.", "What people in the house call it. Maximum length is 256 characters.");
    PropertyDefaultChanged "property-default-changed" "The default value has changed."
        edit("How much it holds.", "How much it holds. Default value is `1`.");
    PropertyQueryChanged "property-query-changed" "The query options that the property supports have changed."
        edit("Supports `$filter` (`eq`).", "Supports `$filter` (`eq`, `ne`).");
    PropertyReturnedChanged "property-returned-changed" "When the service returns the property has changed."
        edit("What people in the house call it.", "What people in the house call it. Returned only on `$select`.");
    PropertyDeprecated "property-deprecated" "The property is deprecated."
        edit("From left to right, in metres.", "From left to right, in metres. Deprecated. Use `size`.");
    PropertyUndeprecated "property-undeprecated" "The property is no longer deprecated."
        edit("From left to right, in metres. Deprecated. Use `size`.", "From left to right, in metres.");
    PropertyDocsChanged "property-docs-changed" "The text about the property has changed."
        edit("From left to right, in metres.", "From left to right, in feet.");
    RelationshipAdded "relationship-added" "The type has one more relationship."
        edit("|shelf|[shelf](shelf.md)|Where it stands.|", "|shelf|[shelf](shelf.md)|Where it stands.|\n|drawer|[shelf](shelf.md)|Where its lid is.|");
    RelationshipRemoved "relationship-removed" "The type no longer has the relationship."
        edit("|shelf|[shelf](shelf.md)|Where it stands.|\n|drawer|[shelf](shelf.md)|Where its lid is.|", "|shelf|[shelf](shelf.md)|Where it stands.|");
    RelationshipRenamed "relationship-renamed" "The relationship has another name."
        edit("|shelf|[shelf](shelf.md)|Where it stands.|", "|Shelf|[shelf](shelf.md)|Where it stands.|");
    RelationshipTypeChanged "relationship-type-changed" "The relationship leads to another type."
        edit("|shelf|[shelf](shelf.md)|Where it stands.|", "|shelf|[appliance](appliance.md)|Where it stands.|");
    ValuesAdded "values-added" "A string property lists its values now, which makes an enum."
        edit("|id|String|Number.|", "|id|String|Number.|\n|wood|String|Possible values are: `oak`, `ash`.|");
    ValuesRemoved "values-removed" "A string property no longer lists its values, so their enum is gone."
        edit("|id|String|Number.|\n|wood|String|Possible values are: `oak`, `ash`.|", "|id|String|Number.|");
    EnumAdded "enum-added" "An enum is documented now."
        words("The page of an enum is new.", "The page of an enum has moved to another folder.");
    EnumRemoved "enum-removed" "No page documents the enum any more."
        words("The page of an enum is gone.", "The page of an enum has moved to another folder.");
    EnumRenamed "enum-renamed" "The enum has another name."
        edit("# kettleState enum type", "# kettlePhase enum type");
    EnumAreaAdded "enum-area-added" "Pages of more areas document the enum, so more features turn it on."
        words("A second page about the enum is new, and belongs to another area.", "A second page about the enum is new, and belongs to the same area.");
    EnumAreaRemoved "enum-area-removed" "Pages of fewer areas document the enum, so fewer features turn it on."
        words("Of two pages about the enum, of different areas, one is gone.", "Of two pages about the enum, of the same area, one is gone.");
    EnumAreaChanged "enum-area-changed" "The enum belongs to another area, so another feature turns it on."
        edit("ms.subservice: \"kitchen\"", "ms.subservice: \"cellar\"");
    EnumFlagsChanged "enum-flags-changed" "Whether members can be combined has changed."
        edit("## Members", "This is a multi-valued enumeration.\n\n## Members");
    EnumDeprecated "enum-deprecated" "The enum is deprecated."
        edit("## Members", "This enumeration is deprecated.\n\n## Members");
    EnumUndeprecated "enum-undeprecated" "The enum is no longer deprecated."
        edit("This enumeration is deprecated.\n\n## Members", "## Members");
    EnumDocsChanged "enum-docs-changed" "The text about the enum has changed."
        edit("## Members", "What a kettle does.\n\n## Members");
    MemberAdded "member-added" "The enum has one more member."
        edit("|idle|0|It waits for somebody to come.|", "|idle|0|It waits for somebody to come.|\n|broken|3|It does nothing.|");
    MemberRemoved "member-removed" "The enum no longer has the member."
        edit("|idle|0|It waits for somebody to come.|\n|broken|3|It does nothing.|", "|idle|0|It waits for somebody to come.|");
    MemberRenamed "member-renamed" "The member has another name."
        edit("|idle|0|", "|waiting|0|");
    MemberValueChanged "member-value-changed" "The member's number has changed."
        edit("|boiling|2|", "|boiling|3|");
    MemberDeprecated "member-deprecated" "The member is deprecated."
        edit("It gets hot.", "It gets hot. Deprecated. Use `boiling`.");
    MemberUndeprecated "member-undeprecated" "The member is no longer deprecated."
        edit("It gets hot. Deprecated. Use `boiling`.", "It gets hot.");
    MemberDocsChanged "member-docs-changed" "The text about the member has changed."
        edit("It gets hot.", "It becomes hot.");
    OperationAdded "operation-added" "An operation is documented now."
        words("The page of an operation is new.", "The page of an operation has moved to another folder.");
    OperationRemoved "operation-removed" "No page documents the operation any more."
        words("The page of an operation is gone.", "The page of an operation has moved to another folder.");
    OperationMoved "operation-moved" "The operation belongs to another resource or action, so its function has another path."
        words("The routes of a page stand on the page of another resource or action.", "The routes of a page stand on the same page in another folder.");
    OperationAreaChanged "operation-area-changed" "The operation belongs to another area, so another feature turns it on."
        edit("ms.subservice: \"kitchen\"", "ms.subservice: \"cellar\"");
    OperationDeprecated "operation-deprecated" "The operation is deprecated."
        edit("Every kettle of the kitchen.", "Every kettle of the kitchen. This call is deprecated.");
    OperationUndeprecated "operation-undeprecated" "The operation is no longer deprecated."
        edit("Every kettle of the kitchen. This call is deprecated.", "Every kettle of the kitchen.");
    OperationDocsChanged "operation-docs-changed" "The text about the operation has changed."
        edit("Boils water.", "Makes water hot.");
    ExamplesChanged "examples-changed" "The examples have changed."
        edit("`204 No Content` response code.", "`204 No Content` response code.\n\n## Example\n```http\nPOST https://graph.microsoft.com/beta/kitchen/kettles/1/boil\n```");
    RouteAdded "route-added" "The operation has one more route."
        edit("GET /users/{id}/kettles", "GET /users/{id}/kettles\nGET /me/kettles");
    RouteRemoved "route-removed" "The operation no longer has the route."
        edit("GET /users/{id}/kettles\nGET /me/kettles", "GET /users/{id}/kettles");
    RouteReplaced "route-replaced" "The operation calls other routes instead of those that are gone."
        edit("GET /users/{id}/kettles", "GET /me/kettles");
    RouteMoved "route-moved" "Another page documents the call now, so its function has another name."
        words("Two pages share the routes that one page had.", "The page has another file name.");
    RouteQueryChanged "route-query-changed" "The route carries other query options."
        edit("GET /users/{id}/kettles", "GET /users/{id}/kettles?$top=5");
    RouteArgumentsChanged "route-arguments-changed" "The function in the route takes other arguments."
        words("The example calls the function with arguments that the route line leaves out.", "The example calls it with other values.");
    RoutePlaceholdersChanged "route-placeholders-changed" "Placeholders of the route have other names."
        edit("GET /users/{id}/kettles", "GET /users/{user-id}/kettles");
    RoutesReordered "routes-reordered" "The routes stand in another order."
        edit("GET /kitchen/kettles\nGET /users/{id}/kettles", "GET /users/{id}/kettles\nGET /kitchen/kettles");
    UnreadRoutesChanged "unread-routes-changed" "The lines of the request section that could not be read as routes have changed."
        edit("GET /users/{id}/kettles", "GET /users/{id}/kettles\nkettles of the kitchen");
    ParameterAdded "parameter-added" "The operation has one more parameter."
        edit("|drink|String|What they want to drink.|", "|drink|String|What they want to drink.|\n|milk|Boolean|White.|");
    ParameterRemoved "parameter-removed" "The operation no longer has the parameter."
        edit("|drink|String|What they want to drink.|\n|milk|Boolean|White.|", "|drink|String|What they want to drink.|");
    ParameterRenamed "parameter-renamed" "The parameter has another name."
        edit("|cups|Int32|", "|mugs|Int32|");
    ParameterSpellingChanged "parameter-spelling-changed" "Examples spell the parameter with other capitals than before. The table has not been edited."
        words("The examples sent `cups`, and all send `Cups` now. The table lists `cups` as before.", "The table lists `Cups` now.");
    ParameterTypeChanged "parameter-type-changed" "The parameter has another type."
        edit("|cups|Int32|", "|cups|Int64|");
    ParameterRequiredChanged "parameter-required-changed" "Whether the parameter has to be sent has changed."
        edit("How many people want tea.", "How many people want tea. Required.");
    ParameterFactsChanged "parameter-facts-changed" "What the page states about the parameter has changed."
        edit("How many people want tea.", "How many people want tea. Default value is `1`.");
    ParameterDocsChanged "parameter-docs-changed" "The text about the parameter has changed."
        edit("How many people want tea.", "How many guests want tea.");
    BodyChanged "body-changed" "The operation takes another body."
        edit("JSON representation of a [kettle](../resources/kettle.md) object", "JSON representation of a [shelf](../resources/shelf.md) object");
    ResponseChanged "response-changed" "The operation returns something else."
        edit("a collection of [kettle](../resources/kettle.md) objects", "a [kettle](../resources/kettle.md) object");
    StatusChanged "status-changed" "A successful call ends with another status."
        edit("`204 No Content`", "`202 Accepted`");
    PermissionsLessPrivileged "permissions-less-privileged" "A less privileged permission suffices now."
        edit("Kettle.Read.All, Kettle.ReadWrite.All", "Kettle.ReadBasic.All, Kettle.Read.All, Kettle.ReadWrite.All");
    PermissionsMorePrivileged "permissions-more-privileged" "The least privileged permission no longer suffices."
        edit("Kettle.Read.All, Kettle.ReadWrite.All", "Kettle.ReadWrite.All");
    PermissionsAdded "permissions-added" "More permissions suffice."
        edit("Kettle.Read.All, Kettle.ReadWrite.All", "Kettle.Read.All, Kettle.ReadWrite.All, Kitchen.ReadWrite.All");
    PermissionsRemoved "permissions-removed" "Some permissions no longer suffice."
        edit("Kettle.Read.All, Kettle.ReadWrite.All", "Kettle.Read.All");
    PermissionsReordered "permissions-reordered" "The same permissions stand in another order."
        edit("Kettle.Read.All, Kettle.ReadWrite.All", "Kettle.ReadWrite.All, Kettle.Read.All");
    PermissionsSupported "permissions-supported" "The operation can be called with this kind of sign-in now."
        edit("|Application|Not supported.|", "|Application|Kettle.ReadWrite.All|");
    PermissionsUnsupported "permissions-unsupported" "The operation can no longer be called with this kind of sign-in."
        edit("|Application|Kettle.ReadWrite.All|", "|Application|Not supported.|");
    PermissionsDocumented "permissions-documented" "The page has started or stopped stating permissions, or those of a kind of sign-in."
        edit("|Delegated (personal Microsoft account)|Not supported.|\n|Application|Kettle.Read.All|", "|Delegated (personal Microsoft account)|Not supported.|");
    PermissionGroupsChanged "permission-groups-changed" "The permissions are grouped differently, or are for other routes."
        edit("|Application|Kettle.Read.All|", "|Application|For **kettle** resource:<br/>Kettle.Read.All<br/>For **pot** resource:<br/>Pot.Read.All|");
    PermissionDocsChanged "permission-docs-changed" "The text about permissions has changed."
        edit("|Permission type|Permissions (from least to most privileged)|", "|Permission type|Permissions|");
    QueryOptionAdded "query-option-added" "The operation supports one more query option."
        edit("`$top` and `$select`", "`$top`, `$select` and `$filter`");
    QueryOptionRemoved "query-option-removed" "The page no longer names the query option."
        edit("`$top`, `$select` and `$filter`", "`$top` and `$select`");
    HeaderAdded "header-added" "The page lists one more request header."
        edit("|Kettle-Mode|`slow`. Optional.|", "|Kettle-Mode|`slow`. Optional.|\n|Prefer|Units.|");
    HeaderRemoved "header-removed" "The page no longer lists the request header."
        edit("|Kettle-Mode|`slow`. Optional.|\n|Prefer|Units.|", "|Kettle-Mode|`slow`. Optional.|");
    HeaderChanged "header-changed" "The value of the request header, or whether every call must have it, has changed."
        edit("|Kettle-Mode|`slow`. Optional.|", "|Kettle-Mode|`slow`. Required.|");
    HeaderDocsChanged "header-docs-changed" "The text about a request header has changed."
        edit("|Authorization|Bearer {token}. Required.|", "|Authorization|A token. Required.|");
    FunctionChanged "function-changed" "The function has another name or takes other arguments, because of another page of its module."
        words("A second page of the module documents a call of the same name.", "A second page of another module does.");
    RustTypeChanged "rust-type-changed" "The type has another name or another form in Rust, because of another page."
        words("Another type has taken the name.", "Another type has another name.");
    TypeFeaturesChanged "type-features-changed" "Calls and types of other areas need the type now, or no longer do, so other features turn it on."
        words("The only call of an area that returned the type is gone.", "One of two calls that returned it is gone.");
    PageUnreadable "page-unreadable" "The file of the page is there, but it cannot be read as text, so that nothing is known about its items."
        words("The page is a file of zeros.", "The page is gone.");
    CloudAdded "cloud-added" "The operation is available in one more cloud."
        edit("|✅|❌|", "|✅|✅|");
    CloudRemoved "cloud-removed" "The operation is no longer available in the cloud."
        edit("|✅|✅|", "|✅|❌|");
    CloudsDocumented "clouds-documented" "The page has started or stopped stating clouds."
        edit("It is made of steel.\n\n|Global service|China operated by 21Vianet|\n|:---|:---|\n|✅|❌|", "It is made of steel.");
}

impl Rule {
    /// The rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// The id.
    pub fn id(self) -> &'static str {
        self.code().id
    }
}
