/**
 * Characters that Chinese newsrooms write foreign names with, by sound (the tables of Xinhua for English, Russian, Arabic,
 * Spanish and their like). r is written as l, and consonants get a vowel of their own where they need one.
 */
const SOUNDS =
  "b=布卜 ba=巴芭 bai=拜 be=贝别伯勃 bi=比碧 bo=博鲍 ban=班 ben=本 bin=宾 bon=邦 p=普 pa=帕 pai=派 pe=佩珀 pi=皮彼 po=波保 pan=潘 pen=彭 pin=平 pon=庞蓬 " +
  "d=德 da=达妲 dai=黛代戴 di=迪 do=多 du=杜 dao=道 dan=丹 den=登 din=丁 don=东 dun=邓 t=特 ta=塔 tai=泰 te=得铁忒 ti=蒂提季 to=托 tu=图 tao=陶 tan=坦 ten=滕 " +
  "tin=廷汀 ton=通顿 g=格 ga=加 ge=盖葛 Ji=吉 go=戈 gu=古 gao=高 gan=甘冈 gen=根 Jin=金津 gon=贡 k=克 ka=卡 ke=凯 ki=基 ko=科柯 ku=库 kao=考 kan=坎 ken=肯 " +
  "kon=孔康 kun=昆 kwe=奎 kwa=夸 f=夫弗 fa=法 fe=费 fi=菲 fo=福 fu=富 fan=范 fen=芬 fon=丰冯 va=瓦 ve=韦 vi=维威薇 vo=沃 u=乌武伍 van=万旺汪 ven=文温 va=华 vai=怀 " +
  "z=兹 za=扎 ze=泽 zo=佐 zu=祖 zan=赞 zen=曾 zon=宗 c=茨 ca=察 ce=采策 co=措 cu=楚 can=灿 cin=钦 s=斯 sa=萨莎 se=塞 si=西锡丝 so=索 su=苏素 sai=赛 san=桑圣 sen=森 " +
  "sin=辛 son=松 sun=孙逊 S=什 Sa=沙夏 Se=谢舍 Si=希 So=肖 Sao=绍 Su=舒 San=山 Sen=申 Sin=欣 Z=日 Ze=热 Zo=若 Zu=茹 Zan=让 Ja=贾 Je=杰 Jo=乔 Ju=朱 Jan=詹 Jen=珍 " +
  "Ci=奇齐 Ca=查恰 Ce=切 Cu=丘 Cai=柴 Can=钱 Cen=琴 h=赫 ha=哈 he=黑 ho=霍侯 hu=胡 hai=海 hao=豪 han=汉罕 hen=亨 hon=洪 m=姆默 ma=马玛麻 me=梅 mi=米 mo=莫 mu=穆 mai=迈麦 " +
  "mao=毛 man=曼 men=门 min=明敏 mon=蒙 n=恩 na=纳娜 ne=内涅 ni=尼妮 no=诺 nu=努 nai=奈 nao=瑙 nan=南楠 nin=宁 non=农 l=尔儿 la=拉 le=莱雷勒列蕾 li=里利丽莉立礼丽历 lo=洛罗 " +
  "lu=卢鲁露 lao=劳 lan=兰朗 len=伦 lin=林琳 lon=隆龙 lyo=廖辽 lyu=柳留吕 a=阿 ya=亚娅雅 e=埃厄 ai=艾爱 i=伊易 o=奥欧 yu=尤优 yo=约 ye=叶耶 yan=扬延 in=因英 an=安昂 won=翁 han=汗 Cu=秋邱 te=捷帖 San=尚香 Si=施石 s=司瑟 So=朔 hyu=休 Su=许 yun=云 bi=毕 li=黎 len=连廉 man=芒 nyu=纽 Zen=仁任 tan=汤唐 kwo=廓 gwa=瓜 Jin=京 Ju=儒 Je=哲 Ji=芝 mao=茂 vu=吴 dyu=久 lyan=良 vei=惠 va=娃 Cao=朝 Can=昌 dun=敦 fan=凡 gwei=圭 han=杭 Jan=简 lai=赖 mi=密 mo=摩 Zon=荣 Si=史 Sun=顺 si=思茜 tyan=田 vei=魏 in=印颖 Jo=卓 lu=路 lo=萝 fu=芙 Ji=姬 Sen=盛 len=莲 nye=聂 mon=孟 fan=方芳 fo=佛 Jan=姜江 ten=藤腾 Si=诗世仕士 bao=宝包 bo=柏 fu=甫 Ci=琪祺契 kou=蔻寇 gu=顾 gwei=桂贵 gwo=郭国果 ao=敖 he=贺荷和 hu=户 hwei=辉惠 lu=陆禄 lyu=律 lao=老 lo=络 le=乐 lai=来 lan=蓝岚 lan=郎 lyan=梁亮 le=烈 lin=霖 lin=玲 lin=陵凌 mai=买 man=满 mi=弥 min=闵民 nai=乃 pei=裴 Can=强 Cin=沁秦 Cyun=琼 Zan=冉 Zu=汝 san=三 se=色 San=珊善杉 Sao=邵 Sen=沈胜 Sou=守寿 Su=淑 vei=卫";

const soundOf = new Map<string, string>();
for (const row of SOUNDS.split(" ")) {
  const [sound = "", characters = ""] = row.split("=");
  for (const character of characters) if (!soundOf.has(character)) soundOf.set(character, sound);
}

/** Characters for a second sound: 希 is shi and hi, 吉 is ji and gi, 金 is jin and kin, 杰 is je and, in Russian names, de, 邦 is bong and bang, 齐 is qi and zi. */
const SECOND: Readonly<Record<string, string>> = {
  希: "赫伊",
  欣: "赫因",
  吉: "格伊",
  金: "克因",
  杰: "德埃",
  夏: "哈",
  邦: "班",
  齐: "兹伊",
};

/** Whether foreign names are written with the character. */
export function isTransliterating(character: string): boolean {
  return soundOf.has(character);
}

/** Sounds of a foreign name in Han characters, "" where one of them is not used for names. */
export function soundsOfHan(name: string): string {
  let sounds = "";
  for (const character of name) {
    const sound = soundOf.get(character);
    if (sound === undefined) return "";
    sounds += sound;
  }
  return sounds;
}

/** The same name with characters for the other sounds that some of it have. */
export function otherHanReading(name: string): string {
  return name.replaceAll(/[希欣吉金杰夏邦齐]/g, (character) => SECOND[character] ?? character);
}
