//! What pages say, against what the service publishes about itself (`generator lint --metadata FILE`).
//!
//! The examples are files of metadata beside the pages of `tests/tests/cli/pages.rs`: a `kettle` with `id`, `displayName`,
//! `litres` and `state`, the enum `kettleState`, and the call `GET /kitchen/kettles`.

use super::{Code, Fixable};

/// Codes about differences from the metadata.
pub static CODES: &[&Code] = &[
    &TYPE_MISSING,
    &BASE,
    &PROPERTY_MISSING,
    &PROPERTY_UNDOCUMENTED,
    &NAME_CASE,
    &TYPE,
    &SECTION,
    &INHERITED,
    &NULLABLE,
    &MEMBER_MISSING,
    &MEMBER_UNDOCUMENTED,
    &MEMBER_NUMBER,
    &VALUE_MISSING,
    &VALUE_UNDOCUMENTED,
    &PARAMETER_MISSING,
    &PARAMETER_UNDOCUMENTED,
    &PARAMETER_TYPE,
    &RESPONSE,
    &ROUTE,
    &ROUTE_ODD,
];

const FILE: &str = "metadata.xml";

macro_rules! edmx {
    ($kettle:literal, $litres:literal, $more:literal, $members:literal, $kitchen:literal) => {
        concat!(
            "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">\n<edmx:DataServices>\n\
             <Schema Namespace=\"microsoft.graph\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">\n\
             <EnumType Name=\"kettleState\">\n",
            $members,
            "</EnumType>\n<EntityType Name=\"entity\">\n<Property Name=\"id\" Type=\"Edm.String\"/>\n</EntityType>\n\
             <EntityType Name=\"",
            $kettle,
            ">\n<Property Name=\"displayName\" Type=\"Edm.String\"/>\n",
            $litres,
            "\n<Property Name=\"state\" Type=\"microsoft.graph.kettleState\"/>\n",
            $more,
            "</EntityType>\n<EntityType Name=\"kitchen\" BaseType=\"microsoft.graph.entity\">\n",
            $kitchen,
            "</EntityType>\n<EntityContainer Name=\"GraphService\">\n\
             <Singleton Name=\"kitchen\" Type=\"microsoft.graph.kitchen\"/>\n</EntityContainer>\n</Schema>\n\
             </edmx:DataServices>\n</edmx:Edmx>\n"
        )
    };
}

macro_rules! right {
    () => {
        edmx!(
            "kettle\" BaseType=\"microsoft.graph.entity\"",
            "<Property Name=\"litres\" Type=\"Edm.Int32\"/>",
            "",
            "<Member Name=\"idle\" Value=\"0\"/>\n<Member Name=\"heating\" Value=\"1\"/>\n<Member Name=\"boiling\" Value=\"2\"/>\n",
            "<NavigationProperty Name=\"kettles\" Type=\"Collection(microsoft.graph.kettle)\"/>\n"
        )
    };
}

const RIGHT: &str = right!();

macro_rules! litres {
    ($property:literal) => {
        edmx!(
            "kettle\" BaseType=\"microsoft.graph.entity\"",
            $property,
            "",
            "<Member Name=\"idle\" Value=\"0\"/>\n<Member Name=\"heating\" Value=\"1\"/>\n<Member Name=\"boiling\" Value=\"2\"/>\n",
            "<NavigationProperty Name=\"kettles\" Type=\"Collection(microsoft.graph.kettle)\"/>\n"
        )
    };
}

macro_rules! members {
    ($members:literal) => {
        edmx!(
            "kettle\" BaseType=\"microsoft.graph.entity\"",
            "<Property Name=\"litres\" Type=\"Edm.Int32\"/>",
            "",
            $members,
            "<NavigationProperty Name=\"kettles\" Type=\"Collection(microsoft.graph.kettle)\"/>\n"
        )
    };
}

macro_rules! kitchen {
    ($members:literal) => {
        edmx!(
            "kettle\" BaseType=\"microsoft.graph.entity\"",
            "<Property Name=\"litres\" Type=\"Edm.Int32\"/>",
            "",
            "<Member Name=\"idle\" Value=\"0\"/>\n<Member Name=\"heating\" Value=\"1\"/>\n<Member Name=\"boiling\" Value=\"2\"/>\n",
            $members
        )
    };
}

