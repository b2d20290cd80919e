import { phrases, words } from './lists.ts';

/** What the English list of the package lacks, written by hand; the docstring of en.ts says what is left out. */
export const MORE_INSULTS = [
  ...words(`
    arsehole arseholes arsewipe arsewipes arseface arselicker assclown assclowns asshat asshats assholery
    ass-kisser ass-kissers asskisser bawbag bawbags bellends bitchy bitchass bitch-ass bitched bitchslap
    bollocks bullshit bullshits bullshitted bullshitter bullshitters bullshitting butthead buttheads
    buttface buttfuck chickenshit clusterfuck clusterfucks crap crappy crapping craptastic cuck cucks
    cuntish cunty damnit dammit goddammit god-dammit dickbag dickbags dickface dickfaces dickheads dickish
    dicks dickwad dickwads dickweed dipshit dipshits douchebag douchebags douchebaggery douchey
    douchenozzle dumbass dumbasses dumbarse dumbfuck dumbfucks fatarse fatfuck fuckable fuckboy fuckboys
    fuckery fuckface fuckfaces fuckin' fuckoff fucktard fucktards fuckup fuckups fuckwad fuckwads fuckwits
    fuckstick fuckwittery gobshite gobshites horseshit imbecile imbeciles jackass jackasses jerkwad
    knobheads libtard libtards lardarse lardass moron morons moronic nutcase nutcases nutjob nutjobs
    numpty numpties numbnut pillock pillocks pisshead pissheads pisstake pisstaker plonker plonkers
    scumbag scumbags scumbucket shitbag shitbags shitface shitfaced shitfaces shitheads shithole shitholes
    shithouse shitload shitloads shitpost shitshow shitstain shitstains shitstorm shittier shittiest
    slutbag slutshame smartass smartasses thundercunt tosspot tosspots twats twatwaffle wankstain wankers
    wankerish wazzock wazzocks apeshit batshit bullcrap stfu gtfo wtf slags knobber knobbers shitbrain
    pissant pissants arsed asslick asslicker asslickers cockwomble cockwombles fucknut fucknuts fucknugget
    shitlord shitlords sonofabitch sonofabitches cuntface cuntfaces fuckity fugly fugliest
  `),
  ...phrases(`
    fuck you, fuck off, fuck yourself, fuck your mother, go fuck yourself, what the fuck, for fuck's sake,
    fucked up, shut the fuck up, shut your mouth bitch, piss off, pissed off, sod off, bugger off,
    screw you, eat shit, full of shit, go to hell, burn in hell, kiss my ass, kiss my arse, lick my ass,
    lick my arse, suck my ass, up your ass, up your arse, shove it up your, piece of shit, pieces of shit,
    sack of shit, bag of shit, son of a bitch, sons of bitches, stupid bitch, stupid bitches, dumb bitch,
    dumb bitches, ugly bitch, fat bitch, lying bitch, crazy bitch, fat cow, fat pig, fat slob, stupid cow,
    ugly cow, ugly pig, filthy pig, silly cow, old cow, old hag, ugly hag, dumb ass, smart ass, fat ass,
    fat arse, lazy ass, you ass, you dick, you prick, what a prick, what a dick, you knob, you slag,
    you idiot, you idiots, you moron, you morons, you imbecile, you cretin, you pig, you scum, you retard,
    you loser, you losers, bunch of idiots, bunch of morons, bunch of losers, complete idiot, total idiot,
    fucking idiot, bloody idiot, stupid idiot, are you stupid, how stupid are you, you are stupid,
    you're stupid, you are an idiot, you're an idiot, you are pathetic, you're pathetic,
    you are disgusting, you're disgusting, you are worthless, you're worthless, you make me sick,
    your mum is a, your mother is a whore, white trash, trailer trash, scum of the earth, human garbage,
    human trash, waste of oxygen, inbred idiot, brain dead idiot, dog shit, crock of shit,
    shit for brains, pain in the ass, pain in the arse, holy shit, bat shit crazy
  `),
];

