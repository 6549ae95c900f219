extension Country {
  static let france = Country(
    code: "FR", name: "France", weight: 24, phonePattern: "+33 # ## ## ## ##",
    cities: [
      City("Lyon", "Auvergne-Rhône-Alpes", "Rhône", zip: "6900#"),
      City("Saint-Étienne", "Auvergne-Rhône-Alpes", "Loire", zip: "42#00"),
      City("Nantes", "Pays de la Loire", "Loire-Atlantique", zip: "44#00"),
      City("Besançon", "Bourgogne-Franche-Comté", "Doubs", zip: "25000"),
      City("Paris", "Île-de-France", "Paris", zip: "7501#"),
      City("Nîmes", "Occitanie", "Gard", zip: "30#00"),
    ],
    streets: ["rue des Tilleuls", "quai Blanc", "avenue de l'Abbé-Grégoire", "place du Marché"],
    stems: [
      Stem("Brume", "brume"), Stem("Lumière", "lumiere"), Stem("Forêt", "foret"),
      Stem("Été Indien", "ete-indien"), Stem("Cœur de Bois", "coeur-de-bois"),
      Stem("L'Échelle", "l-echelle"), Stem("Garçon", "garcon"), Stem("Noël & Fils", "noel-fils"),
    ],
    forms: [
      "Atelier %", "%, Père et Fils", "Café « % »", "Maison %", "Le \"%\" Gourmand", "% SARL",
    ],
    givenNames: [
      Stem("Zoé", "zoe"), Stem("François", "francois"), Stem("Amélie", "amelie"),
      Stem("Loïc", "loic"),
    ],
    familyNames: [
      Stem("Lefèvre", "lefevre"), Stem("Béranger", "beranger"), Stem("d'Aubigné", "daubigne"),
      Stem("Morel", "morel"),
    ])

  static let germany = Country(
    code: "DE", name: "Germany", weight: 14, phonePattern: "+49 ## #######",
    cities: [
      City("München", "Bayern", "Oberbayern", zip: "803##"),
      City("Köln", "Nordrhein-Westfalen", "Regierungsbezirk Köln", zip: "506##"),
      City("Görlitz", "Sachsen", "Landkreis Görlitz", zip: "02826"),
      City("Berlin", "Berlin", "Berlin", zip: "101##"),
      City("Lübeck", "Schleswig-Holstein", "Lübeck", zip: "235##"),
    ],
    streets: ["Königsallee", "Straße des Friedens", "Am Mühlbach", "Große Gasse"],
    stems: [
      Stem("Müller", "mueller"), Stem("Weiß", "weiss"), Stem("Grün", "gruen"),
      Stem("Schäfer", "schaefer"), Stem("Nordlicht", "nordlicht"), Stem("Öhler", "oehler"),
    ],
    forms: ["% GmbH", "% & Söhne", "Bäckerei %", "%, Kraft und Partner", "Tischlerei \"%\""],
    givenNames: [
      Stem("Jürgen", "juergen"), Stem("Käthe", "kaethe"), Stem("Björn", "bjoern"),
      Stem("Anke", "anke"),
    ],
    familyNames: [
      Stem("Groß", "gross"), Stem("Hübner", "huebner"), Stem("Jäger", "jaeger"),
      Stem("Vogt", "vogt"),
    ])

  static let spain = Country(
    code: "ES", name: "Spain", weight: 9, phonePattern: "+34 ### ### ###",
    cities: [
      City("A Coruña", "Galicia", "A Coruña", zip: "1500#"),
      City("Málaga", "Andalucía", "Málaga", zip: "290##"),
      City("Logroño", "La Rioja", "La Rioja", zip: "2600#"),
      City("Cádiz", "Andalucía", "Cádiz", zip: "1100#"),
    ],
    streets: ["Calle Mayor", "Paseo de la Alameda", "Avenida de España", "Plaza del Niño"],
    stems: [
      Stem("Piñón", "pinon"), Stem("El Águila", "el-aguila"), Stem("Cigüeña", "ciguena"),
      Stem("Sol y Mar", "sol-y-mar"), Stem("Muñoz", "munoz"),
    ],
    forms: ["Talleres %", "%, S.L.", "Panadería %", "Hermanos %", "La Casa \"%\""],
    givenNames: [
      Stem("Íñigo", "inigo"), Stem("Begoña", "begona"), Stem("Ángel", "angel"),
      Stem("Lucía", "lucia"),
    ],
    familyNames: [
      Stem("Ibáñez", "ibanez"), Stem("Núñez", "nunez"), Stem("Peña", "pena"),
      Stem("Castro", "castro"),
    ])
}
