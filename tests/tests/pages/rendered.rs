//! Text copied from the website.
#![allow(clippy::too_many_lines, reason = "each test shows a whole page")]

use super::outline;

/// What is left of a page that was copied from the website: to a markdown parser it is one paragraph.
#[test]
fn rendered_text() {
    let page = include_str!("../../pages/rendered-text/create-lawnmower.txt");
    insta::assert_snapshot!(outline("create-lawnmower.txt", page), @r"
    type lawnMower (garden_management), open :1
      id: String, read-only :30
      displayName: String :31
      cutHeights: Collection(Int32) :32
      drive: lawnMowerDrive, values hand | petrol | battery :33
    enum lawnMowerDrive (garden_management), Inline :33
      hand | petrol | battery
    operation lawnMower create (garden_management) :1
      POST /gardenManagement/sheds/{shedId}/lawnMowers :18
      POST /gardenManagement/lawnMowers :19
      permissions :12
        work: GardenMachines.Operate.All (least) | GardenMachines.ReadWrite.All
        personal: -
        application: GardenMachines.ReadWrite.All (least)
      clouds: global L4
      property id: String, read-only :30
      property displayName: String :31
      property cutHeights: Collection(Int32) :32
      property drive: lawnMowerDrive, values hand | petrol | battery :33
      headers: Authorization, Accept
      body: lawnMower
      response: 201 lawnMower by Text
      example request POST https://graph.microsoft.com/beta/gardenManagement/lawnMowers, JSON :40
      example response 201, JSON :54
    1 Enum guessed: only lists of values document it
    ");
}

#[test]
fn rendered_text_of_a_resource() {
    let page = include_str!("../../pages/rendered-text/lawnmower.txt");
    insta::assert_snapshot!(outline("lawnmower.txt", page), @r#"
    type lawnMower (general) < gardenMachine by Sentence, key "id" :1
      id: String, read-only, from "gardenMachine" :13
      cutHeights: Collection(Int32) :14
      drive: lawnMowerDrive, values hand | petrol | battery :15
      blades: Collection(lawnMowerBlade), nullable :16
      shed: shed, navigation :20
      serial: String, JSON block only :30
    undescribed lawnMowerBlade (undocumented)
    undescribed shed (undocumented)
    enum lawnMowerDrive (general), Inline :15
      hand | petrol | battery
    note[undocumented-type] lawnmower.txt:16:10: no page describes `microsoft.graph.lawnMowerBlade`
    note[undocumented-type] lawnmower.txt:20:1: no page describes `microsoft.graph.shed`
    1 PropertyType guessed: value in the JSON block
    1 Enum guessed: only lists of values document it
    "#);
}