export const MORE_SLURS = [
  ...words(`
    beaner beaners chinaman chinks chinky dago dagos darkie darkies darky dindu faggots faggoty faggotry
    faggy fudgepackers gooks greaseball greaseballs gyppo gyppos halfbreed half-breed heeb heebs injun
    injuns jigaboo jigaboos kaffir kaffirs kikes lezzie lezzies lezzer lezzers mong mongs mongoloid
    mongoloids mudslime mudslimes muzrat muzrats muzzie muzzies negro negroes niggerish nigguh niglet
    niglets nig-nog paki pakis pikey pikeys polacks poofter poofters raghead ragheads retard retards
    retarded sandnigger sandniggers shemales she-male she-males spaz spacker spackers spick towelhead
    towelheads tranny trannies wetback wetbacks wigger wiggers wog wogs yid yids zipperhead zipperheads
    bumboy bumboys gayboy gaytard femtard
  `),
  ...phrases(`
    sand nigger, sand niggers, porch monkey, porch monkeys, jungle bunny, jungle bunnies, jungle monkey,
    dune coon, dune coons, camel jockey, camel jockeys, sand monkey, sand monkeys, slant eye, slant eyes,
    slant eyed, ching chong, yellow monkey, black monkey, dirty nigger, dirty black, dirty jew,
    dirty jews, filthy jew, filthy jews, christ killer, christ killers, dirty arab, dirty arabs,
    filthy arab, filthy arabs, dirty muslim, dirty muslims, filthy muslim, filthy muslims, muslim scum,
    jewish scum, gypsy scum, dirty gypsy, dirty gypsies, filthy gypsy, filthy immigrant,
    filthy immigrants, immigrant scum, dirty immigrant, dirty immigrants, dirty foreigner,
    dirty foreigners, dirty mexican, dirty mexicans, dirty indian, dirty paki, dirty chinese,
    dirty lesbian, filthy homo, dirty homo, filthy queer, fucking queer, batty boy, batty boys, batty man,
    rug muncher, rug munchers, window licker, window lickers, fucking spastic, you spastic, heil hitler,
    sieg heil, white power, gas the jews, kill all jews, kill the jews, kill all muslims, kill all blacks,
    kill all gays, death to jews, death to the jews, death to muslims, death to arabs, death to gays,
    hitler was right, go back to your country, go back to your own country, go back to africa,
    go back to mexico, go back to china, go back where you came from
  `),
];

export const MORE_SEXUAL = [
  ...words(`
    analingus anilingus blow-job blow-jobs bukkake camgirl camgirls camwhore cocksuckers cumdump
    cumdumpster cumshots cumslut cumsluts deepthroat deepthroated deepthroating dickpic dickpics
    dicksucker dicksuckers ejaculator fellated fingerbang fisting footjob footjobs fuckbuddy fuckbuddies
    gangbanger gangbanging gilf gilfs handjob handjobs hand-job hentai incest incestuous jackingoff jizzed
    masturbated masturbates masturbating masturbation masturbator milf milfs orgy orgies paedo paedos
    paedophile paedophiles pedo pedos pedophile pedophiles pornhub pornstar pornstars rapist rapists
    rimjob rimjobs sexcam sexcams sexting shagfest sluttier titjob titfucking upskirt upskirts wanked
    wanking wanks wankfest whorehouse whores whoring whorish cockslut fucktoy fuckdoll creampied
  `),
  ...phrases(`
    anal sex, oral sex, butt plug, butt plugs, suck my dick, suck my cock, suck my balls, suck a dick,
    suck dick, lick my balls, sucking dick, sucks dick, big dick, my dick, your dick, his dick, hard cock,
    my cock, your cock, big cock, big tits, nice tits, your tits, her tits, show me your tits, tits out,
    wet pussy, my pussy, your pussy, tight pussy, eat my pussy, jerk off, jerking off, jerks off,
    jack off, jacking off, fuck me, wanna fuck, want to fuck, fuck my, fuck your brains out, send nudes,
    send me nudes, send your nudes, nude pics, nude photos, naked pics, dick pic, dick pics, sex chat,
    sex cam, sex video, sex videos, sex tape, sex with me, sex slave, cam girl, cam girls, live sex,
    free sex, phone sex, hot singles in your area, horny singles, horny milf, escort girl, escort girls,
    escort service, erotic massage, happy ending massage, child porn, kiddie porn, i am horny, i'm horny,
    so horny, get laid tonight, bend over bitch, spread your legs, suck me, sit on my face, gang bang,
    gang bangs, cum on my, cum in my, hand job, rim job
  `),
];
