extension Country {
  static let poland = Country(
    code: "PL", name: "Poland", weight: 4, phonePattern: "+48 ## ### ## ##",
    cities: [
      City("Łódź", "łódzkie", "Łódź", zip: "90-0##"),
      City("Kraków", "małopolskie", "Kraków", zip: "30-0##"),
      City("Gdańsk", "pomorskie", "Gdańsk", zip: "80-8##"),
    ],
    streets: ["ul. Świętojańska", "ul. Długa", "al. Żwirki i Wigury"],
    stems: [
      Stem("Żubr", "zubr"), Stem("Słońce", "slonce"), Stem("Jaśmin", "jasmin"),
      Stem("Dąb", "dab"),
    ],
    forms: ["% Sp. z o.o.", "Piekarnia %", "%, Wójcik i Wspólnicy", "Stolarnia \"%\""],
    givenNames: [
      Stem("Łukasz", "lukasz"), Stem("Małgorzata", "malgorzata"), Stem("Żaneta", "zaneta"),
      Stem("Paweł", "pawel"),
    ],
    familyNames: [
      Stem("Wiśniewski", "wisniewski"), Stem("Dąbrowska", "dabrowska"), Stem("Żak", "zak"),
      Stem("Kamiński", "kaminski"),
    ])

  static let bulgaria = Country(
    code: "BG", name: "Bulgaria", weight: 3, phonePattern: "+359 # ### ####",
    cities: [
      City("София", "София-град", "Столична община", zip: "10##"),
      City("Пловдив", "Пловдив", "Община Пловдив", zip: "40##"),
      City("Варна", "Варна", "Община Варна", zip: "90##"),
    ],
    streets: ["бул. Витоша", "ул. Шипка", "пл. Независимост"],
    stems: [
      Stem("Северен вятър", "severen-vyatar"), Stem("Роза", "roza"), Stem("Орел", "orel"),
      Stem("Щъркел", "shtarkel"),
    ],
    forms: ["% ООД", "Пекарна %", "%, Иванов и синове", "Механа „%“"],
    givenNames: [
      Stem("Ивайло", "ivaylo"), Stem("Цветелина", "tsvetelina"), Stem("Юлия", "yulia"),
      Stem("Георги", "georgi"),
    ],
    familyNames: [
      Stem("Желязков", "zhelyazkov"), Stem("Чакърова", "chakarova"), Stem("Петров", "petrov"),
      Stem("Янкова", "yankova"),
    ])
}