macro_rules! kettle {
    ($name:literal) => {
        edmx!(
            $name,
            "<Property Name=\"litres\" Type=\"Edm.Int32\"/>",
            "",
            "<Member Name=\"idle\" Value=\"0\"/>\n<Member Name=\"heating\" Value=\"1\"/>\n<Member Name=\"boiling\" Value=\"2\"/>\n",
            "<NavigationProperty Name=\"kettles\" Type=\"Collection(microsoft.graph.kettle)\"/>\n"
        )
    };
}

const SEE: &str = "Compare the page with the line of the metadata that the finding names, and correct the page if the metadata is \
                   newer.";

/// No such type.
pub static TYPE_MISSING: Code = Code::warning("metadata-type-missing")
    .meaning("The metadata has no type or enum of the documented name, has it only in another case or namespace, or as another kind.")
    .advice(SEE)
    .file(FILE, kettle!("samovar\" BaseType=\"microsoft.graph.entity\""), RIGHT)
    .lint();

/// Another base.
pub static BASE: Code = Code::warning("metadata-base-differs")
    .meaning("The metadata derives a type from another type than the pages say, or from one where they say nothing.")
    .advice(SEE)
    .file(FILE, kettle!("kettle\" BaseType=\"microsoft.graph.kitchen\""), RIGHT)
    .lint();

/// No such property.
pub static PROPERTY_MISSING: Code = Code::warning("metadata-property-missing")
    .meaning("The metadata does not have a documented property in its type or the bases of that.")
    .advice(SEE)
    .file(FILE, litres!(""), RIGHT)
    .lint();

/// A property that pages do not list.
pub static PROPERTY_UNDOCUMENTED: Code = Code::note("metadata-property-undocumented")
    .meaning("The metadata has a property that no page of its type lists.")
    .advice("Document the property, unless it is not meant for the public.")
    .file(
        FILE,
        litres!("<Property Name=\"litres\" Type=\"Edm.Int32\"/>\n<Property Name=\"watts\" Type=\"Edm.Int32\"/>"),
        RIGHT,
    )
    .lint();

/// Other capitals.
pub static NAME_CASE: Code = Code::warning("metadata-name-case")
    .meaning("The metadata spells a property with other capitals.")
    .advice(SEE)
    .file(FILE, litres!("<Property Name=\"Litres\" Type=\"Edm.Int32\"/>"), RIGHT)
    .lint()
    .fixed(Fixable::Unsafe);

/// Another type.
pub static TYPE: Code = Code::warning("metadata-type-differs")
    .meaning("The metadata gives a property another type than the page, or says that it is a collection and the page does not.")
    .advice(SEE)
    .file(FILE, litres!("<Property Name=\"litres\" Type=\"Edm.Double\"/>"), RIGHT)
    .lint()
    .fixed(Fixable::Unsafe);

/// The other table.
pub static SECTION: Code = Code::warning("metadata-section-differs")
    .meaning("A property stands in the table of relationships and is none in the metadata, or the other way round.")
    .advice("Move the row to the other table.")
    .file(
        FILE,
        litres!("<NavigationProperty Name=\"litres\" Type=\"Edm.Int32\"/>"),
        RIGHT,
    )
    .lint();

/// Inherited from elsewhere.
pub static INHERITED: Code = Code::warning("metadata-inherited-differs")
    .meaning("A row says that a property is inherited from a type, and the metadata declares it in another one.")
    .advice(SEE)
    .words(
        "A row of `kettle` that ends in \"Inherited from [pot](pot.md)\" for a property that the metadata declares in `kettle`.",
        "The same row where the metadata declares the property in `pot`.",
    )
    .lint();

/// Nullable or not.
pub static NULLABLE: Code = Code::note("metadata-nullable-differs")
    .meaning("A row says that a property is nullable or that it is not, and the metadata says the opposite.")
    .advice(SEE)
    .words(
        "A row that says \"Nullable.\" for a property with `Nullable=\"false\"`.",
        "The same row for a property without `Nullable`.",
    )
    .lint();

/// No such member.
pub static MEMBER_MISSING: Code = Code::warning("metadata-member-missing")
    .meaning("The metadata does not have a documented member of an enum.")
    .advice(SEE)
    .file(
        FILE,
        members!("<Member Name=\"idle\" Value=\"0\"/>\n<Member Name=\"heating\" Value=\"1\"/>\n"),
        RIGHT,
    )
    .lint();

