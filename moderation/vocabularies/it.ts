import { phrases, words } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Italian, written by hand: inflected forms written out, whole words only. Left out on purpose, because people
 * say them in a shop: « finocchio » (fennel), « cane », « maiale », « porco », « porca », « vacca », « cagna », « scrofa »,
 * « asino », « capra », « pecora », « oca », « zoccola » and « verme » alone (animals), « zoccoli » (clogs), « uccello »,
 * « passera », « topa », « fagiano », « pisello » (a pea), « patata », « fava », « fico », « figo » and « fica » (a fig, great),
 * « prugna », « banana », « palle » and « balle » (balls), « pacco » (a parcel), « pompa », « sega » (a saw), « trombare »
 * (a trumpet), « chiavare » (a lock), « chiavata », « scopare » (to sweep), « scopa », « scopata », « culo » alone (of a
 * bottle), « tette » and « seno » (nursing), « cacca » and « pupù » (nappies), « pirla », « bischero » (of a violin), « canna »,
 * « nero », « zingaro » and « terrone » alone, « torrone », « checca » (a tomato sauce), « brutto », « grasso », « sporco »,
 * « nudo », « sesso », « venire », « gallina », « befana », « cesso » (a toilet), « gnocca » and « gnocco » (a dumpling),
 * « orecchioni » (mumps), « scorfano » (a fish), « crepa » (a crack), « handicappato » (a shopper may be), « ritardato » (of
 * a parcel), « ammazzati », « impiccati » and « sparati » alone (participles too), « magia nera », « truffa » and « fregatura »
 * (a shopper may fear one).
 */
