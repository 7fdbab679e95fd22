//! "Possible values are": enums that only descriptions document.

use super::{outline, outlines};

/// The property of a page with this type and this description.
fn property(kind: &str, description: &str) -> String {
    let page = format!(
        "# seed resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|season|{kind}|{description}|\n"
    );
    outline("beta/resources/seed.md", &page)
}

#[test]
fn a_string_with_values_becomes_an_open_enum() {
    insta::assert_snapshot!(property("String", "When it is sown. Possible values are: `spring`, `autumn`, `unknownFutureValue`."), @r"
    type seed (general) :1
      season: String, values spring | autumn | unknownFutureValue as seedSeason :6
    enum seedSeason (general), Property, evolvable :6
      spring | autumn | unknownFutureValue
    1 Enum guessed: values of a string property
    ");
}

/// No page describes `sowingSeason`; the list does.
#[test]
fn a_named_type_that_only_a_list_describes() {
    insta::assert_snapshot!(property("[sowingSeason](sowingseason.md)", "The possible values are: `spring`, `summer`, `autumn`."), @r"
    type seed (general) :1
      season: sowingSeason, values spring | summer | autumn :6
    enum sowingSeason (general), Inline :6
      spring | summer | autumn
    1 Enum guessed: only lists of values document it
    ");
}

/// A page describes it: the list adds what the table lacks.
#[test]
fn a_named_type_with_a_page_of_its_own() {
    let page = "# seed resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|season|sowingSeason|Possible values: `spring`, `winter`.|\n";
    let own = "# sowingSeason enum type\n\n## Members\n|Member|Value|\n|:---|:---|\n|spring|0|\n|autumn|1|\n";
    insta::assert_snapshot!(outlines(&[("beta/resources/seed.md", page), ("beta/resources/sowingseason.md", own)]), @r"
    type seed (general) :1
      season: sowingSeason, values spring | winter :6
    enum sowingSeason (general), Page :3
      spring = 0 :6
      autumn = 1 :7
      winter resources/seed.md:6
    1 Member guessed: named by a row, not by the table
    ");
}

/// Two properties of one type with a list each: the lists are put together.
#[test]
fn lists_of_several_properties_of_one_type() {
    let page = "\
# seed resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|season|sowingSeason|Possible values are: `spring`, `summer`.|
|second|sowingSeason|Possible values are: `summer`, `autumn`.|
";
    insta::assert_snapshot!(outline("beta/resources/seed.md", page), @r"
    type seed (general) :1
      season: sowingSeason, values spring | summer :6
      second: sowingSeason, values summer | autumn :7
    enum sowingSeason (general), Inline :6
      spring :6
      summer :6
      autumn :7
    1 Enum guessed: only lists of values document it
    ");
}

/// A list in a parameter's description.
#[test]
fn a_parameter_with_a_list() {
    let page = "\
# seed: sow

## HTTP request
```http
POST /seeds/{id}/sow
```

## Request body
|Parameter|Type|Description|
|:---|:---|:---|
|depth|Int32|In centimetres.|
|manner|sowingManner|Possible values are: `row`, `broadcast`.|
|speed|String|Possible values are: `slow`, `fast`.|
";
    insta::assert_snapshot!(outline("beta/api/seed-sow.md", page), @r"
    enum sowingManner (seeds), Inline :12
      row | broadcast
    operation seed sow (seeds) :1
      POST /seeds/{id}/sow :5
      body depth: Int32 :11
      body manner: sowingManner, values row | broadcast :12
      body speed: String, values slow | fast :13
      body: parameters
    1 Enum guessed: only lists of values document it
    1 PermissionTable unread: no permission section
    1 Response unread: no type named
    ");
}

/// `unknownFutureValue` is left out of most lists. The member table has it, or another row with the same values.
#[test]
fn the_member_that_lists_leave_out() {
    let page = "\
# kettle resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number.|
|whistle|whistleKind|Possible values are: `none`, `loud`.|
|spout|String|Possible values are: `short`, `long`, `unknownFutureValue`.|
|handle|String|Possible values are: `long`, `Short`.|
|base|String|Possible values are: `short`, `flat`.|
|lamp|lampKind|Possible values are: `short`, `long`.|

### whistleKind values
|Member|Description|
|:---|:---|
|none|Silent.|
|loud|Not silent.|
|unknownFutureValue|Reserved.|
";
    insta::assert_snapshot!(super::only(&super::outline("beta/resources/kettle.md", page), &["whistle", "spout", "handle", "base", "lamp"]), @r"
    whistle: whistleKind, values none | loud | unknownFutureValue :7
    spout: String, values short | long | unknownFutureValue as kettleSpout :8
    handle: String, values long | Short | unknownFutureValue as kettleHandle :9
    base: String, values short | flat as kettleBase :10
    lamp: lampKind, values short | long :11
    ");
}

/// The values in a table behind a paragraph that names the property.
#[test]
fn a_table_of_values_behind_a_note() {
    let page = |note: &str| {
        format!(
            "# kettle resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
             |colour|kettleColour|See the note below.|\n\n> **Note** {note}\n\n\
             |Constant|Shown as|\n|:---|:---|\n|none|No colour|\n|preset0|Red|\n|preset1|Blue|\n"
        )
    };
    let read = |note: &str| {
        let outline = super::outline("beta/resources/kettle.md", &page(note));
        super::only(&outline, &["colour", "1 Property", "3 Property", "2 Property"])
    };
    insta::assert_snapshot!(read("The possible values for **colour** are constants."), @"  colour: kettleColour, values none | preset0 | preset1 :6");
    insta::assert_snapshot!(read("How **colour** is shown."), @r"
      colour: kettleColour :6
    3 Property unread: table without a name and a type column
    ");
}

/// The values of a string are those of an enum that another page documents, and the names fit.
#[test]
fn a_string_with_the_values_of_a_documented_enum() {
    let page = "\
# kettle resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|state|String|Possible values are: `cold`, `warm`, `boiling`.|
|mood|String|Possible values are: `cold`, `warm`, `boiling`.|
|lid|String|Possible values are: `open`, `shut`.|
|oldLid|lidKind|Possible values are: `open`, `shut`.|

### waterState values
|Member|Description|
|:---|:---|
|cold|Below.|
|warm|Between.|
|boiling|Above.|
|unknownFutureValue|Reserved.|
";
    insta::assert_snapshot!(super::outline("beta/resources/kettle.md", page), @r"
    type kettle (general) :1
      state: String, values cold | warm | boiling | unknownFutureValue as waterState :6
      mood: String, values cold | warm | boiling | unknownFutureValue as kettleMood :7
      lid: String, values open | shut as kettleLid :8
      oldLid: lidKind, values open | shut :9
    enum kettleLid (general), Property :8
      open | shut
    enum kettleMood (general), Property, evolvable :7
      cold | warm | boiling | unknownFutureValue
    enum lidKind (general), Inline :9
      open | shut
    enum waterState (general), Section, evolvable :11
      cold :14
      warm :15
      boiling :16
      unknownFutureValue :17
    1 Enum guessed: only lists of values document it
    2 Enum guessed: values of a string property
    2 InlineValues guessed: `unknownFutureValue` added from another place
    ");
}

/// A list in the row of an object is told, and no values.
#[test]
fn values_of_an_object_are_counted() {
    let page = "# seed resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|next|seed|Possible values are: `a`, `b`.|\n";
    insta::assert_snapshot!(outline("beta/resources/seed.md", page), @r"
    type seed (general) :1
      next: seed :6
    1 InlineValues unread: a list in the row of an object
    ");
}
