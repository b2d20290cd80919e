import { Filter } from 'bad-words';
import { MORE_INSULTS, MORE_SEXUAL, MORE_SLURS } from './en-more.ts';
import { phrases, words } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * English, from the list of the npm package bad-words and of badwords-list, which it includes (both MIT),
 * read word by word; what that list lacks (en-more.ts), threats and scams were written by hand. Spellings the
 * filter sees through by itself (`sh1t`, `f u c k`) are not needed here. Left out beside the list below, because
 * people say them in a shop: « douche », « hooker » (rugby), « nudes » and « nude » (a colour), « strap-on »
 * (a guitar's), « queer » (said with pride), « poof » (a seat), « coons » (cats), « abo », « dykes »
 * (pliers), « redskin » (potatoes), « golliwog » (a toy), « deep throat » (a stapler), « I'll find you » (a link),
 * « git » and « sod ».
 */
const LIST = new Set(
  new Filter().list
    .map((word) => word.toLowerCase())
    .filter((word) => /^[a-z][a-z-]+(?: [a-z]{2,}){0,3}$/.test(word)),
);

/** Harmless, or harmless often enough, in a shop: goods, the body and its care, mild swearing, names. */
const SAID_IN_A_SHOP = words(`
  balls bloody boner breasts bugger bum butt cipa cock cocks cox coon damn dink dinks doggin dogging dyke
  enema fanny fart feck fecker feces flange fook foreskin god heck hell hells helvete hoar hoare hoor homo
  horny jap japs knob knobs knobz labia lust lusting masochist masochistic muff mutha nazi nazis nob
  nutsack orgasm orgasms orifice orifiss pawn pecker penis perse piss pissed pisses pissing poop preteen
  prick pricks pron pube rectum retard rimming sadist schaffer schmuck screw screwing scrotum semen sex
  sexy shag shagging slag snatch spac spic spunk suka teets teez testical testicle tit tits titt tosser
  turd vagina vulva wang willies willy yed packie packy pakie paki polac polak crap fags faig faigs fagot
  fagots bestial beastial duche faggs kraut honkey hoer hore pusse phuc nastt xxx sphencter faget whoar
  hoore scank dominatricks dominatrics scroat smut puuke puuker clitoris dominatrix ejaculation boob boobs
  anus anal ass jackoff lipshits lipshitz schlong god-dam fux spunky viagra cyalis asses shiz pisser
  recktum packi penas penus peinus oriface orafis kum kums kummer kumming pimpis kock jiz cok hui flipping
  boffing pissin heshe
`);

/** Words of other languages, each of which may be an ordinary word or a name in a third. */
const OF_OTHER_LANGUAGES = words(`
  amcik andskota arschloch ayir boiolas buceta cabron cazzo chraa chuj daygo dego dirsa dupa dziwka
  ejackulate ekto enculer faen fanculo feg felcher ficken flikker fotze futkretzn guiena huevon injun
  klootzak knulle kondum kondums kuk kuksuger kurac kurwa mamhoon mibun monkleigh mouliewop muie mulkku
  muschi nepesaurio orospu picka pimmel pizda poontsee pula pule puta puto qahbeh rautenberg schlampe
  sharmuta sharmute shipal skribz skurwysyn spierdalaj vittu wichser zabourah
`);

const SLURS = words(`
  chink dyke fag faggit faggot faggitt fagit fagz fagging gook kike lesbo lezzian nigga niggah niggas
  niggaz nigger niggers pakie paky polack shemale gaylord
`);

const SEXUAL =
  /blow ?job|carpet muncher|clit|cock|cum|cunil|cunnil|cyber|dildo|dog-fuck|ejac|ejak|fellat|felch|finger|fist|gang|gaysex|hardcore|hotsex|horniest|jack-?off|jerk-off|jis|jiz|kunil|masst|mast|orgas|phonesex|poonan|porn|puss|rimjaw|semen|smegma|splooge|tit(?:fuck|ties|tie|ty|wank)|vagi|vaji|vull|wank|whor|xrated|xxx|buttplug|boob|bitchin|peen|penuus|penis|bestial|beastial|goatse|smegma/;

const LEFT_OUT = new Set([...SAID_IN_A_SHOP, ...OF_OTHER_LANGUAGES]);
const KEPT = [...LIST].filter((word) => !LEFT_OUT.has(word));
const OTHERS = KEPT.filter((word) => !SLURS.includes(word));

export const ENGLISH: Vocabulary = {
  language: 'en',
  version: 1,
  licence: 'MIT',
  source: 'bad-words and badwords-list, read word by word; additions hand-written',
  insult: [...OTHERS.filter((word) => !SEXUAL.test(word)), ...MORE_INSULTS],
  slur: [...KEPT.filter((word) => SLURS.includes(word)), ...MORE_SLURS],
  sexual: [...OTHERS.filter((word) => SEXUAL.test(word)), ...MORE_SEXUAL],
  threat: phrases(`
    i will kill you, i'll kill you, im going to kill you, i'm going to kill you, gonna kill you,
    going to murder you, i know where you live, we know where you live, you will die, you're dead,
    you are dead meat, go die, go kill yourself, kill yourself, kill urself, kys, hang yourself,
    hope you die, hope you get raped, deserve to get raped, deserve to be raped, you should be raped,
    rape you, rape her, i will rape you, i'll rape you, i will beat you up, i'll beat you up,
    i will hurt you, i'll hurt you, slit your throat, put a bullet in you, bullet in your head,
    burn your house down, watch your back, break your legs, smash your face, shoot you in the head,
    i will end you, i'm coming for you, you deserve to die, you should die, you should kill yourself,
    please kill yourself, drink bleach, jump off a bridge, slit your wrists, i will stab you,
    i'll stab you, gonna stab you, i will shoot you, i'll shoot you, gonna shoot you, i will strangle you,
    i'll strangle you, beat you to death, gonna beat you up, beat the shit out of you, kick your ass,
    kick your teeth in, break your neck, break your fingers, your family will die,
    i will kill your family, i'll kill your family, kill your kids, i will bomb, i have a bomb,
    blow up the shop, blow up your shop, acid in your face, hope you get cancer, i hope you die,
    you won't see tomorrow, you're a dead man, you're a dead woman
  `),
  scam: phrases(`
    easy money from home, easy money online, earn money from home, make money fast, get rich quick,
    guaranteed returns, guaranteed profit, double your money, double your bitcoin, risk-free investment,
    investment opportunity, forex signals, crypto signals, trading bot, bitcoin giveaway, crypto giveaway,
    free bitcoin, free iphone, free gift card, gift card generator, you have been selected,
    claim your prize, claim your reward, wire transfer fee, processing fee upfront, advance fee,
    cloned cards, fake id, fake passport, fake documents, hacked accounts, hack facebook, hack whatsapp,
    message me on whatsapp, text me on whatsapp, contact me on whatsapp, add me on telegram,
    message me on telegram, join my telegram, dm me to earn, send me your card number,
    confirm your card details, verify your account here, your account will be suspended,
    your parcel is blocked, buy followers, free followers, buy reviews, buy fake reviews, online casino,
    casino bonus, betting tips, sure bets, payday loan, instant loan, loan offer, no credit check,
    love spell, spell caster, viagra, cialis, kamagra
  `),
  mild: words(`
    douchey arse arrse bitchin bitching bollock bollocks bullshit crap crappy crapping craptastic damnit
    dammit goddamn goddamned god-damned god-dammit goddammit imbecile imbeciles moron morons moronic
    nutcase nutcases numpty numpties pillock pillocks plonker plonkers wazzock wazzocks smartass
    smartasses wtf orgy orgies shitload shitloads horniest milf milfs
  `).concat('flipping the bird', 'pissed off', 'go to hell'),
  severe: words(`
    paedophile paedophiles pedophile pedophiles paedo paedos pedo pedos rapist rapists
  `),
  onlyIn: words(`
    cum cums slut dick dicks fag lesbo chink kike kunt retard retards retarded paki pakis yid yids tranny
    trannies negro negroes kaffir kaffirs wog wogs dago dagos pedo pedos moron mong mongs heeb heebs slags
    cuck cucks spaz shite
  `),
  exactCase: words('dick gaylord kike cumming jackass moron cuck'),
  exactAccents: [],
  exceptions: phrases(`
    Moby Dick, en retard, de retard, du retard, le retard, un retard, ce retard, sans retard, u kunt,
    kunt u, je kunt, pollack, pollacks, spick and span, spic and span, Dick and Jane, Dick Tracy,
    Dick Van Dyke, Philip K Dick, Philip K. Dick, spotted dick, Scunthorpe, cum laude, magna cum laude,
    summa cum laude, pussy willow, pussy willows, Pussy Riot, pussy bow, pussy-bow, pussy cat,
    bastard file, bastard sword, King Cnut, Cnut the Great, chink in the armour, chink in the armor,
    chinks in the armour, chinks in the armor, Gaylord Hotels, Gaylord Opryland, kaffir lime,
    kaffir limes, oilseed rape, rape seed, rape oil, Alan Cumming, Negro Leagues, Negro League, Rio Negro,
    batard loaf, batard loaves, Bitch Planet, Whore of Akron, my pussy cat, Beavis and Butthead, Bitch Magazine, resting bitch face
  `),
};
