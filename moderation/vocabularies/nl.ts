import { phrases, words } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Dutch of the Netherlands and of Flanders, written by hand: inflected forms written out, whole words only.
 * Left out on purpose, because people say them in a shop: « kut » alone (of things; a name elsewhere), « slut »
 * (a word of English and Swedish), « kant », « kunt », « dik », « vet » (great), « lekker », « geil » of things, « eikel » (an
 * acorn), « zak », « ballen », « pik », « paal », « piemel » (a child's), « poes » (a cat), « pruim », « mossel », « doos » (a box),
 * « borst » (nursing), « billen » (a baby's), « kont », « reet » (a crack), « poep » and « plas » (nappies), « pot » (a jar), « nicht »
 * (a cousin), « homo » and « lesbo » (said with pride), « mof » (a coupling), « aap », « varken », « koe », « ezel », « hond »,
 * « teef » and « rat » alone (animals), « kreng », « slons », « secreet » (old words for things), « gek », « dom », « stom »,
 * « gehandicapt » (a shopper may be), « kanker », « tyfus », « tering » and « pest » alone (illnesses), « trekken », « rukken »,
 * « pijpen » (trouser legs), « klaarkomen » (to be done), « spuiten » (to spray), « wippen », « naaien » (to sew), « zuigen »,
 * « verkracht » (a news item), « rotzooi », « troep », « zigeuner » alone (a sauce), « je moeder », « oplichter » and « nep » (a
 * shopper may fear one), « je gaat dood » (in a game), « sterf » alone (plants), « doden » (germs).
 */
export const DUTCH: Vocabulary = {
  language: 'nl',
  version: 1,
  licence: 'MIT',
  source: 'hand-written for this project',
  insult: [
    ...words(`
      klootzak klootzakken klootzakje klootviool kloothommel kloothommels kloten kloterig klotewijf
      klotewijven klotezooi klotezak kloteding klotezaak kutwijf kutwijven kutkind kutkinderen kutkop
      kutkoppen kutding kutdingen kutzooi kutzak kuttekop kuttenkop kuthoer kuthoeren kutvent kutventen
      kuttig kutbedrijf kutwinkel kutservice kutlul kutleven kutmens kutmensen kuthond lul lullo lullos
      lulhannes lulhannesen lulkoek paardenlul paardenlullen slappeling slappelingen droplul droplullen
      zeiklul zakkenwasser zakkenwassers zeiksnor zeikerd zeikerds zeikwijf zeikwijven zeikstraal zeikkop
      gezeik zeiken zeikt zeik mierenneuker mierenneukers mierenneukerij hoer hoeren hoertje hoertjes
      hoerenzoon hoerenzonen hoerenjong hoerenjongen hoerenkind hoerenkinderen hoerenkop hoerenloper
      hoerenlopers hoerenbak hoerenmoeder slet sletten sletje sletjes sletterig sletterige sloerie
      sloeries snol snollen teringhoer teringhoeren teringlijer teringlijers teringlijder teringlijders
      teringwijf teringwijven teringzooi teringhond teringjong teringkind teringkop tyfushoer tyfushoeren
      tyfuslijer tyfuslijers tyfuslijder tyfuswijf tyfuswijven tyfuszooi tyfushond tyfuskop tyfusjong
      tiefus tiefuslijer tieft kankerhoer kankerhoeren kankerlijer kankerlijers kankerlijder kankerwijf
      kankerwijven kankerhond kankerkop kankerkoppen kankerjong kankerkind kankerzooi kankerlul kankerzak
      kankermongool kankermongolen kankerflikker kankerhomo kankerneger kankerjood kankerturk
      kankermarokkaan kankermoslim kankerbuitenlander kankerdebiel kankeridioot kankerdom kankerbedrijf
      kankerwinkel kankerkut klerelijer klerelijers klerewijf klerewijven klerehond klerezooi klerejong
      pokkenwijf pokkewijf pokkenhond pokkezooi pleurislijer pleurislijers pleurishond pleuriswijf
      optiefen oprotten opgetieft opzouten oplazeren opflikkeren sodemieter sodemieteren godverdomme
      godverdommes godverdoemme godverdegodver godsamme gvd verdomme potverdomme nondeju kolere koleire
      kolerelijer mongool mongolen mongooltje mongooltjes debiel debielen debiele idioot idioten idiote
      randdebiel randdebielen randmongool imbeciel imbecielen achterlijk achterlijke achterlijken
      zwakzinnige zwakzinnigen halvegare halvegaren halfgare stommeling stommelingen stomkop stomkoppen
      stommerik stommeriken domkop domkoppen domoor domoren leeghoofd leeghoofden sukkel sukkels sukkeltje
      mislukkeling mislukkelingen minkukel minkukels mafkees mafkezen mafketel mafketels malloot malloten
      flapdrol flapdrollen strontvlieg strontkop strontzak strontwijf strontjong schoft schoften schoftig
      schobbejak schobbejakken smeerlap smeerlappen smeerlapperij viezerik viezeriken vuilak vuilakken
      viespeuk viespeuken ploert ploerten etter etterbak etterbakken etterbuil rotzak rotzakken rotwijf
      rotwijven rotkop rotjoch rotjochies rotkind rotkinderen rothond rotvent rotventen takkewijf
      takkewijven takkenwijf takkenwijven tutwijf trut trutten trutje trutjes tuthola tutholas vetzak
      vetzakken vetklep vetkleppen dikzak dikzakken papzak papzakken pafzak spekzak bastaard bastaarden
      bastaardkind kontlikker kontlikkers kontenlikker reetlikker reetlikkers gatlikker gatlikkers
      kontkruiper kontkruipers kontgat klojo klojos kwijlebal kwijlebab tokkie tokkies aso asos uitschot
      schorem schorriemorrie gespuis onnozelaar onnozelaars loemperik loemperiken mieterop moederneuker
      moederneukers motherfucker motherfuckers fucker fuckers fuck fucking gefuckt bitch bitches bitcherig
      shit schijt schijten schijtzooi schijthuis schijterd schijtlijster schijtlijsters schijtbak
      schijtluis schijtwijf geitenbreier hufter hufters hufterig lomperik lomperiken randfiguur
      onderkruipsel onderkruipsels misbaksel misbaksels teringtakke pleuriskop pleurisjong ettertje
      ettertjes
    `),
    ...phrases(`
      vuile hoer, vieze hoer, stomme hoer, domme hoer, kanker hoer, tering hoer, tyfus hoer, vuile slet,
      vieze slet, domme slet, stomme trut, domme trut, stomme koe, domme koe, vette koe, vet varken,
      vies varken, vuil varken, vuile hond, vieze hond, vuile rat, vieze rat, vuile teef, stomme teef,
      domme teef, kanker teef, stomme ezel, stom wijf, stomme wijven, dom wijf, lelijk wijf, dikke zeug,
      vette zeug, lelijke heks, oude heks, oude lul, slappe lul, slappe zak, luie zak, ouwe zak, ouwe lul,
      stomme lul, stuk stront, stuk vreten, hoop stront, hoerige moeder, je moeder is een hoer,
      kanker moeder, je kanker moeder, kankermoeder, zoon van een hoer, kind van een hoer, rot op,
      rot toch op, rot eens op, tief op, flikker op, flikker toch op, sodemieter op, donder op, lazer op,
      pleur op, kanker op, krijg kanker, krijg de kanker, krijg de tering, krijg de tyfus, krijg de klere,
      krijg de pest, krijg de pokken, krijg de pleuris, krijg het schijt, krijg de kolere, val dood,
      loop naar de hel, loop naar de maan, loop naar de pomp, ga naar de hel, lik me reet, lik mijn reet,
      lik m'n reet, kus mijn kont, kus m'n kloten, kus mijn kloten, zuig mijn lul, zuig m'n lul,
      steek het in je reet, stop het in je reet, in je reet, in je hol, bek dicht, kop dicht, hou je bek,
      houd je bek, hou je kop, houd je kop, hou je muil, houd je muil, hou je smoel, hou je klep dicht,
      sluit je bek, smoel houden, bek houden, vuile bek, lelijke kop, lelijk varken, achterlijke idioot,
      achterlijke mongool, geestelijk gestoorde, ben je achterlijk, ben je dom, ben je debiel,
      je bent achterlijk, je bent dom, je bent walgelijk, je bent zielig, je bent waardeloos,
      je bent een rat, je bent een varken, je bent een nul, je bent een niks, jij bent een niks,
      jij bent dom, jij bent walgelijk, menselijk afval, menselijk vuil, uitschot van de maatschappij,
      schuim der aarde, tuig van de richel, fuck je, fuck you, fuck jou, fuck off, fuck je moeder,
      neuk je moeder, ga je moeder neuken, kan mij geen reet schelen, geen reet, geen kloten, geen kut,
      wat een kut, het is kut, zo kut, kut service, kut bedrijf, kut winkel, kanker bedrijf,
      kanker winkel, kanker zooi, kanker lijer, kanker mongool, tering lijer, tering zooi, tyfus lijer,
      tyfus zooi, klote zooi, klote bedrijf, dikke lul, naar de kloten, naar de klote
    `),
  ],
  slur: [
    ...words(`
      nikker nikkers neger negers negerin negerinnen negertje negertjes negerhoer negerslet negerkop
      kutneger kutnegers zwartjoekel zwartjoekels roetkop bosneger bosnegers bosaap kutmarokkaan
      kutmarokkanen kutmarokkaantje kutmarokkaantjes rotmarokkaan rotmarokkanen teringmarokkaan
      teringmarokkanen kutturk kutturken rotturk rotturken teringturk teringturken kutmoslim kutmoslims
      rotmoslim moslimtuig moslimhoer kutjood kutjoden rotjood rotjoden jodenhoer jodenzwijn teringjood
      teringjoden tyfusjood tyfusjoden kutarabier zandneger zandnegers geitenneuker geitenneukers
      kamelenneuker kamelenneukers schapenneuker schapenneukers spleetoog spleetogen kutchinees
      kutchinezen rotchinees kankerchinees poepchinees poepchinezen pindachinees rijstvreter rijstvreters
      loempiavreter loempiavouwer kutpool kutpolen rotpool rotpolen teringpolen polenhoer kutbuitenlander
      kutbuitenlanders rotbuitenlander teringbuitenlanders kutallochtoon kutallochtonen kutasielzoeker
      kutasielzoekers kutzigeuner kutzigeuners rotzigeuner zigeunertuig makak makaken bruinjoekel
      bruinjoekels bountyneger huisneger huisnegers moffenhoer moffenhoeren rotmof rotmoffen kutmof
      kutbelg kutbelgen kuthollander kuthollanders kutwaal kutwalen spaghettivreter aardappelvreter
      flikker flikkers flikkertje flikkertjes kutflikker mietje mietjes kontneuker kontneukers
      kontenbonker kontenbonkers kontridder reetridder reetridders reetneuker ruigpoot ruigpoten rugridder
      rugridders anusridder poepstamper poepstampers bruinwerker bruinwerkers kuthomo kuthomos rothomo
      teringhomo tyfushomo homohoer kutlesbo kutpot rotpot potteuze manwijf manwijven shemale shemales
      transenhoer kuttrans untermensch untermenschen feminazi feminazis mongolenkind spast spasten spastje
      kankerinvalide
    `),
    ...phrases(`
      vuile neger, vieze neger, vuile negers, vieze negers, domme neger, stomme neger, zwarte aap,
      zwarte apen, terug naar de bananenboom, vuile jood, vuile joden, vieze jood, vieze joden,
      smerige jood, smerige joden, vuile moslim, vuile moslims, vieze moslim, vieze moslims,
      smerige moslims, vuile marokkaan, vuile marokkanen, vieze marokkaan, vieze marokkanen,
      smerige marokkanen, vuile turk, vuile turken, vieze turk, vieze turken, smerige turk, vuile arabier,
      vieze arabier, vuile arabieren, vuile chinees, vieze chinees, vieze chinezen, vieze polen,
      vuile polen, vuile zigeuner, vieze zigeuner, vuile zigeuners, vieze zigeuners, vuile buitenlander,
      vuile buitenlanders, vieze buitenlander, vieze buitenlanders, vuile vluchteling, vieze asielzoeker,
      vuile asielzoekers, vuile homo, vieze homo, vuile homos, vieze homos, smerige homo, smerige homos,
      kanker homo, kut homo, vuile flikker, vieze flikker, vuile lesbo, vieze lesbo, vieze lesbiennes,
      vuile lesbienne, vieze trans, vuile trans, vuile travestiet, vieze travestiet, kanker neger,
      kanker jood, kanker joden, kanker turk, kanker turken, kanker marokkaan, kanker marokkanen,
      kanker moslim, kanker moslims, kanker buitenlander, kanker buitenlanders, kanker chinees, kut neger,
      kut jood, kut joden, kut turk, kut turken, kut marokkaan, kut marokkanen, kut moslim, kut moslims,
      kut buitenlanders, kut chinees, vuile mongool, vieze mongool, ga terug naar je land,
      ga terug naar je eigen land, terug naar je eigen land, rot op naar je eigen land,
      rot op naar je land, ga terug naar afrika, ga terug naar marokko, ga terug naar turkije,
      eigen volk eerst, heil hitler, sieg heil, witte macht, joden aan het gas,
      hamas hamas joden aan het gas, alle joden aan het gas, joden vergassen, dood aan de joden,
      dood aan joden, dood aan alle joden, dood aan moslims, dood aan alle moslims, dood aan homos,
      dood aan alle homos, dood aan negers, hitler had gelijk
    `),
  ],
  sexual: [
    ...words(`
      neuk neuken neukt geneukt neukte neukten neukend neukbaar neukbare neukertje neukpartij neukfilm
      neukslet neukmaatje neukdate wegneuken volneuken beffen beft gebeft beffer befslet pijpslet
      pijpbeurt pijpbeurten pijphoer pijpmond aftrekbeurt rukkertje kutlikken kutlikker kutje kutjes
      kontneuken gangbang gangbangs groepsseks masturberen masturbeert masturbeerde gemasturbeerd
      masturbatie masturberend zelfbevlekking ejaculeren ejaculeert ejaculatie ejaculaties orgie orgies
      fellatio cunnilingus spermahoer spermaslet tieten tietjes hangtieten tietenneuk tietenneuken porno
      pornos pornofilm pornofilms pornosite pornosites pornografie pornoster pornosterren pornovideo
      pornofilmpjes kinderporno kinderpornografie kinderneuker kinderneukers kinderverkrachter
      kinderverkrachters kindermisbruiker pedofiel pedofielen pedofilie pedo pedos verkrachter
      verkrachters incest bestialiteit zoofilie dierenneuker sodomie sodomiet dickpic dickpics naaktfoto
      naaktfotos naaktfilmpje naaktfilmpjes seksdate seksdates sekscam sekscams sekschat sexcam sexcams
      sexchat sexdate sexdates seksvideo seksfilm seksfilms sexfilm sexfilms sekslijn sekslijnen
      sekscontact sekscontacten sexcontact seksslaaf seksslavin telefoonseks webcamseks escortdame
      escortdames escortbureau bordeel bordelen prostituee prostituees hoerenkast hoerentent geilaard
      geilaards geilneef geilneven bloedgeil bloedgeile nymfomane nymfomanes camgirl camgirls bukkake
      fisting vuistneuken hentai milf milfs kontgeneukt reetgeneukt klaarspuiten natneuker droogneuken
      droogneuker
    `),
    ...phrases(`
      zuig op mijn lul, zuig aan mijn lul, lul zuigen, mijn lul, stijve lul, harde lul, grote lul,
      natte kut, natte poes, nat kutje, kale kut, geschoren kut, lekkere kut, jouw kut, mijn kut,
      kut likken, kutje likken, poesje likken, poes likken, mijn poesje likken, lekker neuken,
      ik wil neuken, wil je neuken, ik wil je neuken, zin in neuken, ik neuk je, kom neuken,
      gratis neuken, in je kont neuken, in je reet neuken, lekkere kont, lekkere tieten, dikke tieten,
      grote tieten, blote tieten, laat je tieten zien, toon je tieten, geile slet, geile sletten,
      geile hoer, geile teef, geile vrouwen, geile meiden, geile huisvrouwen, geile meid, geile kont,
      geile milf, ik ben geil, ben zo geil, ik ben zo geil, ben je geil, word geil van je, geil van jou,
      lekker pijpen, pijp me, pijp mij, ga je pijpen, kom me pijpen, me laten pijpen, je laten pijpen,
      jezelf aftrekken, zichzelf aftrekken, lekker aftrekken, spuit in je mond, spuiten in je mond,
      anale seks, orale seks, seks met mij, seks met jou, seks met me, seks tegen betaling, betaalde seks,
      gratis seks, gratis sex, live seks, live sex, seks cam, sex cam, sex chat, sex met mij, stuur nudes,
      stuur me nudes, stuur je nudes, stuur naaktfotos, stuur een naaktfoto, hete singles,
      hete vrouwen in jouw, hete meiden, eenzame vrouwen in jouw, stoute vrouwen, stoute meiden,
      erotische massage, erotische massages, massage met happy end, naakt voor de cam,
      naakt voor de webcam, kom op mijn cam
    `),
  ],
  threat: phrases(`
    ik maak je dood, ik maak jullie dood, ik ga je doodmaken, ik maak je af, ik maak jullie af,
    ik ga je afmaken, we maken je af, wij maken je af, we maken je dood, ik vermoord je,
    ik vermoord jullie, ik ga je vermoorden, ik ga jullie vermoorden, ik zal je vermoorden,
    we vermoorden je, we gaan je vermoorden, ik kom je vermoorden, ik dood je, ik ga je doden,
    ik zal je doden, ik sla je dood, ik sla jullie dood, ik sla je in elkaar, ik ga je in elkaar slaan,
    we slaan je in elkaar, ik sla je op je bek, ik sla je op je muil, ik sla je tanden eruit,
    ik sla je kop in, ik sla je hersens in, ik trap je dood, ik trap je in elkaar, ik trap je kop in,
    ik schop je dood, ik schop je in elkaar, ik timmer je in elkaar, klap voor je bek, klap voor je kop,
    klappen voor je bek, trap voor je kloten, schop onder je reet, ik steek je neer, ik ga je neersteken,
    ik ga je steken, ik steek je overhoop, ik steek je kapot, ik steek je dood, we steken je neer,
    ik snij je keel door, ik snijd je keel door, ik snij je strot af, keel doorsnijden, strot doorsnijden,
    ik schiet je dood, ik schiet je neer, ik ga je neerschieten, ik knal je neer, ik knal je kapot,
    ik knal je af, kogel door je kop, kogel in je kop, kogel door je hoofd, kogel in je hoofd, ik wurg je,
    ik ga je wurgen, ik breek je nek, ik breek je benen, ik breek je botten, ik breek al je botten,
    ik steek je huis in brand, ik steek je winkel in brand, ik steek jullie in brand,
    ik brand je huis plat, ik verkracht je, ik ga je verkrachten, we verkrachten je,
    ik hoop dat je verkracht wordt, je verdient het verkracht te worden, ik weet waar je woont,
    ik weet waar jij woont, ik weet waar jullie wonen, we weten waar je woont, wij weten waar je woont,
    ik weet waar je familie woont, ik kom naar je huis en, ik pak je nog wel, ik krijg je nog wel,
    we krijgen je nog wel, je bent dood, je gaat eraan, jullie gaan eraan, je gaat sterven,
    je zult sterven, jij gaat eraan, je bent ten dode opgeschreven, je leven is voorbij,
    ik hoop dat je doodgaat, ik hoop dat je dood gaat, ik hoop dat je sterft,
    ik hoop dat je kanker krijgt, hopelijk ga je dood, hopelijk ga je snel dood, hopelijk krijg je kanker,
    hopelijk sterf je, sterf langzaam, sterf hoer, sterf hond, ga dood, ga toch dood, ga maar dood,
    val toch dood, jij moet dood, je moet dood, jullie moeten dood, je verdient de dood,
    je verdient het om te sterven, pleeg zelfmoord, ga zelfmoord plegen, maak jezelf dood,
    maak jezelf van kant, maak je zelf van kant, hang jezelf op, ga jezelf ophangen, verhang je,
    verhang jezelf, spring van een brug, spring van een flat, spring voor de trein, spring voor een trein,
    snij je polsen door, snijd je polsen door, schiet jezelf door je kop, schiet jezelf dood,
    verzuip jezelf, ik leg een bom, ik plaats een bom, ik blaas jullie op, ik blaas de winkel op,
    ik vermoord je familie, ik vermoord je kinderen, ik maak je familie dood, ik maak je familie af
  `),
  scam: phrases(`
    makkelijk geld verdienen, gemakkelijk geld verdienen, snel geld verdienen, makkelijk geld,
    snel rijk worden, word snel rijk, geld verdienen vanuit huis, verdien geld vanuit huis,
    verdien geld vanuit je luie stoel, thuis geld verdienen, slapend rijk worden, slapend rijk,
    passief inkomen gegarandeerd, gegarandeerd passief inkomen, gegarandeerd rendement,
    gegarandeerde winst, gegarandeerde winsten, winst gegarandeerd, gegarandeerd inkomen,
    verdubbel je geld, verdubbel uw geld, verdubbel je bitcoin, verdubbel je bitcoins,
    risicovrij investeren, investeren zonder risico, beleggen zonder risico, risicoloze investering,
    investeer in bitcoin, investeer in crypto, beleg in bitcoin, forex signalen, crypto signalen,
    trading signalen, trading bot, trading robot, automatisch traden, lening tussen particulieren,
    leningen tussen particulieren, particuliere lening aangeboden, lening zonder bkr, lenen zonder bkr,
    lenen zonder bkr toetsing, geld lenen zonder bkr, lening zonder toetsing, snel geld lenen zonder,
    leenaanbod, kredietaanbod tussen particulieren, vals geld, valse biljetten, vals geld kopen,
    gekloonde kaarten, gekloonde pinpas, gekloonde bankpassen, gekloonde creditcards, valse documenten,
    valse papieren, vals paspoort, valse paspoorten, valse id, nep id kopen, rijbewijs kopen,
    rijbewijs zonder examen, rijbewijs zonder examens, diploma kopen, diplomas kopen,
    diploma zonder examen, vals diploma, facebook hacken, whatsapp hacken, instagram hacken,
    account hacken, gehackte accounts, gestolen accounts, app me op whatsapp, stuur me een whatsapp,
    stuur mij een whatsapp, contacteer me via whatsapp, contacteer mij via whatsapp,
    neem contact op via whatsapp met mij, schrijf me op whatsapp, schrijf mij op whatsapp,
    voeg me toe op whatsapp, voeg me toe op telegram, voeg mij toe op telegram,
    stuur me een bericht op telegram, contacteer me via telegram, join mijn telegram,
    kom in mijn telegram groep, word lid van mijn telegram, stuur een dm om te verdienen, gratis iphone,
    gratis cadeaubon klik, gratis cadeaukaart, gratis bitcoin, gratis bitcoins, je bent geselecteerd,
    u bent geselecteerd, u heeft een prijs gewonnen, je hebt een prijs gewonnen klik, claim je prijs,
    claim uw prijs, bevestig uw bankgegevens, bevestig je bankgegevens, bevestig uw kaartgegevens,
    stuur uw kaartnummer, stuur je kaartnummer, geef me je kaartnummer, stuur je pincode,
    verifieer uw account hier, verifieer je account hier, uw account wordt geblokkeerd,
    je account wordt geblokkeerd, uw rekening wordt geblokkeerd, je rekening wordt geblokkeerd,
    uw pakket wordt vastgehouden, je pakket wordt vastgehouden, uw pakket is vastgehouden, volgers kopen,
    koop volgers, gratis volgers, likes kopen, recensies kopen, reviews kopen, koop reviews,
    nep reviews te koop, online casino, casino bonus, zekere weddenschappen, gegarandeerde voorspellingen,
    wedtips gegarandeerd, liefdesspreuk, liefdesspreuken, liefdesbetovering, ex terug garantie,
    afrikaanse medium, afrikaans medium, helderziende medium garantie, miljoenen erfenis,
    erfenis van miljoenen, overmaken via western union, betalen via western union,
    western union overschrijving, afvallen zonder moeite gegarandeerd, viagra zonder recept,
    cialis zonder recept, kamagra
  `),
  mild: words(`
    verdomme potverdomme nondeju godsamme kloten kloterig shit sukkel sukkels sukkeltje domkop domkoppen
    domoor domoren stommeling stommelingen stomkop stomkoppen stommerik stommeriken malloot malloten
    mafkees mafkezen mafketel mafketels idioot idioten idiote trut trutten trutje trutjes gezeik zeiken
    zeikt zeik lulkoek leeghoofd leeghoofden flapdrol flapdrollen mierenneuker mierenneukers
    mierenneukerij minkukel minkukels achterlijk achterlijke viespeuk viespeuken smeerlap smeerlappen
    onnozelaar onnozelaars bordeel bordelen prostituee prostituees opzouten kutje kutjes klojo klojos
    tokkie tokkies mietje mietjes
  `).concat('loop naar de maan', 'loop naar de pomp', 'geen reet', 'geen kut', 'zo kut', 'het is kut'),
  severe: words(`
    kinderporno kinderpornografie kinderneuker kinderneukers kinderverkrachter kinderverkrachters pedofiel
    pedofielen pedofilie verkrachter verkrachters
  `),
  onlyIn: words(`
    hoer hoeren lul slet neger negers aso asos idiote idioten trut etter shit snol spast spasten schoft
    debiele pedo pedos fucker fuck kloten orgie orgies incest flikker tieten kolere gvd sodomie debiel
    mongolen bastaard tokkie makak neuk zeik klojo prostituee prostituees
  `),
  exactAccents: [],
  exactCase: [],
  exceptions: phrases('negerzoen, negerzoenen'),
};
