extension Country {
  static let unitedStates = Country(
    code: "US", name: "United States", weight: 17, phonePattern: "+1 ###-555-####",
    cities: [
      City("Austin", "Texas", "Travis County", zip: "787##"),
      City("San José", "California", "Santa Clara County", zip: "951##"),
      City("Coeur d'Alene", "Idaho", "Kootenai County", zip: "8381#"),
      City("Winston-Salem", "North Carolina", "Forsyth County", zip: "271##"),
      City("Portland", "Oregon", "Multnomah County", zip: "972##"),
    ],
    streets: ["Main Street", "Martin Luther King Jr. Blvd", "5th Avenue", "O'Hara Lane"],
    stems: [
      Stem("Blue Heron", "blue-heron"), Stem("O'Malley", "omalley"), Stem("Cedar", "cedar"),
      Stem("Lone Star", "lone-star"), Stem("Iron Horse", "iron-horse"), Stem("Piñata", "pinata"),
    ],
    forms: ["%, Inc.", "% LLC", "Smith, % & Co.", "The \"%\" Company", "% Brothers"],
    givenNames: [
      Stem("Grace", "grace"), Stem("D'Andre", "dandre"), Stem("Renée", "renee"),
      Stem("Miles", "miles"),
    ],
    familyNames: [
      Stem("O'Neill", "oneill"), Stem("Parker", "parker"), Stem("Núñez-Hall", "nunez-hall"),
      Stem("Whitfield", "whitfield"),
    ])

  static let unitedKingdom = Country(
    code: "GB", name: "United Kingdom", weight: 10, phonePattern: "+44 #### ######",
    cities: [
      City("Stoke-on-Trent", "England", "Staffordshire", zip: "ST# #HX"),
      City("Cardiff", "Wales", "Caerdydd", zip: "CF## #AB"),
      City("Perth", "Scotland", "Perth and Kinross", zip: "PH# #NW"),
      City("London", "England", "Greater London", zip: "SW# #AA"),
    ],
    streets: ["High Street", "Queen's Walk", "Mill Lane", "St. Mary's Row"],
    stems: [
      Stem("Thistle", "thistle"), Stem("King's", "kings"), Stem("Harbour", "harbour"),
      Stem("Brontë", "bronte"), Stem("Fox and Hound", "fox-and-hound"),
    ],
    forms: ["% Ltd", "% & Daughters", "%, Wright and Cole", "Ye Olde \"%\" Works"],
    givenNames: [
      Stem("Siobhán", "siobhan"), Stem("Alistair", "alistair"), Stem("Zoë", "zoe"),
      Stem("Nigel", "nigel"),
    ],
    familyNames: [
      Stem("O'Brien", "obrien"), Stem("Ashworth", "ashworth"), Stem("Llewelyn", "llewelyn"),
      Stem("Smythe", "smythe"),
    ])

  static let brazil = Country(
    code: "BR", name: "Brazil", weight: 7, phonePattern: "+55 ## #####-####",
    cities: [
      City("São Paulo", "São Paulo", "Grande São Paulo", zip: "01###-000"),
      City("Florianópolis", "Santa Catarina", "Grande Florianópolis", zip: "880##-000"),
      City("Maceió", "Alagoas", "Leste Alagoano", zip: "570##-000"),
    ],
    streets: ["Rua da Conceição", "Avenida Paulista", "Travessa São João"],
    stems: [
      Stem("Coração", "coracao"), Stem("Maçã", "maca"), Stem("Irmãos", "irmaos"),
      Stem("Ipê", "ipe"), Stem("Açaí", "acai"),
    ],
    forms: ["% Ltda.", "Padaria %", "%, Filhos e Cia.", "Oficina \"%\""],
    givenNames: [
      Stem("João", "joao"), Stem("Conceição", "conceicao"), Stem("Luís", "luis"),
      Stem("Inês", "ines"),
    ],
    familyNames: [
      Stem("Gonçalves", "goncalves"), Stem("Magalhães", "magalhaes"), Stem("Araújo", "araujo"),
      Stem("Prado", "prado"),
    ])
}
