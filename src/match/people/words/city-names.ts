/**
 * What languages without capitals, or without letters for the sounds, call capitals and cities with many consulates, where no
 * comparison by sound finds it: by language, the English name of the city first.
 */
export const CITY_NAMES: Readonly<Record<string, string>> = {
  ar: `tehran=طهران riyadh=الرياض paris=باريس vienna=فيينا oslo=أوسلو geneva=جنيف lisbon=لشبونة tripoli=طرابلس khartoum=الخرطوم doha=الدوحة
    washington=واشنطن ottawa=أوتاوا pyongyang=بيونغيانغ,بيونغ_يانغ kabul=كابول,كابل islamabad=إسلام_أباد,إسلام_آباد delhi=نيودلهي,دلهي kuwait=الكويت manama=المنامة
    rabat=الرباط casablanca=الدار_البيضاء jerusalem=القدس mexico=مكسيكو hague=لاهاي tunis=تونس muscat=مسقط amman=عمان sanaa=صنعاء london=لندن`,
  bn: "delhi=দিল্লি,নয়াদিল্লি beijing=বেইজিং washington=ওয়াশিংটন yangon=ইয়াঙ্গুন kathmandu=কাঠমান্ডু riyadh=রিয়াদ doha=দোহা",
  el: "tbilisi=τιφλίδα berlin=βερολίνο ankara=άγκυρα belgrade=βελιγράδι bucharest=βουκουρέστι cairo=κάιρο",
  fa: `tehran=تهران kabul=کابل oslo=اسلو ottawa=اوتاوا delhi=دهلی yerevan=ایروان doha=دوحه riyadh=ریاض tokyo=توکیو seoul=سئول
    cairo=قاهره vienna=وین rome=رم tashkent=تاشکند islamabad=اسلام_آباد`,
  he: `tehran=טהרן,טהראן beijing=בייג'ינג,בייג׳ינג vienna=וינה minsk=מינסק budapest=בודפשט bucharest=בוקרשט jerusalem=ירושלים
    geneva=ז'נבה,ז׳נבה delhi=דלהי amman=עמאן`,
  hi: "colombo=कोलंबो delhi=दिल्ली washington=वाशिंगटन,वॉशिंगटन moscow=मॉस्को,मास्को kathmandu=काठमांडू,काठमाण्डौ",
  ja: `abuja=アブジャ accra=アクラ ankara=アンカラ astana=アスタナ athens=アテネ baghdad=バグダッド,バグダード bangkok=バンコク beijing=北京 beirut=ベイルート
    belgrade=ベオグラード berlin=ベルリン bern=ベルン brussels=ブリュッセル bucharest=ブカレスト budapest=ブダペスト cairo=カイロ canberra=キャンベラ
    caracas=カラカス chicago=シカゴ copenhagen=コペンハーゲン damascus=ダマスカス delhi=デリー dhaka=ダッカ doha=ドーハ dubai=ドバイ dublin=ダブリン
    frankfurt=フランクフルト geneva=ジュネーブ guangzhou=広州 hague=ハーグ hamburg=ハンブルク hanoi=ハノイ havana=ハバナ helsinki=ヘルシンキ
    islamabad=イスラマバード istanbul=イスタンブール jakarta=ジャカルタ jerusalem=エルサレム kabul=カブール kathmandu=カトマンズ khartoum=ハルツーム
    kyiv=キーウ,キエフ lisbon=リスボン london=ロンドン lumpur=クアラルンプール madrid=マドリード manila=マニラ mexico=メキシコ市 milan=ミラノ minsk=ミンスク
    moscow=モスクワ mumbai=ムンバイ munich=ミュンヘン nairobi=ナイロビ naypyidaw=ネピドー osaka=大阪 oslo=オスロ ottawa=オタワ paris=パリ
    penh=プノンペン petersburg=サンクトペテルブルク prague=プラハ pretoria=プレトリア pyongyang=平壌,ピョンヤン riga=リガ riyadh=リヤド rome=ローマ
    seoul=ソウル shanghai=上海 singapore=シンガポール sofia=ソフィア stockholm=ストックホルム sydney=シドニー taipei=台北 tashkent=タシケント
    tbilisi=トビリシ tehran=テヘラン tokyo=東京 toronto=トロント tripoli=トリポリ tunis=チュニス vancouver=バンクーバー vienna=ウィーン
    vientiane=ビエンチャン vilnius=ビリニュス vladivostok=ウラジオストク warsaw=ワルシャワ washington=ワシントン yangon=ヤンゴン yerevan=エレバン`,
  ko: `ankara=앙카라 athens=아테네 baghdad=바그다드 bangkok=방콕 beijing=베이징,북경 beirut=베이루트 belgrade=베오그라드 berlin=베를린 bern=베른
    brussels=브뤼셀 bucharest=부쿠레슈티 budapest=부다페스트 busan=부산 cairo=카이로 canberra=캔버라 caracas=카라카스 copenhagen=코펜하겐
    damascus=다마스쿠스 delhi=뉴델리,델리 dhaka=다카 doha=도하 dubai=두바이 frankfurt=프랑크푸르트 geneva=제네바 hague=헤이그 hamburg=함부르크
    hanoi=하노이 havana=아바나 helsinki=헬싱키 islamabad=이슬라마바드 istanbul=이스탄불 jakarta=자카르타 kabul=카불 kyiv=키이우,키예프
    lisbon=리스본 london=런던 lumpur=쿠알라룸푸르 madrid=마드리드 manila=마닐라 minsk=민스크 moscow=모스크바 nairobi=나이로비 osaka=오사카
    oslo=오슬로 ottawa=오타와 paris=파리 penh=프놈펜 prague=프라하 pyongyang=평양 riyadh=리야드 rome=로마 seoul=서울 shanghai=상하이
    singapore=싱가포르 sofia=소피아 stockholm=스톡홀름 sydney=시드니 taipei=타이베이 tashkent=타슈켄트 tehran=테헤란 tokyo=도쿄 toronto=토론토
    ulaanbaatar=울란바토르 vienna=비엔나 vientiane=비엔티안 vladivostok=블라디보스토크 warsaw=바르샤바 washington=워싱턴 yangon=양곤`,
  pl: "athens=atenach,ateńsk prague=pradze",
  cs: "athens=aténách,athénách vienna=vídn prague=praze",
  sr: "budapest=будимпешт,budimpešt vienna=беч vilnius=вилн",
  th: `athens=เอเธนส์ bangkok=กรุงเทพ beijing=ปักกิ่ง berlin=เบอร์ลิน brussels=บรัสเซลส์ canberra=แคนเบอร์รา geneva=เจนีวา hanoi=ฮานอย
    jakarta=จาการ์ตา kabul=คาบูล kyiv=เคียฟ london=ลอนดอน lumpur=กัวลาลัมเปอร์ manila=มะนิลา moscow=มอสโก,มอสโคว delhi=เดลี osaka=โอซากา,โอซาก้า
    paris=ปารีส penh=พนมเปญ prague=ปราก pyongyang=เปียงยาง rome=โรม seoul=โซล shanghai=เซี่ยงไฮ้ singapore=สิงคโปร์ stockholm=สตอกโฮล์ม
    sydney=ซิดนีย์ taipei=ไทเป tehran=เตหะราน tokyo=โตเกียว vienna=เวียนนา vientiane=เวียงจันทน์ warsaw=วอร์ซอ washington=วอชิงตัน yangon=ย่างกุ้ง`,
  uk: "athens=афінах,афінськ prague=празі",
  ur: "islamabad=اسلام_آباد delhi=دہلی beijing=بیجنگ tehran=تہران riyadh=ریاض doha=دوحہ kabul=کابل moscow=ماسکو washington=واشنگٹن",
  vi: "beijing=bắc_kinh moscow=mát_xcơ_va,matxcơva pyongyang=bình_nhưỡng vientiane=viêng_chăn penh=phnôm_pênh",
  zh: `abuja=阿布贾 accra=阿克拉 algiers=阿尔及尔 almaty=阿拉木图 amman=安曼 ankara=安卡拉 astana=阿斯塔纳 athens=雅典 ababa=亚的斯亚贝巴 baghdad=巴格达
    baku=巴库 bangkok=曼谷 barcelona=巴塞罗那 beijing=北京 beirut=贝鲁特 belgrade=贝尔格莱德 berlin=柏林 bern=伯尔尼 bishkek=比什凯克 bogota=波哥大
    bratislava=布拉迪斯拉发 brussels=布鲁塞尔 bucharest=布加勒斯特 budapest=布达佩斯 busan=釜山 cairo=开罗 canberra=堪培拉 caracas=加拉加斯
    chicago=芝加哥 colombo=科伦坡 copenhagen=哥本哈根 damascus=大马士革 delhi=德里 dhabi=阿布扎比 dhaka=达卡 doha=多哈 dubai=迪拜 dublin=都柏林
    dushanbe=杜尚别 edinburgh=爱丁堡 frankfurt=法兰克福 geneva=日内瓦 guangzhou=广州 hague=海牙 hamburg=汉堡 hanoi=河内 harare=哈拉雷 havana=哈瓦那
    helsinki=赫尔辛基 houston=休斯敦,休斯顿 islamabad=伊斯兰堡 istanbul=伊斯坦布尔 jakarta=雅加达 jerusalem=耶路撒冷 johannesburg=约翰内斯堡
    kabul=喀布尔 karachi=卡拉奇 kathmandu=加德满都 kazan=喀山 khartoum=喀土穆 kolkata=加尔各答 kong=香港 kyiv=基辅 lagos=拉各斯 lahore=拉合尔 lima=利马
    lisbon=里斯本 ljubljana=卢布尔雅那 london=伦敦 luanda=罗安达 lumpur=吉隆坡 lusaka=卢萨卡 lyon=里昂 madrid=马德里 manama=麦纳麦 manila=马尼拉
    marseille=马赛 melbourne=墨尔本 mexico=墨西哥城 milan=米兰 minsk=明斯克 mogadishu=摩加迪沙 montreal=蒙特利尔 moscow=莫斯科 mumbai=孟买
    munich=慕尼黑 muscat=马斯喀特 nairobi=内罗毕 naypyidaw=内比都 nicosia=尼科西亚 osaka=大阪 oslo=奥斯陆 ottawa=渥太华 paris=巴黎 penh=金边
    petersburg=圣彼得堡 prague=布拉格 pretoria=比勒陀利亚 pyongyang=平壤 rabat=拉巴特 reykjavik=雷克雅未克 riga=里加 riyadh=利雅得 rome=罗马
    santiago=圣地亚哥 sarajevo=萨拉热窝 seoul=首尔 shanghai=上海 singapore=新加坡 skopje=斯科普里 sofia=索非亚 stockholm=斯德哥尔摩
    strasbourg=斯特拉斯堡 sydney=悉尼 taipei=台北 tallinn=塔林 tashkent=塔什干 tbilisi=第比利斯 tehran=德黑兰 tirana=地拉那 tokyo=东京
    toronto=多伦多 tripoli=的黎波里 tunis=突尼斯市 ulaanbaatar=乌兰巴托 vancouver=温哥华 vienna=维也纳 vientiane=万象 vilnius=维尔纽斯
    vladivostok=海参崴,符拉迪沃斯托克 warsaw=华沙 washington=华盛顿 yangon=仰光 yerevan=埃里温 york=纽约 zagreb=萨格勒布 zurich=苏黎世`,
};
