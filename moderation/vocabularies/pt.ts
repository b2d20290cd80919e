import { phrases, words } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Portuguese, European and Brazilian, written by hand: inflected forms written out, whole words only. Left out
 * on purpose, because people say them in a shop of one country or the other: « rapariga » (a girl in Portugal),
 * « bicha » (a queue in Portugal), « puto » (a child in Portugal), « cu » alone, « cacete » (a loaf), « broche » (a
 * brooch), « pila » (a battery, money), « pau » (a stick), « rola » (a dove), « pica », « pinto » (a chick, a name), « peru » (a
 * turkey), « grelo » (turnip tops), « perereca » (a frog), « periquita » (a wine), « concha », « aranha », « racha », « rabo »,
 * « bunda » alone, « peito », « mama » and « teta » (nursing), « cocô » and « xixi » (nappies), « burro », « vaca », « galinha »,
 * « cadela », « cachorra », « égua », « piranha », « porco », « veado » (a deer) and « macaco » (a car jack) alone, « saco », « bolas »,
 * « ovos », « durex » (sticky tape in Brazil), « camisinha », « propina » (a fee in Portugal), « bico », « chupar », « gozar » (to
 * enjoy), « vir-se », « trepar » (plants), « comer », « tapado », « broxa » (a brush), « bacanal » (great), « corna », « estupor »,
 * « preto », « negro », « mulato », « crioulo » and « cigano » alone (colours, peoples), « gordo », « feio », « velho », « bobo »,
 * « chato » (flat), « droga », « sapatão » (a big shoe), « retardado » (of a parcel), « deficiente » (a shopper may be), « vou te
 * encontrar » (a friend, a link), « corno » (a horn), « pateta » (Goofy), « rabeta » (a motor), « picão » (a tea), « mamada » (a
 * baby's), « golpe », « burla » and « fraude » (a shopper may fear one), « morra » and « morre » alone (plants).
 */
export const PORTUGUESE: Vocabulary = {
  language: 'pt',
  version: 1,
  licence: 'MIT',
  source: 'hand-written for this project',
  insult: [
    ...words(`
      puta putas putinha putinhas putona putonas putaria putarias putedo putedos puteiro puteiros
      prostituta prostitutas fdp filhodaputa filhadaputa filhosdaputa filhadaputas filho-da-puta
      filhos-da-puta filha-da-puta filhas-da-puta putaqueopariu pqp vsf vtnc cabrão cabrões cabrona
      cabronas cabrãozinho cabrãozito cornudo cornuda cornudos cornudas chifrudo chifruda chifrudos merda
      merdas merdoso merdosa merdosos merdosas merdinha merdinhas merdão merdices bosta bostas bostinha
      cagão cagões cagona cagonas caguei cagar cagado cagada cagados cagadas cagalhão cagalhões cagalhoto
      cagaste caralho caralhos caralhada caralhão caraças porra porras foda fodas fodasse foda-se fodase
      foder fodeu fodam fode fodes fodem fodido fodida fodidos fodidas fodilhão fodilhona fudeu fuder
      fudido fudida fudidos fudidas fudendo fodendo fodão fodona fodões fodilhões estúpido estúpida
      estúpidos estúpidas estupidez idiota idiotas idiotice idiotices imbecil imbecis imbecilidade
      imbecilidades cretino cretina cretinos cretinas cretinice otário otária otários otárias babaca
      babacas babaquice babaquices palerma palermas parvalhão parvalhões parvalhona parvalhonas parvo
      parva parvos parvas parvoíce parvoíces desgraçado desgraçada desgraçados desgraçadas escroto escrota
      escrotos escrotas escrotidão canalha canalhas cafajeste cafajestes pilantra pilantras safado safada
      safados safadas vagabundo vagabunda vagabundos vagabundas vadia vadias vadio vadios galdéria
      galdérias rameira rameiras meretriz meretrizes piriguete piriguetes quenga quengas rampeira
      rampeiras arrombado arrombada arrombados arrombadas cuzão cuzões cuzona cuzonas cuzinho cuzudo
      lambe-cu lambe-cus lambebotas lambe-botas puxa-saco puxa-sacos lambecu paneleirice bastardo bastarda
      bastardos bastardas bundão bundões bunda-mole bundas-moles trouxa trouxas energúmeno energúmena
      energúmenos energúmenas acéfalo acéfala acéfalos acéfalas anencéfalo desmiolado desmiolada mongo
      mongos mongol mongóis mongoloide mongoloides mongolóide mongolóides demente dementes sacana sacanas
      pulha pulhas estafermo estafermos crápula crápulas escumalha gentalha gentinha ralé nojento nojenta
      nojentos nojentas asqueroso asquerosa asquerosos asquerosas badalhoca badalhoco badalhocas
      badalhocos porcalhão porcalhona porcalhões porcalhonas punheteiro punheteira punheteiros punhetão
      paunocu cuzaço conas cona coninhas vaitefoder vaitomarnocu tomanocu vagaba vagabas caralhinho mijão
      mijona mijões
    `),
    ...phrases(`
      filho da puta, filhos da puta, seu corno, és um corno, você é um corno, corno manso, corno de merda,
      filha da puta, filhas da puta, filho de uma puta, filho duma puta, filho da mãe, filho de uma égua,
      filho de rapariga, filho de quenga, puta que pariu, puta que te pariu, puta que o pariu,
      puta que vos pariu, a puta da tua mãe, a puta que te pariu, tua mãe é uma puta, vai para a puta,
      vai para o caralho, vai pro caralho, vai pro inferno, vai para o inferno, vá para o inferno,
      vão para o inferno, para o caralho, pro caralho, do caralho, vai à merda, vai a merda, vá à merda,
      vão à merda, vai tomar no cu, vá tomar no cu, vão tomar no cu, tomar no cu, toma no cu, no teu cu,
      no seu cu, enfia no cu, mete no cu, mete isso no cu, enfia isso no cu, vai levar no cu, levar no cu,
      vai te foder, vai-te foder, vá se foder, vão se foder, vão-se foder, vai se foder, vai-te lixar,
      vai te catar, vai se ferrar, vai se danar, vai te fuder, vai se fuder, vá-se foder, que se foda,
      que se fodam, foda-se tudo, se foda, se fode, te fode, não me fodas, não fode, cala a boca,
      cala essa boca, cala a puta da boca, cale a boca, cala o bico, fecha a matraca, pedaço de merda,
      pedaços de merda, monte de merda, saco de merda, cara de cu, cara de pau no cu, cara de merda,
      cara do caralho, cabeça de merda, cabeça de caralho, cabeça de pica, um merda, uns merdas,
      é uma merda, de merda, bosta nenhuma, seu bosta, sua bosta, seu merda, sua merda, seu lixo humano,
      lixo humano, lixo de pessoa, escória humana, escória da sociedade, verme nojento, és um porco,
      és uma porca, és uma vaca, és uma cadela, és um burro, és burro, és uma burra, és um lixo,
      és um nojo, és um cão, és nojento, você é um lixo, você é burro, você é burra, você é um burro,
      você é uma vaca, você é nojento, você não vale nada, não vales nada, não vales um caralho,
      não vale porra nenhuma, porra nenhuma, que porra, vaca gorda, porca gorda, baleia gorda,
      gorda nojenta, gordo nojento, gorda de merda, gordo de merda, velha nojenta, velho nojento,
      velha de merda, velho de merda, cadela no cio, cadela nojenta, porco nojento, porca nojenta,
      atrasado mental, atrasada mental, atrasados mentais, atrasadas mentais, retardado mental,
      retardada mental, retardados mentais, débil mental, débeis mentais, doente mental de merda,
      és um retardado, és retardado, você é retardado, seu retardado, sua retardada, tenho nojo de ti,
      tenho nojo de você, metes nojo, você me dá nojo, lambe cu, puxa saco, chupa cu, pau no cu,
      pau no seu cu, cu de merda, vai cagar, vai cagar no mato, estou-me a cagar, mete o dedo no cu
    `),
  ],
  slur: [
    ...words(`
      paneleiro paneleiros paneleirote paneleirotes paneleirão panasca panascas panilas larilas mariconço
      maricão maricões mariquinhas viado viados viadinho viadinhos viadão viadagem viadagens boiola
      boiolas boiolagem baitola baitolas baitolagem bichona bichonas bichola queima-rosca queimarosca
      qualira fufa fufas fufalhona machona machonas sapatona sapatonas traveco travecos travecão traveca
      travecas pederasta pederastas pretalhada crioulada escarumba escarumbas nigger niggers monhé monhés
      monhézada chinoca chinocas chinesada ciganada ciganagem judeuzada bugre bugres feminazi feminazis
      aleijado aleijada aleijados aleijadas mongolão retardadinho
    `),
    ...phrases(`
      preto de merda, preta de merda, pretos de merda, preto nojento, preta nojenta, preto fedido,
      preta fedida, pretos fedidos, preto sujo, preta suja, pretos sujos, preto imundo, preto safado,
      negro de merda, negra de merda, negros de merda, negro nojento, negra nojenta, negro fedido,
      negra fedida, negro sujo, negro imundo, negro safado, sua preta nojenta, sua negra nojenta,
      macaco de merda, macaco preto, macaca preta, macaco nojento, macaco fedido, volta para a selva,
      volta pra senzala, volta para a senzala, devia estar na senzala, cabelo de bombril,
      cabelo ruim de preta, tição do inferno, crioulo de merda, crioulo nojento, crioulo fedido,
      crioula nojenta, mulato de merda, judeu de merda, judeus de merda, judia de merda, judeu nojento,
      judeu sujo, judeu imundo, judeus nojentos, porco judeu, cigano de merda, ciganos de merda,
      cigana de merda, cigano nojento, ciganos nojentos, cigano sujo, cigano ladrão, ciganos ladrões,
      árabe de merda, árabes de merda, muçulmano de merda, muçulmanos de merda, muçulmano nojento,
      chinês de merda, chineses de merda, chinês nojento, indiano de merda, indianos de merda,
      monhé de merda, monhés de merda, brasileiro de merda, brasileiros de merda, brasileira de merda,
      zuca de merda, zucas de merda, português de merda, portugueses de merda, tuga de merda,
      angolano de merda, africano de merda, africanos de merda, venezuelano de merda, boliviano de merda,
      índio de merda, índios de merda, índio nojento, imigrante de merda, imigrantes de merda,
      estrangeiro de merda, estrangeiros de merda, refugiado de merda, baiano de merda, paraíba de merda,
      nordestino de merda, nordestinos de merda, nordestino nojento, gay de merda, gays de merda,
      gay nojento, gays nojentos, bicha de merda, bichas de merda, bicha nojenta, bicha louca,
      bichas loucas, bicha do caralho, seu viado, veado de merda, veado nojento, viado de merda,
      viado nojento, lésbica de merda, lésbica nojenta, lésbicas de merda, fufa de merda,
      sapatão de merda, sapatão nojenta, sapatona nojenta, trans de merda, travesti de merda,
      travesti nojento, traveco de merda, traveco nojento, aleijado de merda, aleijado nojento,
      deficiente de merda, coxo de merda, mongo de merda, seu mongol, seu mongoloide, seu aleijado,
      volta para a tua terra, volta pra tua terra, volta para o teu país, volta pro teu país,
      volta pro seu país, volte para o seu país, voltem para o vosso país, voltem para a vossa terra,
      vai para a tua terra, vai pra tua terra, vão para a vossa terra, heil hitler, sieg heil,
      poder branco, morte aos judeus, morte aos pretos, morte aos negros, morte aos gays,
      morte aos viados, morte aos ciganos, morte aos muçulmanos, hitler tinha razão, hitler estava certo,
      câmara de gás para
    `),
  ],
  sexual: [
    ...words(`
      buceta bucetas bucetinha bucetuda bucetão xoxota xoxotas xoxotinha xavasca xavascas xereca xerecas
      boceta bocetas bocetinha coninha pachacha pachachas piroca pirocas pirocão pirocudo pirocuda
      pirocada pauzudo pauzuda pauzão picudo pissa pissas piça piças piçada caralhudo punheta punhetas
      punhetinha siririca siriricas brochista brochistas boquete boquetes boqueteira boqueteiras
      boqueteiro minete minetes felação felatio fellatio cunilíngua cunnilingus masturbar masturbação
      masturbações masturbando masturbar-se masturba masturbei gangbang orgia orgias suruba surubas
      surubão esporrar esporrada esporradas esporra esporrou esporra-te ejacular ejaculação ejaculações
      ejaculou ejaculando porno pornô pornos pornografia pornozão pedofilia pedófilo pedófila pedófilos
      pedófilas pedofilo estuprador estupradores violador violadores incesto incestos incestuoso
      incestuosa zoofilia zoófilo necrofilia sodomia sodomizar sodomizado enrabar enrabada enrabado
      enrabadela enrabou enrabo enraba-me peituda peitudas peitaço mamalhuda mamalhudas mamaçuda tetuda
      tetudas bundudas bunduda bundaço popozuda popozudas tesuda tesudas tesudo tesudos tesão tesões
      ninfomaníaca ninfomaníacas ninfeta ninfetas milf milfs hentai fisting bukkake sexcam camgirl
      camgirls fodaço siriricar bordel bordéis meretrício putanheiro putanheiros
    `),
    ...phrases(`
      chupa meu pau, chupa o meu pau, chupa-me o pau, chupar pau, chupar um pau, chupa pau, meu pau,
      teu pau, pau na tua boca, pau na sua boca, chupa minha rola, minha rola, rola dura, rola grossa,
      chupa minha pica, minha pica, pica dura, pica grossa, senta na pica, senta no pau, senta na rola,
      chupa-me o caralho, chupa o caralho, mama no meu, faz-me um broche, fazer um broche, faz um broche,
      fazer broches, fazer um boquete, faz um boquete, paga um boquete, pagar boquete, bater punheta,
      bater uma punheta, bater uma siririca, tocar punheta, tocar uma punheta, lamber a cona, lamber cona,
      lamber a buceta, chupar buceta, tua buceta, sua buceta, minha buceta, buceta molhada, cona molhada,
      tua cona, minha cona, rata molhada, xana molhada, xota molhada, ppk molhada, xereca molhada,
      comer teu cu, comer o teu cu, comer seu cu, comer o cu, comer cu, dar o cu, dá o cu, dás o cu,
      dando o cu, teu cu, seu cu, meu cu, cu apertado, rebenta-te o cu, te arrombo, vou te arrombar,
      vou te comer, vou-te comer, vou comer-te, quero te comer, quero comer-te, quero foder,
      quero te foder, quero foder-te, vou foder-te, vou-te foder, vou te foder, fode-me, me fode, fodo-te,
      fode comigo, foder contigo, foder com você, foder gratis, foder de quatro, goza na boca,
      gozar na boca, goza na cara, gozar na cara, gozada na cara, gozei em, vem-te na, vir-me na tua,
      sexo anal, sexo oral, sexo grátis, sexo ao vivo, sexo por telefone, sexo virtual, sexo comigo,
      sexo casual comigo, fazer sexo comigo, tesão do caralho, estou com tesão, tou com tesão,
      cheio de tesão, cheia de tesão, mamas boas, tetas boas, peitões gostosos, mostra as mamas,
      mostra os peitos, mostra as tetas, mostra a bunda, mostra a buceta, bunda gostosa,
      bunda grande gostosa, rabo gostoso, rabo empinado, novinha safada, novinhas safadas,
      casadas safadas, coroa safada, coroas safadas, mulheres quentes, garotas quentes, solteiras quentes,
      garota de programa, garotas de programa, acompanhante de luxo, acompanhantes de luxo,
      massagem erótica, massagem tântrica erótica, massagem com final feliz, vídeo porno, vídeo pornô,
      vídeos porno, vídeos pornô, filme pornô, filme porno, atriz pornô, pornografia infantil,
      manda nudes, manda nude, mandar nudes, me manda nudes, manda-me nudes, fotos nua, foto nua,
      fotos pelada, foto pelada, fotos peladas, manda foto pelada, vem no privado gostosa,
      chama no privado gostosa, gostosa demais delícia
    `),
  ],
  threat: phrases(`
    vou te matar, vou-te matar, vou matar-te, vou matar você, vou vos matar, vou matar-vos,
    vamos te matar, vamos-te matar, vamos matar-te, vamos matar você, eu te mato, eu mato-te, mato-te,
    te mato, te matarei, hei de te matar, hei-de te matar, quero te matar, quero matar-te,
    vou acabar contigo, vou acabar com você, vou acabar com a tua vida, vou acabar com a sua vida,
    acabo contigo, vou te arrebentar, vou-te rebentar, vou rebentar-te, te arrebento, rebento-te todo,
    rebento-te a boca, rebento-te as trombas, parto-te a cara, parto-te as pernas, parto-te as trombas,
    parto-te os dentes, parto-te todo, vou partir-te a cara, vou-te partir a cara,
    vou partir-te as pernas, vou-te partir todo, vou quebrar a tua cara, vou quebrar a sua cara,
    quebro a tua cara, quebro a sua cara, vou quebrar suas pernas, quebro seus dentes, vou te dar porrada,
    vou-te dar porrada, dou-te um tiro, vou dar-te um tiro, vou te dar um tiro, te dou um tiro,
    tiro na cabeça, tiro na cara, tiro na testa, bala na cabeça, bala na testa, meto-te uma bala,
    meto uma bala em, vou te esfaquear, vou esfaquear-te, esfaqueio-te, vou te furar, vou te cortar todo,
    corto-te o pescoço, corto o teu pescoço, corto o seu pescoço, cortar a tua garganta,
    corto-te a garganta, corto a tua garganta, vou degolar, degolo-te, vou te enforcar,
    vou te estrangular, vou te queimar vivo, vou te queimar viva, vou queimar a tua casa,
    vou queimar sua casa, pego fogo na tua casa, boto fogo na sua casa, deito fogo à tua casa,
    vou te estuprar, vou-te violar, vou violar-te, vamos te estuprar, merece ser estuprada,
    mereces ser violada, devia ser estuprada, devias ser violada, tomara que seja estuprada,
    sei onde moras, sei onde você mora, sei onde tu moras, sei onde vives, sabemos onde moras,
    sabemos onde você mora, sei onde mora a tua família, sei onde mora sua família, vou à tua casa e,
    vou atrás de ti, vou atrás de você, vamos atrás de ti, vamos atrás de você, vou-te apanhar,
    vou apanhar-te, estás morto, estás morta, estão mortos, tás morto, você está morto, você está morta,
    você tá morto, és um homem morto, vais morrer, vão morrer todos, você vai morrer, vocês vão morrer,
    devias morrer, deviam morrer todos, você devia morrer, você deveria morrer, mereces morrer,
    você merece morrer, merecem morrer, tomara que morras, tomara que você morra, tomara que morra,
    oxalá morras, espero que morras, espero que você morra, espero que morra, morre logo, morre desgraça,
    morre desgraçado, morre filho da puta, morra desgraçado, morra maldito, vai morrer longe, morre longe,
    espero que tenhas um cancro, tomara que tenha câncer, espero que pegue câncer, mata-te, matem-se,
    se mata logo, se mata desgraça, vai te matar, vai-te matar, vai se matar, suicida-te, suicidem-se,
    se suicida, enforca-te, se enforca, vai te enforcar, corta os pulsos, corta-te os pulsos,
    atira-te da ponte, atira-te de uma ponte, atira-te da janela, se joga da ponte, se joga da janela,
    pula da ponte, dá um tiro na cabeça, mato a tua família, mato a sua família, mato os teus filhos,
    mato os seus filhos, vou pôr uma bomba, vou colocar uma bomba, vou explodir a loja, vou explodir tudo,
    vais pagar com sangue, vai pagar com sangue
  `),
  scam: phrases(`
    dinheiro fácil, dinheiro rápido e fácil, ganhar dinheiro fácil, ganhe dinheiro fácil,
    ganha dinheiro fácil, ganhe dinheiro em casa, ganhar dinheiro em casa,
    ganhe dinheiro sem sair de casa, ganha dinheiro a partir de casa, ganhar dinheiro a partir de casa,
    renda extra garantida, renda extra em casa, renda passiva garantida, rendimento passivo garantido,
    fica rico, fique rico, ficar rico rápido, enriquecer rápido, lucro garantido, lucros garantidos,
    retorno garantido, rendimento garantido, rendimentos garantidos, ganhos garantidos,
    duplica o teu dinheiro, duplique seu dinheiro, dobre seu dinheiro, dobrar seu dinheiro,
    duplica os teus bitcoins, dobre seus bitcoins, investimento sem risco, investimentos sem risco,
    investe em bitcoin, invista em bitcoin, invista em criptomoedas, sinais forex, sinais de trading,
    sinais de opções binárias, robô de trading, robô trader, bot de trading, trading automático,
    robô do pix, pix premiado, urubu do pix, tabela do pix, multiplica o seu pix,
    empréstimo entre particulares, empréstimos entre particulares, oferta de empréstimo,
    empréstimo sem consulta, empréstimo para negativado, empréstimos para negativados,
    crédito sem comprovativo, crédito sem fiador, empréstimo sem fiador, empréstimo urgente particular,
    amarração amorosa, amarrações amorosas, amarração de amor, trago a pessoa amada, traz a pessoa amada,
    retorno da pessoa amada, mestre africano, professor vidente, vidente africano, feitiço de amor,
    feitiços de amor, trabalhos espirituais garantidos, notas falsas, dinheiro falso, nota fake,
    notas fake, cartões clonados, cartão clonado, documentos falsos, passaporte falso, rg falso,
    cnh sem prova, cnh sem exame, carta de condução sem exame, carta sem exame, comprar carta de condução,
    diploma falso, diplomas falsos, diploma sem estudar, comprar diploma, hackear facebook,
    hackear whatsapp, hackear instagram, hackear uma conta, piratear facebook, piratear whatsapp,
    contas hackeadas, contas pirateadas, me chame no whatsapp, fala comigo no whatsapp,
    contacta-me no whatsapp, contacte-me no whatsapp, contacte-me pelo whatsapp, escreve-me no whatsapp,
    entre em contato pelo whatsapp agora, me chama no telegram, chama no telegram,
    fala comigo no telegram, contacta-me no telegram, me adiciona no telegram, adiciona-me no telegram,
    entra no meu telegram, entra no meu grupo do telegram, entre no meu grupo do telegram,
    chama na dm para ganhar, iphone grátis, iphone de graça, cartão presente grátis,
    presente grátis clique, brinde grátis clique, foste selecionado, foste selecionada,
    você foi selecionado, você foi selecionada, você foi sorteado, resgate seu prêmio,
    resgate o seu prêmio, resgata o teu prémio, reclama o teu prémio, reclame o seu prémio,
    confirme seus dados bancários, confirme os seus dados bancários, confirma os teus dados bancários,
    confirme os dados do cartão, envie o número do cartão, manda o número do cartão,
    me passa o número do cartão, verifique sua conta aqui, verifique a sua conta aqui,
    verifica a tua conta aqui, sua conta será suspensa, a sua conta será suspensa,
    a tua conta será suspensa, sua conta será bloqueada, seu pacote está retido,
    a sua encomenda está retida, a tua encomenda está retida, sua encomenda foi taxada clique,
    seguidores grátis, comprar seguidores, compre seguidores, vendo seguidores, comprar avaliações,
    vendo avaliações, avaliações falsas à venda, casino online grátis, cassino online, bónus de casino,
    bônus de cassino, jogo do tigrinho, tigrinho pagando, fortune tiger pagando, plataforma pagando muito,
    apostas garantidas, palpites garantidos, herança milionária, transferência western union,
    pagamento western union, emagreça sem esforço, emagrecer sem esforço garantido, viagra sem receita,
    cialis sem receita, kamagra
  `),
  mild: words(`
    idiota idiotas estúpido estúpida estúpidos estúpidas porra porras bosta bostas bostinha caraças
    estupidez idiotice idiotices parvo parva parvos parvas parvoíce parvoíces palerma palermas trouxa
    trouxas sacana sacanas cagada cagadas pulha pulhas estafermo estafermos nojento nojenta nojentos
    nojentas asqueroso asquerosa asquerosos asquerosas puxa-saco puxa-sacos lambe-botas lambebotas safado
    safada safados safadas tesão tesões prostituta prostitutas bordel bordéis canalha canalhas pilantra
    pilantras fodão fodona fodões
  `).concat(
    'filho da mãe',
    'vai te catar',
    'cala a boca',
    'cale a boca',
    'cala o bico',
    'puxa saco',
    'que porra',
    'vai-te lixar',
    'vai se ferrar',
    'vai se danar',
  ),
  severe: words(`
    pedofilia pedófilo pedófila pedófilos pedófilas pedofilo estuprador estupradores
  `).concat('pornografia infantil'),
  onlyIn: words(`
    crápula crápulas fode fodes foda fodas cagar parva parvas parvo parvos cona conas mongol mongóis
    mongos mongo bosta porra fufa fufas tesão minete minetes bugre bugres demente dementes orgia caraças
    machona vsf pissa piça piças pissas idiota idiotas bordel sacana vadia vadias pulha pulhas cretino
    cretina viado viados
  `),
  exactAccents: words('piça piças'),
  exactCase: [],
  exceptions: phrases(`
    punheta de bacalhau, armário paneleiro, balcão paneleiro, torre paneleiro, módulo paneleiro,
    trouxas de ovos, trouxa de roupa, trouxas de roupa, meu pau de selfie, teu pau de selfie,
    vacina parvo, império mongol
  `),
};
