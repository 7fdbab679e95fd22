//! The cases. Each has pages of its own, so that all of them fit into one crate.

use super::case::Kind::{Action, Call, Derived, Enum, Flags, OtherArea, Shown, Type};
use super::case::{Case, NOTHING, breaking, harmless};

pub(super) const CASES: &[Case] = &[
    breaking(
        "a_property_is_gone",
        &[],
        [
            (Type, "rake", "|id|String|N.|\n|teeth|Int32|How many.|"),
            (Type, "rake", "|id|String|N.|"),
        ],
        "let rake = yard::beta::models::Rake::default(); let _ = rake.teeth;",
    ),
    breaking(
        "a_property_has_another_type",
        &[],
        [
            (Type, "hose", "|length|Int32|Metres.|"),
            (Type, "hose", "|length|Double|Metres.|"),
        ],
        "let hose = yard::beta::models::Hose::default(); let _: Option<i32> = hose.length;",
    ),
    breaking(
        "a_property_is_a_collection",
        &[],
        [
            (Type, "spade", "|owner|String|Who.|"),
            (Type, "spade", "|owner|String collection|Who.|"),
        ],
        "let spade = yard::beta::models::Spade::default(); let _: Option<String> = spade.owner;",
    ),
    breaking(
        "a_property_has_another_name",
        &[],
        [
            (
                Type,
                "fence",
                "|id|String|N.|\n|height|Int32|From the ground to the top.|",
            ),
            (
                Type,
                "fence",
                "|id|String|N.|\n|tallness|Int32|From the ground to the top.|",
            ),
        ],
        "let fence = yard::beta::models::Fence::default(); let _ = fence.height;",
    ),
    breaking(
        "a_string_lists_its_values",
        &[],
        [
            (Type, "gate", "|colour|String|Outside.|"),
            (Type, "gate", "|colour|String|Possible values are: `red`, `green`.|"),
        ],
        "let gate = yard::beta::models::Gate::default(); let _: Option<String> = gate.colour;",
    ),
    breaking(
        "a_type_is_gone",
        &[],
        [(Type, "pond", "|id|String|N.|"), NOTHING],
        "let _ = yard::beta::models::Pond::default();",
    ),
    breaking(
        "a_type_is_in_another_area",
        &[],
        [
            (Type, "barrel", "|id|String|N.|"),
            (OtherArea, "barrel", "|id|String|N.|"),
        ],
        "let _ = yard::beta::models::Barrel::default();",
    ),
    breaking(
        "a_type_has_another_base",
        &[(Type, "plant", "|height|Int32|Metres.|")],
        [
            (Derived, "tree", "plant |age|Int32|Years.|"),
            (Type, "tree", "|age|Int32|Years.|"),
        ],
        "let tree = yard::beta::models::Tree::default(); let _ = tree.height;",
    ),
    breaking(
        "a_type_has_its_first_kind",
        &[
            (Type, "roof", "|tile|[tile](tile.md)|On top.|"),
            (Type, "tile", "|id|String|N.|"),
        ],
        [NOTHING, (Derived, "slateTile", "tile |age|Int32|Years.|")],
        "let roof = yard::beta::models::Roof::default(); let _: Option<Box<yard::beta::models::Tile>> = roof.tile;",
    ),
    breaking(
        "a_member_is_gone",
        &[],
        [(Enum, "wind", "|calm|0|\n|storm|1|"), (Enum, "wind", "|calm|0|")],
        "let _ = yard::beta::models::Wind::Storm;",
    ),
    breaking(
        "a_member_has_other_capitals",
        &[],
        [
            (Enum, "light", "|dark|0|\n|bright|1|"),
            (Enum, "light", "|Dark|0|\n|bright|1|"),
        ],
        "use yard::beta::models::Light; let read: Light = serde_json::from_str(\"\\\"dark\\\"\").unwrap();\n\
         assert!(matches!(read, Light::Dark));",
    ),
    breaking(
        "an_enum_is_a_set_of_flags",
        &[],
        [(Enum, "tool", "|saw|1|\n|axe|2|"), (Flags, "tool", "|saw|1|\n|axe|2|")],
        "let _ = yard::beta::models::Tool::Saw;",
    ),
    breaking(
        "an_operation_is_gone",
        &[],
        [(Call, "well-draw", "POST /well/draw"), NOTHING],
        "assert_eq!(yard::beta::well::DRAW.path, \"/well/draw\");",
    ),
    breaking(
        "a_further_route_is_gone",
        &[],
        [
            (Call, "pump-start", "POST /pump/start\nPOST /me/pump/start"),
            (Call, "pump-start", "POST /pump/start"),
        ],
        "let _ = yard::beta::pump::At::me();",
    ),
    breaking(
        "a_second_place_is_new",
        &[],
        [
            (Call, "door-close", "GET /door/close"),
            (Call, "door-close", "GET /door/close\nGET /me/door/close"),
        ],
        "let client = None::<yard::runtime::Client>;\n\
         let _ = client.map(|client| yard::beta::door::close(&client));",
    ),
    breaking(
        "a_path_has_another_parameter",
        &[],
        [
            (Call, "hose-get", "GET /hoses/{id}"),
            (Call, "hose-get", "GET /yards/{id}/hoses/{id}"),
        ],
        "let client = None::<yard::runtime::Client>;\n\
         let _ = client.map(|client| yard::beta::hose::get(&client, \"1\"));",
    ),
    breaking(
        "a_body_parameter_is_gone",
        &[],
        [
            (
                Action,
                "lawn-mow",
                "POST /lawn/mow\n|height|Int32|Of the grass.|\n|stripes|Boolean|Neat.|",
            ),
            (Action, "lawn-mow", "POST /lawn/mow\n|height|Int32|Of the grass.|"),
        ],
        "let parameters = yard::beta::lawn::MowParameters::default(); let _ = parameters.stripes;",
    ),
    harmless(
        "a_property_is_new",
        &[],
        [
            (Type, "cart", "|id|String|N.|"),
            (Type, "cart", "|id|String|N.|\n|wheels|Int32|How many.|"),
        ],
        "use yard::beta::models::Cart; let cart = Cart { id: Some(\"a\".to_owned()), ..Cart::default() };\n\
         let text = serde_json::to_string(&cart).unwrap(); assert_eq!(text, r#\"{\"id\":\"a\"}\"#);\n\
         let _: Cart = serde_json::from_str(r#\"{\"id\":\"a\",\"wheels\":2}\"#).unwrap();",
    ),
    harmless(
        "a_relationship_is_new",
        &[(Type, "horse", "|id|String|N.|")],
        [
            (Type, "stable", "|id|String|N.|"),
            (
                Type,
                "stable",
                "|id|String|N.|\n\n## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n|horse|[horse](horse.md)|In it.|",
            ),
        ],
        "use yard::beta::models::Stable; let _ = Stable { id: Some(String::new()), ..Stable::default() };",
    ),
    harmless(
        "a_number_of_the_same_size_in_rust",
        &[],
        [
            (Type, "scale", "|weight|Double|Grams.|\n|marks|Int32|Lines.|"),
            (Type, "scale", "|weight|Decimal|Grams.|\n|marks|Int16|Lines.|"),
        ],
        "let scale = yard::beta::models::Scale::default(); let _: (Option<f64>, Option<i32>) = (scale.weight, scale.marks);",
    ),
    harmless(
        "a_property_is_deprecated",
        &[],
        [
            (Type, "broom", "|id|String|N.|\n|hairs|Int32|Many.|"),
            (
                Type,
                "broom",
                "|id|String|N.|\n|hairs|Int32|Many. Deprecated. Do not count.|",
            ),
        ],
        "let broom = yard::beta::models::Broom::default(); let _ = broom.hairs;",
    ),
    harmless(
        "a_type_gets_a_base",
        &[(Type, "animal", "|legs|Int32|How many.|")],
        [
            (Type, "hen", "|eggs|Int32|How many.|"),
            (Derived, "hen", "animal |eggs|Int32|How many.|"),
        ],
        "use yard::beta::models::{Animal, Hen}; let _ = (Animal::default().legs, Hen::default().eggs);",
    ),
    harmless(
        "a_type_is_new",
        &[(Type, "bucket", "|id|String|N.|")],
        [NOTHING, (Type, "lid", "|id|String|N.|")],
        "let _ = yard::beta::models::Bucket::default();",
    ),
    harmless(
        "a_type_has_other_capitals",
        &[],
        [(Type, "shed", "|id|String|N.|"), (Type, "Shed", "|id|String|N.|")],
        "let _ = yard::beta::models::Shed::default(); let _ = yard::beta::shed::Shed::default();",
    ),
    harmless(
        "a_member_is_new",
        &[],
        [(Enum, "soil", "|sand|0|"), (Enum, "soil", "|sand|0|\n|clay|1|")],
        "use yard::beta::models::Soil; let read: Soil = serde_json::from_str(\"\\\"sand\\\"\").unwrap();\n\
         match read { Soil::Sand => {} _ => panic!() }\n\
         let read: Soil = serde_json::from_str(\"\\\"clay\\\"\").unwrap(); assert_eq!(serde_json::to_string(&read).unwrap(), \"\\\"clay\\\"\");",
    ),
    harmless(
        "a_member_has_another_number",
        &[],
        [
            (Enum, "month", "|may|0|\n|june|1|"),
            (Enum, "month", "|may|5|\n|june|6|"),
        ],
        "use yard::beta::models::Month; let read: Month = serde_json::from_str(\"\\\"june\\\"\").unwrap(); assert!(matches!(read, Month::June));",
    ),
    breaking(
        "an_example_shows_a_list",
        &[(Type, "stone", "|id|String|N.|")],
        [
            (Shown, "stone-get", "GET /stone\n{\"id\": \"1\"}"),
            (Shown, "stone-get", "GET /stone\n{\"value\": [{\"id\": \"1\"}]}"),
        ],
        "use yard::beta::{models::Stone, stone}; use yard::runtime::{Client, Request};\n\
         let _: fn(&Client) -> Request<Stone> = stone::get;",
    ),
    harmless(
        "an_example_shows_other_values",
        &[(Type, "brook", "|id|String|N.|")],
        [
            (Shown, "brook-get", "GET /brook\n{\"id\": \"1\"}"),
            (Shown, "brook-get", "GET /brook\n{\"id\": \"2\"}"),
        ],
        "use yard::beta::{brook, models::Brook}; use yard::runtime::{Client, Request};\n\
         let _: fn(&Client) -> Request<Brook> = brook::get;",
    ),
    harmless(
        "the_first_route_is_another",
        &[],
        [
            (Call, "bell-ring", "GET /bell/ring\nGET /me/bell/ring"),
            (Call, "bell-ring", "GET /me/bell/ring\nGET /bell/ring"),
        ],
        "let client = None::<yard::runtime::Client>; use yard::beta::bell;\n\
         let _ = client.map(|client| bell::ring(&client, bell::At::me()));",
    ),
    harmless(
        "an_operation_is_new",
        &[(Call, "swing-push", "POST /swing/push")],
        [NOTHING, (Call, "swing-stop", "POST /swing/stop")],
        "assert_eq!(yard::beta::swing::PUSH.path, \"/swing/push\");",
    ),
    harmless(
        "a_further_route_is_new",
        &[],
        [
            (Call, "tap-open", "GET /tap/open\nGET /me/tap/open"),
            (Call, "tap-open", "GET /tap/open\nGET /me/tap/open\nGET /yard/tap/open"),
        ],
        "let client = None::<yard::runtime::Client>; use yard::beta::tap;\n\
         let _ = client.map(|client| tap::open(&client, tap::At::me()));",
    ),
    harmless(
        "a_body_parameter_is_new",
        &[],
        [
            (Action, "kite-fly", "POST /kite/fly\n|height|Int32|Metres.|"),
            (
                Action,
                "kite-fly",
                "POST /kite/fly\n|height|Int32|Metres.|\n|loops|Int32|How many.|",
            ),
        ],
        "use yard::beta::kite::FlyParameters; let _ = FlyParameters { height: Some(3), ..FlyParameters::default() };",
    ),
    harmless(
        "a_page_says_it_in_other_words",
        &[],
        [
            (Type, "bench", "|id|String|Number on the back.|"),
            (Type, "bench", "|id|String|Number below.|"),
        ],
        "let _ = yard::beta::models::Bench::default();",
    ),
];
