import { nameOfIdentity, personName } from "@schedule-manager/shared/sync/person-name";

describe("the name of a person", () => {
  it.each([
    ["ada_40example_2Ecom", "ada@example.com"],
    ["no_C3_ABl_40example_2Ecom", "noël@example.com"],
    ["_E6_9D_8E", "李"],
    ["_F0_9F_98_80", "😀"],
    ["_C3_AB_C3", "_C3_AB_C3"],
    ["half_C3", "half_C3"],
    ["100%", "100%"],
    ["my_name", "my_name"],
    ["snake_5Fcase", "snake_case"],
    ["lower_c3_ab", "lower_c3_ab"],
    ["line_0Abreak", "line_0Abreak"],
    ["turned_E2_80_AEaround", "turned_E2_80_AEaround"],
  ])("[FN68] of the identity %s is %s", (identity, name) => {
    expect(nameOfIdentity(identity)).toBe(name);
    expect(personName({ identity })).toBe(name);
    expect(personName({ identity, name: "" })).toBe(name);
  });

  it("[FN68] is the name that the functions use", () => {
    expect(personName({ identity: "ada_40example_2Ecom", name: "Ada" })).toBe("Ada");
  });
});