/// A member that pages do not list.
pub static MEMBER_UNDOCUMENTED: Code = Code::note("metadata-member-undocumented")
    .meaning("The metadata has a member of an enum that its table does not list.")
    .advice("Document the member.")
    .file(
        FILE,
        members!("<Member Name=\"idle\" Value=\"0\"/>\n<Member Name=\"heating\" Value=\"1\"/>\n<Member Name=\"boiling\" Value=\"2\"/>\n<Member Name=\"empty\" Value=\"3\"/>\n"),
        RIGHT,
    )
    .lint();

/// Another number.
pub static MEMBER_NUMBER: Code = Code::warning("metadata-member-number")
    .meaning("The metadata gives a member of an enum another number.")
    .advice(SEE)
    .file(
        FILE,
        members!("<Member Name=\"idle\" Value=\"0\"/>\n<Member Name=\"heating\" Value=\"4\"/>\n<Member Name=\"boiling\" Value=\"2\"/>\n"),
        RIGHT,
    )
    .lint()
    .fixed(Fixable::Unsafe);

/// A listed value that is no member.
pub static VALUE_MISSING: Code = Code::warning("metadata-value-missing")
    .meaning("A row lists a value of an enum that the metadata does not have.")
    .advice(SEE)
    .words(
        "A row that ends in \"Possible values are: `idle`, `busy`.\" for an enum that has no member `busy` in the metadata.",
        "The same row for an enum that has it.",
    )
    .lint();

/// A member that a row leaves out.
pub static VALUE_UNDOCUMENTED: Code = Code::note("metadata-value-undocumented")
    .meaning("A row lists values of an enum and leaves out some that the metadata has.")
    .advice("Add the values.")
    .words(
        "A row that ends in \"Possible values are: `idle`, `busy`.\" for an enum that has a third member in the metadata.",
        "The same row for an enum with these two members.",
    )
    .lint();

/// No such parameter.
pub static PARAMETER_MISSING: Code = Code::warning("metadata-parameter-missing")
    .meaning("The metadata does not have a documented parameter of an action or a function.")
    .advice(SEE)
    .words(
        "A table of parameters with `degrees` for an action that has no such parameter in the metadata.",
        "The same table for an action that has it.",
    )
    .lint();

/// A parameter that pages do not list.
pub static PARAMETER_UNDOCUMENTED: Code = Code::note("metadata-parameter-undocumented")
    .meaning("The metadata has a parameter of an action or a function that its page does not list.")
    .advice("Document the parameter.")
    .words(
        "A page without parameters about an action that has the parameter `degrees` in the metadata.",
        "The page with a row for it.",
    )
    .lint();

/// Another type.
pub static PARAMETER_TYPE: Code = Code::warning("metadata-parameter-type")
    .meaning("The metadata gives a parameter of an action or a function another type than the page.")
    .advice(SEE)
    .words(
        "A row `|degrees|String|` for a parameter that is `Edm.Int32` in the metadata.",
        "A row `|degrees|Int32|`.",
    )
    .lint()
    .fixed(Fixable::Unsafe);

/// Something else is returned.
pub static RESPONSE: Code = Code::note("metadata-response-differs")
    .meaning(
        "A call returns something else than what the path leads to in the metadata. A page may be about a derived type \
         on purpose, so this is worth a look, not more.",
    )
    .advice(SEE)
    .file(
        FILE,
        kitchen!("<NavigationProperty Name=\"kettles\" Type=\"Collection(microsoft.graph.kitchen)\"/>\n"),
        RIGHT,
    )
    .lint();

/// A path that leads nowhere.
pub static ROUTE: Code = Code::warning("metadata-route-missing")
    .meaning("A route leads nowhere in the metadata: an entity set, a property or an operation is not there.")
    .advice(SEE)
    .file(FILE, kitchen!(""), RIGHT)
    .lint();

/// A path that leads somewhere, but not quite.
pub static ROUTE_ODD: Code = Code::note("metadata-route-odd")
    .meaning(
        "A route leads through the metadata with something amiss: other capitals, a missing cast, missing arguments, or \
         another method than an action or a function has.",
    )
    .advice(SEE)
    .file(
        FILE,
        kitchen!("<NavigationProperty Name=\"Kettles\" Type=\"Collection(microsoft.graph.kettle)\"/>\n"),
        RIGHT,
    )
    .lint();
