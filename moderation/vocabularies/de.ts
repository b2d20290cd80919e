import { phrases, words } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * German of Germany, Austria and Switzerland, written by hand: inflected forms written out, whole words only.
 * Left out on purpose, because people say them in a shop: « geil » (great), « Schwanz », « Sau », « Schwein », « Hund »,
 * « Kuh », « Esel », « Affe », « Ziege », « Ratte » alone (animals), « Ei », « Eier », « Nüsse », « Latte » (coffee, a slat),
 * « Ständer » (a stand), « Rohr », « Pfeife », « Flöte », « Muschi » (a cat), « Dose »,
 * « Kiste », « Tüte », « Schachtel », « Pflaume », « Birne », « Gurke », « Melonen », « Hupen », « Brust », « Busen », « Po »
 * (a baby's), « Mist » and « verdammt » (of things), « dumm », « blöd », « doof », « dick », « fett », « hässlich », « schwul »
 * and « lesbisch » (said with pride; « schwül » is weather), « behindert » (a shopper may be), « Mohr » and « Zigeuner »
 * alone (a sweet, a sauce), « blasen », « poppen » (corn), « nageln », « stechen », « Wichse » (shoe polish), « Penner »
 * and « Opfer » alone, « Puff » (a seat), « Luder » (bait), « Tölpel » (a bird), « Armleuchter » (a candlestick),
 * « Pollack » (a fish), « Weichei », « Holzkopf », « Halbaffe », « Abzocke » and « Betrug » (a shopper may fear one),
 * « umbringen » and « töten » alone (weeds, germs), « Sie haben gewonnen » (a shop's own game).
 */
export const GERMAN: Vocabulary = {
  language: 'de',
  version: 1,
  licence: 'MIT',
  source: 'hand-written for this project',
  insult: [
    ...words(`
      arschloch arschlöcher arschlochs arschlöchern arschgeige arschgeigen arschgesicht arschgesichter
      arschkriecher arschkriecherin arschkriechern arschlecker arschficker arschfickern arschfick
      arschkrampe arschkrampen arschig arschige arschiger arsch ärsche ärschen fettarsch scheiße scheisse
      scheiß scheiss scheißen scheissen scheißt scheisst scheißend geschissen scheißer scheisser
      scheißerin scheißern scheißkerl scheisskerl scheißkerle scheißkerlen scheißdreck scheissdreck
      scheißhaufen scheisshaufen scheißhaus scheisshaus scheißladen scheissladen scheißegal scheissegal
      scheißding scheißteil scheißweib scheißtyp scheißtypen beschissen beschissene beschissener
      beschissenes beschissenen beschissenem bescheißen bescheissen verscheißern verschissen klugscheißer
      klugscheisser klugscheißerin klugscheißerei hosenscheißer hosenscheisser kackbratze kackbratzen
      kacke kackt kacken kackscheiße kackhaufen kackvogel kackladen dreckskerl dreckskerle dreckskerlen
      drecksack drecksäcke drecksau drecksäue dreckschwein drecksschwein dreckschweine dreckstück
      dreckstücke drecksstück drecksweib dreckschleuder dreckspack drecksladen saftsack saftsäcke
      sackgesicht sackgesichter hackfresse hackfressen fresse arschfresse wichser wichserin wichsern
      wichsers wichsgesicht wichsfresse hurensohn hurensöhne hurensöhnen hurensohns hurentochter
      hurentöchter hurenkind hurenkinder nuttensohn nuttensöhne missgeburt missgeburten mißgeburt
      mißgeburten spast spasten spasti spastis spacko spackos spacken vollspast vollspasten vollidiot
      vollidioten vollidiotin volltrottel volldepp volldeppen vollpfosten vollhorst vollhonk idiot idioten
      idiotin idiotinnen depp deppen deppert depperte depperter trottel trotteln dummkopf dummköpfe
      dummköpfen schwachkopf schwachköpfe schwachköpfen schwachmat schwachmaten hohlkopf hohlköpfe
      hohlbirne hohlbirnen blödmann blödmänner blödian dämlack dämlacks dumpfbacke dumpfbacken dummbatz
      schwachsinniger kretin kretins mongo mongos pisser pissern pissnelke pissnelken pisskopf verpiss
      verpisst verpissen verpisse schlampe schlampen flittchen flittchens hure huren hurerei hurenbock
      hurenböcke nutte nutten bitch bitches miststück miststücke mistkerl mistkerle mistkerlen mistsau
      mistvieh miststücken schweinehund schweinehunde schweinehunden schweinepriester fettsack fettsäcke
      fettsau fettsäue fettwanst fettwänste fettkloß fettschwein fotze fotzen fotzenlecker fotzenkind
      fotzenknecht votze votzen fickfehler fickgesicht fickfresse abschaum gesindel lumpenpack sauhund
      saukerl saubande dreckbande scheusal gsindel oaschloch oarschloch oasch beidl wappler
      zipfelklatscher hundesohn hundesöhne eierlutscher schlappschwanz schlappschwänze schwanzlutscher
      schwanzlutschern schwanzlutscherin schwanzgesicht wixer wixern wixxer hdf vollarsch verfickt
      verfickte verfickter verfickten verficktes verkackt verkackte verkackter verkacken abgefuckt
      abgefuckte abgefuckter gefickt ficker fickern ficken fickt ficke gehirnamputiert hirnamputiert
      hirnamputierte hirnloser hirnlose hirni hirnis
    `),
    ...phrases(`
      leck mich am arsch, leck mich, lecken sie mich am arsch, am arsch lecken, am arsch, für den arsch,
      in den arsch, arsch mit ohren, fick dich, fick dich ins knie, fickt euch, ficken sie sich,
      fick deine mutter, deine mutter ist eine hure, deine mutter fickt, deine mudda, halt die fresse,
      halt deine fresse, haltet die fresse, halt die schnauze, halt's maul, halt das maul, halt dein maul,
      haltet euer maul, maul halten, fresse halten, verpiss dich, verpisst euch, verpissen sie sich,
      piss dich, geh scheißen, friss scheiße, du scheiße, stück scheiße, haufen scheiße, stück dreck,
      du dreckstück, du sau, du schwein, du ratte, du penner, ihr penner, du opfer, ihr opfer, dumme kuh,
      blöde kuh, doofe kuh, blöde ziege, dumme ziege, dumme sau, dumme pute, dumme gans, dumme nuss,
      blöde sau, fette sau, fettes schwein, fette kuh, fette qualle, alte hexe, hässliche hexe,
      alter sack, alte sau, blöde zicke, dumme zicke, dumme schlampe, dreckige schlampe, billige schlampe,
      dummes stück, dummes schwein, du bist dumm, du bist so dumm, bist du dumm, du bist hässlich,
      du bist widerlich, du bist ekelhaft, du bist ekelerregend, du bist abschaum, ihr seid abschaum,
      menschlicher abschaum, menschlicher müll, du bist müll, du bist wertlos, du bist ein nichts,
      du bist behindert, bist du behindert, zu blöd zum scheißen, dumm wie brot, dumm wie stroh,
      geistig zurückgebliebener, hast du lack gesoffen, ins hirn geschissen, sohn einer hure,
      sohn einer hündin, du kannst mich mal, geh zur hölle, fahr zur hölle
    `),
  ],
  slur: [
    ...words(`
      neger negern negers negerin negerinnen negerlein negerschlampe negersau nigger niggern bimbo bimbos
      kaffer kaffern kanake kanaken kanakin kanakinnen kanacke kanacken kanakenpack kümmeltürke
      kümmeltürken kümmeltürkin kameltreiber kamelficker ziegenficker eselficker schafficker ölauge
      ölaugen dreckstürke dreckstürken drecksjude drecksjuden drecksjüdin drecksneger dreckspole
      dreckspolen drecksaraber dreckszigeuner drecksausländer scheißausländer scheissausländer scheißtürke
      scheißtürken scheisstürken scheißjude scheißjuden scheissjuden scheißneger scheißaraber scheißpolen
      scheißasylanten scheißmoslem scheißmoslems scheißdeutscher scheißdeutsche scheißossi scheißösi
      scheißschwuler scheißschwule judensau judenschwein judenschweine judenpack judenbengel saujude
      saujuden saujud itzig itzigs polacke polacken polackin polackenpack zigeunerpack zigeunersau
      schlitzauge schlitzaugen schlitzäugig schlitzäugige reisfresser hundefresser knoblauchfresser
      spaghettifresser itaker itakern tschusch tschuschen piefke piefkes kartoffelfresser russensau
      russenschwein russenschlampe türkensau türkenpack türkenschwein araberpack asylantenpack
      asylschmarotzer sozialschmarotzer muselpack moslemschwein islamistenpack schwuchtel schwuchteln
      schwuchtelig schwulette schwuletten schwanzschwuchtel arschpirat arschpiraten kampflesbe kampflesben
      lesbensau transe transen schwulensau untermensch untermenschen untermenschlich krüppel krüppeln
      mongoloid mongoloide mongoloider feminazi feminazis inzuchtkind rassenschande volksschädling
    `),
    ...phrases(`
      scheiß neger, scheiß kanake, scheiß kanaken, scheiß türke, scheiß türken, scheiß jude, scheiß juden,
      scheiß ausländer, scheiß moslem, scheiß moslems, scheiß araber, scheiß pole, scheiß polen,
      scheiß russe, scheiß russen, scheiß zigeuner, scheiß asylanten, scheiß flüchtlinge,
      scheiß schwuchtel, scheiß schwuler, scheiß schwule, scheiß lesbe, scheiß lesben, scheiß transe,
      scheiß nazi, scheiß deutsche, scheiß ossi, scheiß chinesen, dreckiger jude, dreckige juden,
      dreckiger türke, dreckige türken, dreckiger neger, dreckiger araber, dreckiger zigeuner,
      dreckige zigeuner, dreckiger ausländer, dreckige ausländer, dreckiger moslem, dreckige lesbe,
      schwule sau, schwules schwein, schwuler hund, fidschi pack, jugo pack, schwarze sau,
      geh zurück in dein land, geht zurück in euer land, geh dahin wo du herkommst,
      geh zurück nach afrika, geh zurück in die türkei, ab nach auschwitz, ab ins gas, ins gas mit,
      ab in die gaskammer, vergasen sollte man, gehört vergast, gehören vergast, juden raus,
      ausländer raus, türken raus, moslems raus, flüchtlinge raus, kanaken raus,
      deutschland den deutschen, tod den juden, tod den schwulen, tod allen juden, tod allen moslems,
      heil hitler, sieg heil, heil dem führer, hitler hatte recht, lebensunwertes leben, weiße macht
    `),
  ],
  sexual: [
    ...words(`
      abficken durchficken durchgefickt fickbar fickbare fickstute fickstuten ficksau fickschlitten
      fickmaus fickfreundin fickdate fickdates fickluder fickloch fickvideo bumsen gebumst bumst möse
      mösen mösensaft muschilecken muschilecker muschisaft wichsen wichst wichsend gewichst abwichsen
      wichsvorlage wixen wixt blasluder blasmaul schwanzlutschen schwanzgeil spermaschlampe spermageil
      sperma spermas abspritzen abspritzt abgespritzt vollspritzen arschfotze mundfotze mundficken
      kehlenfick analsex analfick analficken oralsex gangbang gangbangs gruppensex rudelbums masturbieren
      masturbiert masturbierte masturbation masturbierend onanieren onaniert onanie ejakulieren ejakuliert
      ejakulation ejakulationen fellatio cunnilingus porno pornos pornografie pornographie pornofilm
      pornofilme pornovideo pornovideos pornodarsteller pornodarstellerin pornosammlung pornoseite
      kinderporno kinderpornos kinderpornografie kinderficker kinderfickern kinderschänder kinderschändern
      pädophiler pädophile pädophilen pädo pädos inzest inzestuös sodomie sodomist vergewaltiger
      vergewaltigern zoophilie tittenfick titten titte hängetitten riesentitten schwanzbilder dickpic
      dickpics nacktbilder nacktfotos nacktpics nacktvideo nacktvideos camgirl camgirls camsex telefonsex
      sexcam sexcams sexkontakte sexkontakt sextreffen sexchat sexdate sexdates sexvideo sexvideos sexfilm
      sexfilme sexsklave sexsklavin notgeil notgeile notgeiler notgeilen hurenhaus bordell bordelle
      bordells bordellen escortservice escortdame escortdamen escortgirl arschgefickt bukkake fisting
      faustfick hentai milf milfs nymphomanin nymphomanen nymphoman pimmel pimmels pimmelkopf
      pimmelgesicht pimmelbilder pillermann
    `),
    ...phrases(`
      lutsch meinen schwanz, lutsch mir den schwanz, schwanz lutschen, mein schwanz, deinen schwanz,
      meinen schwanz, harter schwanz, steifer schwanz, schwanz in den mund, blas mir einen, einen blasen,
      mir einen blasen, dir einen runterholen, einen runterholen, sich einen runterholen, ich will ficken,
      will dich ficken, ich ficke dich, wir ficken dich, lass uns ficken, willst du ficken, komm ficken,
      in den arsch ficken, deine muschi, meine muschi, feuchte muschi, nasse muschi, muschi lecken,
      rasierte muschi, enge muschi, geile muschi, deine möse, geile sau, geile titten, geile schlampe,
      geile weiber, geile frauen, geile maus, geiler arsch, geiler hengst, dicke titten, große titten,
      fette titten, zeig deine titten, zeig mir deine titten, zeig titten, dicker arsch,
      schick nacktbilder, schick nudes, schick mir nudes, schick mir nacktbilder, nudes schicken,
      ich bin geil, ich bin so geil, bist du geil auf, geil auf dich, sex mit mir, sex mit dir,
      sex haben mit, sex treffen, lust auf sex, sex chat, sex cam, sex gegen geld, kostenlos sex,
      gratis sex, private hure, einsame frauen treffen, heiße singles, heiße frauen in deiner,
      erotische massage, massage mit happy end, nackt vor der kamera, komm auf meine cam, nackte weiber
    `),
  ],
  threat: phrases(`
    ich bring dich um, ich bringe dich um, ich bring euch um, ich bringe euch um,
    ich werde dich umbringen, ich werde euch umbringen, wir bringen dich um, wir werden dich umbringen,
    ich töte dich, ich werde dich töten, ich werde euch töten, wir töten dich, ich mach dich kalt,
    ich mache dich kalt, wir machen dich kalt, ich mach dich fertig, ich mache dich fertig,
    wir machen dich fertig, ich mach dich platt, ich schlag dich tot, ich schlage dich tot,
    ich schlag dich zusammen, ich schlag dir die fresse ein, ich schlage dir die fresse ein,
    ich schlag dir die zähne aus, ich hau dir aufs maul, ich hau dir auf die fresse,
    ich hau dir eine rein, ich polier dir die fresse, auf die fresse hauen, eins auf die fresse,
    kriegst auf die fresse, ich steche dich ab, ich stech dich ab, wir stechen dich ab,
    ich schlitz dich auf, ich schlitze dich auf, ich schneide dir die kehle durch,
    ich schneid dir die kehle durch, kehle durchschneiden, ich erschieße dich, ich erschieß dich,
    ich knall dich ab, ich knalle dich ab, wir knallen dich ab, kugel in den kopf, kopfschuss für dich,
    ich erwürge dich, ich erwürg dich, ich breche dir alle knochen, ich brech dir alle knochen,
    ich brech dir die beine, ich breche dir die beine, ich brech dir das genick, ich zünde dein haus an,
    ich zünd dein haus an, ich zünde euch an, ich fackel dein haus ab, ich vergewaltige dich,
    ich werde dich vergewaltigen, wir vergewaltigen dich, du gehörst vergewaltigt,
    hoffentlich wirst du vergewaltigt, ich weiß wo du wohnst, ich weiß wo ihr wohnt,
    wir wissen wo du wohnst, ich weiß wo deine familie wohnt, wir kriegen dich, ich krieg dich noch,
    du bist tot, ihr seid tot, du bist so gut wie tot, du wirst sterben, ihr werdet sterben,
    du sollst sterben, stirb endlich, stirb du, verreck, verrecke, verreck doch, verrecke endlich,
    krepier, krepiere, krepier doch, geh sterben, geht sterben, bring dich um, bringt euch um, töte dich,
    töte dich selbst, häng dich auf, erhäng dich, erschieß dich, spring von der brücke,
    spring aus dem fenster, ritz dich, schneid dir die pulsadern auf, hoffentlich stirbst du,
    hoffentlich verreckst du, hoffentlich kriegst du krebs, du verdienst den tod,
    man sollte dich umbringen, man sollte dich erschießen, man sollte euch alle, an die wand gestellt,
    ich lege eine bombe, ich leg eine bombe, ich sprenge euch, ich jage euch in die luft,
    wir machen euch fertig
  `),
  scam: phrases(`
    schnelles geld, leicht geld verdienen, leichtes geld, schnell reich werden,
    geld verdienen von zuhause, geld von zuhause verdienen, verdiene geld von zu hause,
    reich werden ohne arbeit, passives einkommen garantiert, garantierte rendite, garantierte gewinne,
    garantierter gewinn, gewinn garantiert, verdopple dein geld, verdoppeln sie ihr geld,
    verdopple deine bitcoins, risikofreie investition, investition ohne risiko, investiere in bitcoin,
    investieren sie in bitcoin, investieren sie in kryptowährung, forex signale, krypto signale,
    trading signale, trading bot, trading roboter, kredit ohne schufa, kredite ohne schufa,
    sofortkredit ohne schufa, privatkredit ohne schufa, darlehen von privat, kredit von privat,
    kreditangebot zwischen privatpersonen, falschgeld kaufen, falschgeld, geklonte karten,
    geklonte kreditkarten, gefälschter ausweis, gefälschter pass, gefälschte pässe, gefälschte dokumente,
    führerschein kaufen, führerschein ohne prüfung, doktortitel kaufen, diplom kaufen, abschluss kaufen,
    facebook hacken, whatsapp hacken, konto hacken, gehackte konten, gehackte accounts,
    schreib mir auf whatsapp, schreib mir bei whatsapp, schreiben sie mir auf whatsapp,
    kontaktiere mich auf whatsapp, kontaktieren sie mich auf whatsapp, schreib mir auf telegram,
    kontaktiere mich auf telegram, schreiben sie mir auf telegram, komm in meine telegram gruppe,
    tritt meiner telegram gruppe bei, füge mich auf telegram hinzu, kostenloses iphone, gratis iphone,
    iphone geschenkt, kostenlose geschenkkarte, gratis geschenkkarte, sie wurden ausgewählt,
    du wurdest ausgewählt, du hast gewonnen klicke, fordern sie ihren gewinn an, hol dir deinen gewinn,
    bestätigen sie ihre bankdaten, bestätige deine bankdaten, bestätigen sie ihre kartendaten,
    schick mir deine kartennummer, senden sie ihre kartennummer, verifizieren sie ihr konto hier,
    ihr konto wird gesperrt, dein konto wird gesperrt, ihr paket wird zurückgehalten,
    ihr paket wurde zurückgehalten, dein paket wartet klicke, follower kaufen, kostenlose follower,
    gratis follower, likes kaufen, bewertungen kaufen, rezensionen kaufen, gefälschte bewertungen kaufen,
    online casino, casino bonus, sichere wetten, todsichere wetten, wett tipps garantiert, liebeszauber,
    partnerrückführung, partnerzurückführung, hellseher garantiert, voodoo zauber,
    erbschaft in millionenhöhe, überweisung per western union, zahlung per western union,
    abnehmen ohne anstrengung, viagra ohne rezept, cialis ohne rezept, potenzmittel ohne rezept, kamagra
  `),
  mild: words(`
    kacke kackt kacken scheißegal scheissegal klugscheißer klugscheisser klugscheißerin klugscheißerei
    trottel trotteln dummkopf dummköpfe dummköpfen blödmann blödmänner idiot idioten idiotin idiotinnen
    depp deppen deppert depperte depperter piefke piefkes bordell bordelle bordells bordellen gesindel
    hirni hirnis
  `).concat('leck mich', 'du kannst mich mal', 'am arsch', 'für den arsch', 'dumme gans', 'dumme nuss'),
  severe: words(`
    pädophiler pädophile pädophilen pädo pädos kinderporno kinderpornos kinderpornografie kinderficker
    kinderfickern kinderschänder kinderschändern vergewaltiger vergewaltigern
  `),
  onlyIn: words(`
    titten arsch ficker idiot idioten bimbo bimbos fresse mongo mongos kaffer kaffern transe transen
    itaker spast spasten hdf depp hure huren pisser spacken bitch oasch sodomie masturbation ejakulation
    pädo pädos onanie idiotin ficke nutte bordell bordelle wappler hirni kretin
  `),
  exactAccents: words('möse mösen'),
  exactCase: [],
  exceptions: phrases('Pollack'),
};
