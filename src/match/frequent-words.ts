/**
 * Words and beginnings of words that stand in more than about three of a hundred English news texts, whatever these
 * are about. Chosen by hand, without counts: they only make a lint.
 */
const WORDS = new Set(
  "about after again against all also among and another any are because been before being between both but can could day did does during each even every few first five for four from get government had has have head her here him his home how into its just king last late law like long made make man many march mark may might more most much must new next north not now off old one only other our out over page part people place price said same say says second she should since small some south state still such take than that the their them then there these they this those three through time today two under until was way week well were west what when where which while who why will with work world would year years yesterday young your"
    .split(" ")
    .map((word) => word.toUpperCase()),
);
const STEMS = new Set(
  "abou acco acti addi afte agai agre allo also amon anno anot appe area arou atta beca befo bein betw brea buil busi call camp cent chan char chil citi clai clos come comm comp conc cond conf cons cont coun cour cove crea curr deal deca deci decl depa desc dete deve diff dire disc duri earl effo elec empl ende even ever exam expe expl fami firs foll forc fore form free from full fund gene give gove grou grow have heal help high hist hold hour hous impo incl incr indi info inst inte inter inve keep know larg last lead lear leav less leve life like line list litt live loca long look made main majo make mana many mark mart matt mean meas medi meet memb mill mini mont more most move much nati natio near need next numb offe offi only open oper othe over part peop perc peri plac plan play poin poli poss powe pres prev prob proc prod prog proj prop prot prov publ quar rais reac real rece reco redu refe rela rele rema repo repr requ rese resp resu retu righ risk said same scho seco sect secu seek send seri serv seve shar shou show side sign sinc sing situ soci some sout spea spec spen stan star stat stil stop stor stra stre stro stud subs such supp sure syst take talk targ team tech tell term than that their them then ther thes they thin this thos thou thre thro time toda told took town trad trai tran tryi turn unde under unit unti used usin vari very view visi want week well were west what when wher whic whil whol whos will with work worl woul writ year"
    .split(" ")
    .map((stem) => stem.toUpperCase()),
);

/** Whether an English word, in any case, says nothing about a text it stands in. */
export function isFrequentWord(word: string): boolean {
  return WORDS.has(word.toUpperCase());
}

/** Whether a stem such as `comm*` begins words of very many English texts. */
export function isFrequentStem(stem: string): boolean {
  return STEMS.has(stem.replace(/\*$/u, "").toUpperCase());
}
