/** How Vietnamese reads Han characters of names, without its marks: Chinese names in its press, its own in the Chinese one. */
const READINGS =
  "nguyen=阮元源原 tran=陈镇 le=黎礼丽 pham=范帆 hoang=黄煌弘 phan=潘芬 vu=武于宇 dang=邓登 bui=裴 do=杜都 ho=胡虎 ngo=吴 duong=杨唐洋阳 " +
  "ly=李理 doan=段尹 dinh=丁庭廷定颖婷 lam=林琳岚 truong=张长 trinh=郑程贞 ha=何夏河 to=苏祖 chu=朱 cao=高 luu=刘 vuong=王旺 chau=周珠 " +
  "tu=徐秀思修 ton=孙 ma=马 quach=郭 la=罗 luong=梁亮良 tong=宋宗 ta=谢佐 han=韩 phung=冯奉 dong=董冬东同栋 tieu=萧小肖 tao=曹 vien=袁媛园远 " +
  "hua=许 pho=傅 tham=沈深 tang=曾 banh=彭 lu=吕 lo=卢鲁 tuong=蒋祥 thai=蔡太泰 gia=贾家嘉 nguy=魏巍 tiet=薛 diep=叶 diem=阎艳 " +
  "du=余誉瑜 dai=戴大代 chung=钟 uong=汪 dien=田 nham=任岩 khuong=姜 phuong=方凤芳 thach=石 dieu=姚妙 dam=谭 lieu=廖 hung=熊雄兴 " +
  "kim=金 luc=陆 hac=郝鹤 khong=孔 bach=白柏 thoi=崔 khang=康 mao=毛 khau=邱 tan=秦新 giang=江 su=史 co=顾古基 hau=侯厚 thieu=邵绍韶 " +
  "manh=孟 long=龙隆 van=万文云芸 loi=雷利磊俐 tien=钱进仙 thang=汤胜 dich=易 thuong=常尚 lai=赖 dao=陶桃瑶道涛 trang=庄 ong=翁 nghiem=严 " +
  "cam=甘琴锦 mach=麦 nhac=岳 quoc=国 minh=明 thanh=清青成诚城 xuan=春 thu=秋书舒首 quang=光广 huu=友有佑 duc=德 phuc=福 loc=禄 tho=寿 " +
  "an=安恩 binh=平萍 hoa=和华化 anh=英映 cuong=强刚岗纲 trung=忠中澄 hieu=孝 nghia=义 nhan=仁忍雁茵颜 tri=智 tin=信 dung=勇蓉榕 chi=志芝 " +
  "hai=海 son=山 thuy=水翠瑞垂 ngoc=玉 bao=宝 ngan=银彦岸 lan=兰麟 mai=梅 cuc=菊 truc=竹直 lien=莲 hong=红鸿洪宏 thien=天善 nhat=日 " +
  "nguyet=月 tinh=星静性 phong=风峰丰锋 tuyet=雪 bang=鹏朋邦 phi=飞 vinh=永荣 huy=辉晖 vi=伟薇 ve=卫 kien=建坚健 lap=立 phat=发 " +
  "chien=战 cong=功公贡 dan=民胤 tay=西 nam=南 bac=北博 the=世 chinh=正政征 my=美 hao=好豪浩皓 tue=慧 hue=惠 hien=贤宪显 thuc=淑识 " +
  "huong=香 bich=碧璧 quynh=琼 san=珊 khiem=谦 liem=廉 tuan=俊峻浚骏 kiet=杰 quan=军 ninh=宁 tam=心 ai=爱 hang=恒 khanh=庆 " +
  "hi=喜熙 lac=乐 cat=吉 phu=富 quy=贵季葵 tai=财才材 hoc=学 thi=诗氏 si=士 sinh=生 dat=达逸 thong=通 nhu=如 y=意 tuyen=泉 trach=泽 " +
  "ba=波 tung=松 sam=森杉 can=根勤谨 ban=本 linh=玲灵龄 canh=景竞 kinh=敬镜京经 duy=维惟唯 luan=伦 thinh=盛 xuong=昌 mau=茂 man=满敏 " +
  "toan=全 chuong=章彰璋 danh=名 ky=琦奇旗 khai=启凯开 kieu=娇桥乔 yen=燕 oanh=莺莹 loan=鸾 nga=娥 quyen=娟权 uyen=婉 nghi=宜仪毅 di=怡 " +
  "nha=雅 khac=克 quyet=决 sieu=超 viet=越 nghien=砚 trong=仲重 huan=训勋 than=慎燊 liet=烈 nhuan=润 giai=佳 lang=凌陵 khon=坤 " +
  "boi=培 bat=弼 niem=念 duyet=悦 thua=承 chan=振 huc=旭 con=昆 que=桂 bai=沛 viem=炎 hoan=焕 huyen=玄 ich=益 thuan=纯顺 ke=继 " +
  "mang=芒 nhuoc=若 hanh=衡 ngon=言 kham=钦 thiet=铁 don=顿 " +
  "kha=柯 tuong=翔 chu=诸祝 cat=葛 tu=司梓 do=徒 au=欧 ban=斌彬 hien=轩 due=睿 than=晨申 hieu=晓 thien=倩 loi=蕾 khiet=洁 ha=霞贺 " +
  "soai=帅 dan=丹 binh=兵 nhue=锐 minh=鸣铭 hang=航项 vi=炜 thao=韬 bang=冰庞 han=欣昕 nhien=然 hao=昊 moc=沐 ham=涵 vu=雨 " +
  "dong=桐童 lam=霖蓝 ly=莉 ni=妮 na=娜 boi=蓓 phi=菲费 trau=邹 cung=龚 nghe=倪 thi=施时 on=温 hinh=邢 lieu=柳 sai=柴 lac=骆 " +
  "nhiep=聂 tieu=焦 canh=耿 quan=关 tat=毕 te=齐 ngu=伍 muc=穆 ky=祁纪 dich=狄 khuat=屈 man=闵 ma=麻 lo=路 ";

const readingOf = new Map(
  READINGS.trim()
    .split(" ")
    .flatMap((row) => {
      const [reading = "", characters = ""] = row.split("=");
      return Array.from(characters, (character) => [character, reading] as const);
    }),
);

/** A Han name in Vietnamese, a syllable for each character, `阮友禄` as nguyen huu loc; null: one of them is in no table. */
export function vietnameseOfHan(characters: string): readonly string[] | null {
  const syllables = Array.from(characters, (character) => readingOf.get(character) ?? null);
  return syllables.every((syllable) => syllable !== null) ? syllables : null;
}
