extension Country {
  static let japan = Country(
    code: "JP", name: "Japan", weight: 7, phonePattern: "+81 #-####-####",
    cities: [
      City("東京", "東京都", "千代田区", zip: "100-00##"),
      City("大阪市", "大阪府", "北区", zip: "530-00##"),
      City("札幌市", "北海道", "中央区", zip: "060-00##"),
    ],
    streets: ["丸の内", "梅田", "大通西", "銀座"],
    stems: [
      Stem("東雲", "shinonome"), Stem("桜井", "sakurai"), Stem("さくら", "sakura"),
      Stem("ミナト", "minato"), Stem("風の谷", "kaze-no-tani"),
    ],
    forms: ["株式会社%", "%工務店", "%ベーカリー", "喫茶「%」", "%、山本商店"],
    givenNames: [
      Stem("花子", "hanako"), Stem("健太", "kenta"), Stem("ゆみ", "yumi"), Stem("大輔", "daisuke"),
    ],
    familyNames: [
      Stem("山田", "yamada"), Stem("渡邉", "watanabe"), Stem("髙橋", "takahashi"),
      Stem("小林", "kobayashi"),
    ])

  static let china = Country(
    code: "CN", name: "China", weight: 5, phonePattern: "+86 ## #### ####",
    cities: [
      City("上海市", "上海", "浦东新区", zip: "2001##"),
      City("成都市", "四川省", "锦江区", zip: "6100##"),
      City("深圳市", "广东省", "南山区", zip: "5180##"),
    ],
    streets: ["世纪大道", "春熙路", "科技园南路"],
    stems: [
      Stem("晨光", "chenguang"), Stem("长风", "changfeng"), Stem("青竹", "qingzhu"),
      Stem("海蓝", "hailan"),
    ],
    forms: ["%有限公司", "%木工坊", "%面包店", "“%”茶馆", "%,合伙企业"],
    givenNames: [
      Stem("伟", "wei"), Stem("丽华", "lihua"), Stem("晓明", "xiaoming"), Stem("静", "jing"),
    ],
    familyNames: [Stem("王", "wang"), Stem("李", "li"), Stem("欧阳", "ouyang"), Stem("陈", "chen")])
}