export const ITALIAN: Vocabulary = {
  language: 'it',
  version: 1,
  licence: 'MIT',
  source: 'hand-written for this project',
  insult: [
    ...words(`
      stronzo stronza stronzi stronze stronzone stronzona stronzoni stronzetto stronzetta stronzetti
      stronzata stronzate stronzaggine coglione cogliona coglioni coglionazzo coglionaggine coglionata
      coglionate coglioncello rincoglionito rincoglionita rincoglioniti rincoglionite rincoglionire cazzo
      cazzi cazzone cazzona cazzoni cazzata cazzate cazzaro cazzari cazzara cazzeggio cazzeggiare
      cazzeggiando cazzuto cazzuta cazzuti incazzato incazzata incazzati incazzate incazzarsi incazzare
      incazzatura scazzo scazzato scazzata testadicazzo testedicazzo testacazzo facciadicazzo minchia
      minchione minchiona minchioni minchiata minchiate rompicazzo rompicoglioni rompipalle rompiballe
      cacacazzo cagacazzo scassacazzo scassaminchia scassapalle leccaculo leccaculi leccapiedi
      facciadiculo culone culona culoni culattone culattoni paraculo paracula paraculi vaffanculo
      vaffanculi affanculo fanculo fanculi fottiti fottetevi fottere fotto fotti fotte fottono fottuto
      fottuta fottuti fottute fottutamente strafottuto sfottuto vaffa fottimadre merda merde merdoso
      merdosa merdosi merdose merdaccia merdacce merdata merdate merdaiolo merdina smerdare smerdato
      smerdata immerdare immerdato cagare cagata cagate cagone cagona cagoni cagasotto cacasotto cacata
      cacate cacare puttana puttane puttanella puttanelle puttanona puttanone puttaniere puttanieri
      puttanata puttanate puttanaio sputtanare sputtanato sputtanata sputtanati troia troie troietta
      troiette troiona troione troioni troiata troiate troiaio mignotta mignotte mignottona mignottaro
      baldracca baldracche bagascia bagasce battona battone zoccolona zoccolone sgualdrina sgualdrine
      sgualdrinella puttanaccia cagnaccia vaccona vaccone bastardo bastarda bastardi bastarde bastardone
      bastardata bastardaggine figliodiputtana figlidiputtana figliadiputtana figliodimignotta
      figliodicane deficiente deficienti cretino cretina cretini cretine cretinata cretinate cretinetti
      imbecille imbecilli imbecillità idiota idioti idiote idiozia idiozie scemo scema scemi sceme
      scemenza scemenze mentecatto mentecatta mentecatti citrullo citrulla citrulli babbeo babbei tonto
      tonta tonti grullo grulla demente dementi mongoloide mongoloidi celebroleso cerebroleso cerebrolesa
      cerebrolesi decerebrato decerebrata decerebrati subumano subumana subumani minorato minorata
      minorati sfigato sfigata sfigati sfigate pezzente pezzenti pezzentone accattone accattoni burino
      burini buzzurro buzzurra buzzurri zotico zotici cafone cafona cafoni cafonata cialtrone cialtrona
      cialtroni farabutto farabutti carogna carogne canaglia canaglie mascalzone mascalzoni infame infami
      infamone lurido lurida luridi luride schifoso schifosa schifosi schifose fetente fetenti lercio
      lercia lerci lerce zozzone zozzona zozzoni fessacchiotto fesso fessa fessi fesse segaiolo segaioli
      segaiola pippaiolo mezzasega mezzeseghe spompinara succhiacazzi succhiacazzo succhiapalle
      ciucciacazzi leccacazzi leccafiga pompinara pompinare pompinaro ciulare ciulato inculare inculato
      inculata inculati inculate inculo inculi inculano inculatevi rottinculo rottoinculo mortacci
      limortacci porcodio porcoddio diocane dioporco diomerda diobestia dioboia porcamadonna madonnatroia
      porcamiseria porcaputtana puzzone puzzona puzzoni
    `),
    ...phrases(`
      testa di cazzo, teste di cazzo, testa di minchia, testa di merda, faccia di merda, facce di merda,
      faccia di cazzo, faccia di culo, pezzo di merda, pezzi di merda, sacco di merda, uomo di merda,
      donna di merda, di merda, mangia merda, figlio di puttana, figli di puttana, figlia di puttana,
      figlie di puttana, figlio di troia, figli di troia, figlia di troia, figlio di mignotta,
      figli di mignotta, figlio di cagna, figlio di cane, figlio di un cane, porca puttana, porca troia,
      porco dio, porca madonna, dio cane, dio porco, dio bestia, dio merda, madonna puttana,
      madonna troia, cristo porco, li mortacci tua, mortacci tua, li mortacci vostri, mortacci vostri,
      va a cagare, vai a cagare, andate a cagare, vai affanculo, va a fanculo, vai a fanculo,
      va' a fare in culo, vai a fare in culo, andate a fare in culo, fare in culo, vai in culo, in culo a,
      prendilo in culo, prendertela in culo, vai a farti fottere, va a farti fottere,
      andate a farvi fottere, vai al diavolo, vai all'inferno, chi cazzo, che cazzo, cazzo vuoi,
      del cazzo, col cazzo, un cazzo, rompere il cazzo, rompi il cazzo, rompere i coglioni,
      rompi i coglioni, hai rotto il cazzo, hai rotto i coglioni, hai rotto le palle,
      avete rotto le palle, rompere le palle, stai zitta troia, chiudi quella bocca, chiudi quella fogna,
      chiudi il becco, sei un verme, sei una merda, sei un maiale, sei una cagna, sei una scrofa,
      sei una vacca, sei una capra, sei un porco, brutta vacca, brutta cagna, brutta scrofa, brutta troia,
      brutto porco, brutto maiale, brutto stronzo, brutto scemo, brutto idiota, brutto cesso,
      sei un cesso, lurida cagna, vecchia befana, vecchia strega, vecchio di merda, grassa schifosa,
      ciccione di merda, cicciona di merda, palla di lardo, brutta cicciona, brutto ciccione,
      scrofa schifosa, verme schifoso, feccia umana, feccia della società, rifiuto umano, rifiuti umani,
      scarto umano, sei ritardato, sei un ritardato, sei una ritardata, ritardato mentale,
      ritardata mentale, ritardati mentali, malato di mente, sei handicappato, sei un handicappato,
      fai schifo, fate schifo, mi fai schifo, fai vomitare, sei un fallito, sei una fallita,
      non vali un cazzo, non vali niente, mezza sega, mezze seghe, mezza tacca, cornuto e mazziato,
      brutto cornuto, sei un cornuto, cornuto di merda
    `),
  ],
  slur: [
    ...words(`
      negro negra negri negre negraccio negracci negroide negroidi vucumprà vucumpra vu-cumprà musogiallo
      musigialli mangiacani mangiagatti terronaccio terronacci terrona terroncello terroncella polentone
      polentoni crucchi zingaraccio zingaraccia zingaracci zingaracce giudeo giudei giudee ebreaccio
      ebreacci frocio froci frocia froce frocetto frociaggine frociarolo frocione frociata ricchione
      ricchioni ricchiona recchione recchioni checcazza culattino culattini bucaiolo bucaioli buliccio
      finocchiaccio pederasta pederasti piglianculo pijanculo lesbicaccia lesbicona lesbicone leccapassere
      travello viados viado mongoflettico mongolo mongoli mongospastico spastico spastica spastici
      spastiche storpio storpia storpi nazifemminista nazifemministe femminazi feminazi
      extracomunitaraccio talebanaccio
    `),
    ...phrases(`
      negro di merda, negra di merda, negri di merda, sporco negro, sporca negra, sporchi negri,
      brutto negro, lurido negro, scimmia di merda, muso giallo, musi gialli, cinese di merda,
      cinesi di merda, sporco cinese, marocchino di merda, marocchini di merda, sporco marocchino,
      albanese di merda, albanesi di merda, rumeno di merda, rumeni di merda, sporco rumeno,
      arabo di merda, arabi di merda, sporco arabo, sporchi arabi, beduino di merda, musulmano di merda,
      musulmani di merda, sporco musulmano, islamico di merda, ebreo di merda, ebrea di merda,
      ebrei di merda, sporco ebreo, sporca ebrea, sporchi ebrei, lurido ebreo, rabbino di merda,
      zingaro di merda, zingara di merda, zingari di merda, sporco zingaro, sporca zingara,
      sporchi zingari, lurido zingaro, rom di merda, terrone di merda, terroni di merda, sporco terrone,
      brutto terrone, napoletano di merda, napoletani di merda, polentone di merda, crucco di merda,
      straniero di merda, stranieri di merda, immigrato di merda, immigrati di merda, sporco immigrato,
      sporchi immigrati, extracomunitario di merda, extracomunitari di merda, clandestino di merda,
      bingo bongo, vu cumprà, gay di merda, omosessuale di merda, lesbica di merda, lesbiche di merda,
      sporca lesbica, sporco gay, finocchio di merda, finocchi di merda, brutto finocchio,
      sei un finocchio, sporco finocchio, checca di merda, checca isterica, checche isteriche,
      brutta checca, trans di merda, travestito di merda, disabile di merda, handicappato di merda,
      down di merda, sei un mongolo, sei down, torna al tuo paese, tornate al vostro paese,
      torna nel tuo paese, tornatene al tuo paese, tornatene in africa, torna in africa,
      tornate in africa, a casa loro negri, heil hitler, sieg heil, potere bianco, morte agli ebrei,
      morte ai negri, morte ai gay, morte ai froci, morte ai musulmani, gli ebrei nei forni,
      ebrei nei forni, zingari nei forni, negri nei forni, hitler aveva ragione, al rogo i froci
    `),
  ],
  sexual: [
    ...words(`
      scopami scopiamo scoparti scoparmi scopabile scopabili scopamica scopamici scopamico trombami
      trombiamo trombamica trombamico trombamici chiavami chiaviamo fottimi inculami figa fighe figona
      figone ficona ficone sorca sorche fregna fregne pompino pompini pompinazzo bocchinara bocchinare
      bocchinaro succhiamelo succhiami ciucciamelo leccamela leccami spompinare spompinata spompinami
      sborra sborre sborrare sborrata sborrate sborro sborri sborrami sborrando sborrone sborroni sburra
      sburrata sborrato sburrare ditalino ditalini segone masturbarsi masturbarti masturbarmi masturbare
      masturbazione masturbazioni masturbo masturbi masturbando masturbandosi masturbati fellatio
      fellazione cunnilingus cunnilinguo ammucchiata ammucchiate gangbang orgia orge bukkake eiaculare
      eiaculazione eiaculazioni eiacula eiaculato porno pornazzo pornazzi pornografia pornostar pornodivo
      pornodiva pornoattrice pornoattore pornofilm pornovideo pedopornografia pedofilo pedofila pedofili
      pedofilia pedofile stupratore stupratori violentatore violentatori incesto incesti incestuoso
      incestuosa zoofilia zoofilo necrofilo sodomia sodomizzare sodomizzato sodomizzata prostituta
      prostitute prostituzione bordello bordelli tettona tettone zinnone poppute zinnona arrapato arrapata
      arrapati arrapate arrapante allupato allupata infoiato infoiata ninfomane ninfomani milf milfs
      hentai fisting sexcam camgirl camgirls sessocam sessochat cazzetto cazzettino nerchia nerchie
      bagascione
    `),
    ...phrases(`
      succhiami il cazzo, succhia il cazzo, succhiamelo tutto, il mio cazzo, mio cazzo, tuo cazzo,
      cazzo duro, cazzo grosso, cazzi grossi, cazzi duri, prendere il cazzo, prendi il cazzo,
      leccare la figa, leccami la figa, la tua figa, la mia figa, figa bagnata, figa pelosa, figa stretta,
      bella figa, che figa, leccare la passera, leccarti la passera, la tua passera, passera bagnata,
      voglio scoparti, ti scopo, ti scoperei, vuoi scopare, voglio scopare, scopare gratis, ti trombo,
      voglio trombarti, ti chiavo, voglio chiavarti, ti inculo, ti rompo il culo, ti spacco il culo,
      dare il culo, dammi il culo, prenderlo nel culo, nel culo, il tuo culo, fammi una sega,
      farsi una sega, farti una sega, farsi le seghe, fatti una sega, tirarsi una sega, fammi un pompino,
      fare un pompino, fai i pompini, fare pompini, farsi i ditalini, mettimelo dentro, a pecorina,
      alla pecorina, belle tette, tette al vento, le tue tette, fammi vedere le tette, mostra le tette,
      grosse tette, sborra in faccia, sborrare in faccia, sborrare in bocca, vengo in bocca,
      vienimi in bocca, sesso anale, sesso orale, sesso gratis, sesso a pagamento, sesso al telefono,
      sesso in chat, sesso in cam, sesso dal vivo, fare sesso con me, sesso con me, video porno,
      film porno, foto porno, foto nuda, foto nude, foto di nudo tue, manda nudes, mandami nudes,
      mandami foto nuda, mandami una foto nuda, sono eccitata scrivimi, sono arrapata, donne calde,
      ragazze calde, casalinghe calde, mature calde, single calde, massaggio erotico, massaggi erotici,
      massaggio con finale felice, lieto fine massaggio, escort di lusso, ragazza squillo,
      ragazze squillo, incontri hot, incontri piccanti, incontri a luci rosse, pioggia dorata,
      gola profonda sesso
    `),
  ],
  threat: phrases(`
    ti ammazzo, vi ammazzo, ti ammazzerò, vi ammazzerò, ti uccido, vi uccido, ti ucciderò, vi ucciderò,
    ti faccio fuori, vi faccio fuori, ti faremo fuori, ti voglio morto, ti voglio morta, voglio ucciderti,
    ti vengo ad ammazzare, vengo ad ammazzarti, vengo a ucciderti, ti sgozzo, ti taglio la gola,
    ti taglierò la gola, ti accoltello, ti pugnalo, ti sparo, ti sparo in testa, ti sparerò,
    una pallottola in testa, un proiettile in testa, ti strozzo, ti strangolo, ti spacco la faccia,
    ti spacco la testa, ti spacco le ossa, ti spacco le gambe, ti spezzo le gambe, ti spezzo le ossa,
    ti rompo le ossa, ti rompo le gambe, ti rompo la faccia, ti rompo i denti, ti gonfio di botte,
    ti riempio di botte, ti massacro, ti massacro di botte, ti pesto a sangue, ti meno di brutto,
    ti do fuoco, ti brucio vivo, ti brucio viva, ti brucio la casa, ti brucio il negozio,
    vi brucio il negozio, vi diamo fuoco, ti sciolgo nell'acido, ti butto l'acido in faccia, ti stupro,
    ti stuprerò, ti stupriamo, ti violento, spero che ti stuprino, meriti di essere stuprata,
    dovrebbero stuprarti, so dove abiti, so dove vivi, so dove abitate, sappiamo dove abiti,
    sappiamo dove vivi, so dove abita la tua famiglia, ti vengo a cercare, ti vengo a prendere a casa,
    vengo sotto casa tua, ti aspetto sotto casa, ti veniamo a prendere, sei morto, sei morta, siete morti,
    sei un uomo morto, sei una donna morta, siete tutti morti, morirai, morirete, devi morire,
    dovete morire, dovresti morire, meriti di morire, muori ammazzato, muori ammazzata, muori bastardo,
    muori troia, crepa stronzo, crepa bastardo, devi crepare, spero che muori, spero che tu muoia,
    spero che crepi, ti venga un cancro, spero ti venga un cancro, ti venisse un cancro,
    vatti ad ammazzare, vai ad ammazzarti, perché non ti ammazzi, ammazzatevi, ucciditi, uccidetevi,
    suicidati, suicidatevi, impiccatevi, tagliati le vene, buttati dal balcone, buttati da un ponte,
    buttati sotto un treno, sparati in testa, sparati in bocca, ammazzo la tua famiglia,
    ammazzo i tuoi figli, metto una bomba, metterò una bomba, vi faccio saltare in aria,
    faccio saltare tutto, te la faccio pagare cara, me la pagherai cara, me la pagherete cara
  `),
  scam: phrases(`
    soldi facili, guadagno facile, guadagni facili, guadagnare soldi facilmente, guadagna da casa,
    guadagnare da casa, guadagna soldi da casa, soldi da casa, diventa ricco, diventare ricchi in fretta,
    diventare ricco velocemente, rendita passiva garantita, reddito passivo garantito, guadagno garantito,
    guadagni garantiti, rendimento garantito, rendimenti garantiti, profitti garantiti,
    raddoppia i tuoi soldi, raddoppiare i soldi, raddoppia i tuoi bitcoin, investimento senza rischi,
    investimenti senza rischi, investimento sicuro al cento, investi in bitcoin, investi in criptovalute,
    segnali forex, segnali trading, robot di trading, bot di trading, trading automatico,
    prestito tra privati, prestiti tra privati, prestito tra particolari, offerta di prestito,
    prestito senza busta paga, prestiti senza busta paga, prestito senza garanzie, prestiti a protestati,
    prestiti cattivi pagatori, credito senza garanzie, legamento d'amore, legamenti d'amore,
    ritorno della persona amata, ritorno d'amore, cartomante sensitivo, cartomante sensitiva,
    mago africano, grande veggente, veggente medium, rituale d'amore, soldi falsi, banconote false,
    denaro falso, carte clonate, carta clonata, documenti falsi, passaporto falso, passaporti falsi,
    patente senza esame, patente falsa, comprare la patente, diploma senza esame, laurea senza esami,
    laurea falsa, hackerare facebook, hackerare whatsapp, hackerare un account, account hackerati,
    account rubati, scrivimi su whatsapp, scrivetemi su whatsapp, contattami su whatsapp,
    contattatemi su whatsapp, mi contatti su whatsapp, scrivimi su telegram, scrivetemi su telegram,
    contattami su telegram, aggiungimi su telegram, unisciti al mio telegram,
    unisciti al mio gruppo telegram, entra nel mio gruppo telegram, scrivimi in dm per guadagnare,
    iphone gratis, iphone in regalo clicca, buono regalo gratis, regalo gratis clicca,
    sei stato selezionato, sei stata selezionata, è stato selezionato per, hai vinto un,
    ritira il tuo premio, reclama il tuo premio, riscatta il tuo premio, conferma i tuoi dati bancari,
    confermi i suoi dati bancari, conferma i dati della carta, invia il numero di carta,
    mandami il numero della carta, verifica il tuo account qui, verifica qui il tuo conto,
    il tuo account sarà sospeso, il suo conto sarà sospeso, il tuo conto verrà bloccato,
    il tuo pacco è bloccato clicca, il tuo pacco è in giacenza clicca, follower gratis, comprare follower,
    compra follower, vendo follower, comprare recensioni, vendo recensioni, recensioni false a pagamento,
    casino online gratis, bonus casinò, scommesse sicure, pronostici garantiti, pronostici vincenti,
    schedine vincenti, eredità milionaria, bonifico western union, pagamento western union,
    dimagrire senza sforzo garantito, viagra senza ricetta, cialis senza ricetta, kamagra
  `),
  mild: words(`
    idiota idioti idiote scemo scema scemi sceme scemenza scemenze citrullo citrulla citrulli babbeo
    babbei tonto tonta tonti grullo grulla fesso fessa fessi fesse fessacchiotto sfigato sfigata sfigati
    sfigate cafone cafona cafoni cafonata buzzurro buzzurra buzzurri cialtrone cialtrona cialtroni
    mascalzone mascalzoni canaglia canaglie cretinata cretinate idiozia idiozie rompipalle rompiballe
    leccapiedi cagata cagate cacata cacate porcamiseria polentone polentoni prostituta prostitute
    prostituzione bordello bordelli schifoso schifosa schifosi schifose minchiata minchiate cazzeggio
    cazzeggiare cazzeggiando vaffa infame infami lurido lurida luridi luride
  `).concat('chiudi il becco', 'fai schifo', 'fate schifo', 'che cazzo', 'che figa'),
  severe: words(`
    pedopornografia pedofilo pedofila pedofili pedofile stupratore stupratori violentatore violentatori
  `),
  onlyIn: words(`
    negro negra negri negre merde fotte fotti fotto fottere troia troie figa fighe tonto tonta tonti
    idiota idiote inculo infame infami vaffa mongolo mongoli bastarde deficiente deficienti cretino
    cretina cretine demente dementi imbecille orge battona burino viado viados spastica storpia orgia
    fesse fessa fesso scemi sodomia battone tettone zinnone segone bordello bordelli porno lerci lerce
  `),
  exactAccents: [],
  exactCase: words('troia negri'),
  exceptions: phrases(`
    amaro Montenegro, Rio Negro, guerra di Troia, cavallo di Troia, Nero di Troia, uva di Troia,
    città di Troia
  `),
};
