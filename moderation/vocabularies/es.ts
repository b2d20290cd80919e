import { phrases, words } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Spanish of Spain and of Latin America, written by hand: inflected forms written out, whole words only. Left
 * out on purpose, because people say them in a shop: « coche », « coger » (to take, in Spain), « concha » (a
 * shell), « polla », « pollo », « huevos », « bolas », « pelotas », « cojín », « culo » alone (of a bottle), « teta »
 * and « pecho » (nursing), « pija » and « pijo » (chic), « paja » (straw), « verga » (of a ship), « pico », « tirar »,
 * « cerdo », « perra », « zorra », « burro », « vaca », « foca », « ballena » and « rata » alone (animals), « bicha »,
 * « negro », « negra », « moreno », « chino », « indio », « moro » and « gitano » alone (colours, peoples), « mona » (cute),
 * « tonto » alone (a colour, a joke), « feo », « gordo », « viejo », « malo », « basura », « caca » (nappies), « pedo »,
 * « mear », « sexo », « desnudo » (shoes), « tranca » (a bar), « nabo » (a turnip), « pepino », « conejo », « almeja »,
 * « castaña », « leche », « hostia », « trucha », « pluma », « loca », « chulo » (nice), « mono », « bombón », « capullo »
 * (a bud), « mamar » (a baby), « chupar », « correrse » (to move along), « retrasado » (of a parcel), « forro » (a
 * lining), « ojete » (an eyelet), « paleta », « babosa » (a slug), « mariquita » (a ladybird), « panchito » (a peanut),
 * « tortillera » (a press), « chocho » (a lupin bean), « sarasa » (a pen), « traba », « estafa » and « timo » (a shopper
 * may fear one).
 */
export const SPANISH: Vocabulary = {
  language: 'es',
  version: 1,
  licence: 'MIT',
  source: 'hand-written for this project',
  insult: [
    ...words(`
      gilipollas gilipolla gilipollez gilipolleces agilipollado agilipollada gilipuertas cabrón cabrones
      cabrona cabronas cabronazo cabronazos cabroncete cabronada cabronadas encabronado encabronada
      imbécil imbéciles imbecilidad imbecilidades idiota idiotas idiotez idioteces estúpido estúpida
      estúpidos estúpidas estupidez estupideces subnormal subnormales mongolo mongolos mongólica
      mongólicos mongólicas mogólico mogólica mogólicos pendejo pendeja pendejos pendejas pendejada
      pendejadas boludo boluda boludos boludas boludez boludeces pelotudo pelotuda pelotudos pelotudas
      pelotudez hijueputa hijueputas jueputa hijoputa hijoputas hijodeputa hijosdeputa hijaputa
      hijasdeputa joputa huevón huevones huevona huevonas güevón weón weones weona aweonao culiao culiado
      culiados conchudo conchuda conchudos conchatumadre conchetumare mamón mamones mamona mamonas
      mamonazo mamahuevo mamahuevos mamaguevo mamagüevo mamavergas chupapollas comepollas soplapollas
      lameculos lamebotas lamehuevos chupamedias comemierda comemierdas comemocos mierda mierdas mierdoso
      mierdosa mierdosos mierdosas mierdero mierdecilla mierdecita cagada cagadas cagón cagona cagones
      cagarla cagarse cagaste cagaron cagaos cagamos cagado cagados malparido malparida malparidos
      malparidas malnacido malnacida malnacidos malnacidas desgraciado desgraciada desgraciados
      desgraciadas canalla canallas sinvergüenza sinvergüenzas hijaputas tocapelotas tocahuevos
      tocacojones rompepelotas rompehuevos carapolla caraculo caramierda putón putones putona putonas puta
      putas puto putos putada putadas putear puteo puteado puteados puteada putita putitas putilla putero
      puteros reputa reputísima putísima emputado emputada putazo ramera rameras furcia furcias guarra
      guarras guarro guarros zorrón zorrones golfa golfas pelandusca pelanduscas cojones cojonudo cojonuda
      acojonado acojonada acojonados acojonante acojona acojonar coñazo coñazos coño coños carajo carajos
      joder jódete jodete jódanse jodeos jodido jodida jodidos jodidas jodienda jode joden jodas jodan
      jodiendo jodí jodió jodiste chingar chinga chingada chingadas chingado chingados chingadera
      chingaderas chingón chingona chíngate chingate chinguen chingas chingan chingaste verguiza pinche
      pinches culero culeros mamadas tarado tarada tarados taradas baboso babosos majadero majadera
      majaderos majaderas zopenco zopenca zopencos mentecato mentecata mentecatos cretino cretina cretinos
      cretinas zoquete zoquetes bobalicón papanatas tontolaba tontopollas tontodelculo mamarracho
      mamarrachos mamarracha patán patanes cateto catetos cateta paleto paletos gaznápiro gentuza escoria
      lameculo mequetrefe mequetrefes hdp hdlgp pajero pajeros pajera pajeras carechimba caremonda pirobo
      piroba güevona
    `),
    ...phrases(`
      hijo de puta, hijos de puta, hija de puta, hijas de puta, hijo de perra, hijo de la gran puta,
      hijo de mil putas, hijo de tu puta madre, hijo de la chingada, tu puta madre, tu madre la puta,
      me cago en tu, me cago en tus muertos, me cago en todo, me cago en dios, me cago en la puta,
      me cago en la leche, la concha de tu madre, concha de tu madre, concha tu madre,
      la puta que te parió, la puta que los parió, puta que te parió, vete a la mierda,
      váyanse a la mierda, iros a la mierda, andate a la mierda, a la mierda, y una mierda, de mierda,
      una mierda, pedazo de mierda, pedazo de idiota, pedazo de imbécil, trozo de mierda, come mierda,
      cara de mierda, cara de culo, cara de verga, cara de perro, saco de mierda, que te jodan,
      que os jodan, que te follen, que os follen, que te den por culo, que te den por el culo,
      vete a tomar por culo, a tomar por culo, a tomar por saco, ve a tomar por culo, por el culo,
      hasta los cojones, hasta los huevos, tocar los cojones, tocar los huevos, tócame los huevos,
      me tienes hasta la polla, chúpame la polla, hasta la polla, me la chupas, me la suda,
      vete al carajo, al carajo, vete al infierno, vete a la verga, a la verga, vale verga, me vale verga,
      chinga tu madre, chinga a tu madre, a la chingada, hijos de la chingada, no mames, no jodas,
      cállate la boca, cierra la puta boca, cierra el pico imbécil, maldita perra, perra asquerosa,
      zorra asquerosa, sucia zorra, eres una zorra, eres una perra, eres una rata, eres un cerdo,
      cerdo asqueroso, gordo asqueroso, gorda asquerosa, gorda de mierda, gordo de mierda, vaca gorda,
      foca asquerosa, viejo de mierda, vieja de mierda, eres tonto, eres tonta, tonto del culo,
      tontos del culo, tonta del culo, tonto de los cojones, retrasado mental, retrasada mental,
      retrasados mentales, eres un retrasado, deficiente mental, enfermo mental de mierda, eres basura,
      basura humana, escoria humana, rata inmunda, no vales una mierda, das asco, dais asco, me das asco,
      qué asco das
    `),
  ],
  slur: [
    ...words(`
      maricón maricones maricona mariconas mariconazo mariconazos mariconada mariconadas mariconeo marica
      maricas amariconado amariconada julandrón bujarra bujarrón bujarrones muerdealmohadas soplanucas
      comealmohadas marimacho marimachos bollaca travelo travelos travolo sudaca sudacas negrata negratas
      negraco negracos negrazo moraco moracos moraca gitanaco gitanacos espaldamojada espaldasmojadas
      frijolero frijoleros chinaco chinacos amarillucho tullido tullida tullidos indiaco venecos veneco
      veneca boliguayo feminazi feminazis trolo trolos putazos joto jotos jotito maricueca maricuecas
    `),
    ...phrases(`
      negro de mierda, negra de mierda, negros de mierda, negras de mierda, puto negro, putos negros,
      puta negra, negro asqueroso, mono de mierda, moro de mierda, mora de mierda, moros de mierda,
      puto moro, putos moros, moro asqueroso, moros fuera, fuera moros, sucio moro, judío de mierda,
      judía de mierda, judíos de mierda, puto judío, putos judíos, sucio judío, cerdo judío,
      gitano de mierda, gitana de mierda, gitanos de mierda, puto gitano, putos gitanos, sucio gitano,
      chino de mierda, china de mierda, chinos de mierda, puto chino, putos chinos, indio de mierda,
      india de mierda, indios de mierda, puto indio, indio asqueroso, sucio indio, latino de mierda,
      sudaca de mierda, panchito de mierda, rumano de mierda, rumanos de mierda, putos rumanos,
      inmigrante de mierda, inmigrantes de mierda, putos inmigrantes, extranjero de mierda,
      extranjeros de mierda, musulmán de mierda, musulmanes de mierda, putos musulmanes, gay de mierda,
      gays de mierda, puto gay, putos gays, lesbiana de mierda, lesbianas de mierda, putas lesbianas,
      bollera de mierda, puta bollera, trans de mierda, travesti de mierda, puto travesti, puto trans,
      inválido de mierda, cojo de mierda, puto cojo, sordo de mierda, puta gorda, puto gordo,
      gallego de mierda, catalán de mierda, catalanes de mierda, puto catalán, español de mierda,
      españoles de mierda, bolita de mierda, paragua de mierda, peruano de mierda, boliviano de mierda,
      espalda mojada, vuelve a tu país, vete a tu país, volved a vuestro país, váyanse a su país,
      regresa a tu país, heil hitler, sieg heil, poder blanco, muerte a los judíos, muerte a los moros,
      muerte a los negros, muerte a los gays, muerte a los maricones, gasear a los judíos,
      hitler tenía razón
    `),
  ],
  sexual: [
    ...words(`
      follar follarse follarte follarme follada folladas follador folladores folladora follando follamos
      fóllame fóllate follame follate pollón pollazo pollones potorro cipote cipotes chumino mamada
      cascársela pajote pajearse pajeo pajeando pajillero pajilleros masturbar masturbarse masturbarte
      masturbación masturbaciones masturbando masturbándose mastúrbate felación felaciones cunnilingus
      cunilingus bukkake orgía orgías eyacular eyaculación eyaculaciones eyaculando porno pornos
      pornografía pornostar sexcam camgirl culazo culazos tetona tetonas tetazas tetorras tetuda tetudas
      tetamen cachonda cachondas cachondo cachondos calentorra calentorro ninfómana ninfómanas pederasta
      pederastas pederastia pedófilo pedófila pedófilos pedofilia violador violadores incesto incestos
      incestuoso incestuosa zoofilia zoofílico sodomía sodomizar sodomizado sodomizada enculada encular
      enculado prostituta prostitutas prostituto prostíbulo prostíbulos burdel burdeles puticlub puticlubs
      gangbang fisting hentai milf milfs singar culear culeando culeada vergón vergones vergota vergudo
      pichula pichulas chupapijas chupavergas garchar garchando garchame
    `),
    ...phrases(`
      chúpame la verga, chupa mi verga, chúpamela, chupar pollas, chupa pollas, chupar la polla,
      come pollas, mi polla, tu polla, su polla, polla dura, pollas duras, polla gorda, buena polla,
      mi verga, tu verga, verga dura, verga en tu, mi pija, chupame la pija, hacer una paja,
      hacerse una paja, hacerme una paja, hazme una paja, hacerse pajas, hacerme pajas, echar un polvo,
      echamos un polvo, echar un polvete, comer el coño, comerte el coño, cómeme el coño, tu coño,
      mi coño, coño mojado, el chocho mojado, comer la concha, concha mojada, chupame la concha,
      comerte el culo, romperte el culo, te rompo el culo, partirte el culo, te follo, te voy a follar,
      me follo a, follar contigo, quiero follar, ganas de follar, follar gratis, te cojo toda,
      quiero cogerte, te voy a coger rico, tetas gordas, buenas tetas, tus tetas, enseña las tetas,
      enséñame las tetas, muestra las tetas, putas baratas, sexo anal, sexo oral, sexo gratis,
      sexo en vivo, sexo telefónico, sexo contigo, vídeo porno, vídeos porno, actriz porno,
      película porno, porno infantil, fotos desnuda, fotos desnudas, foto desnuda, manda nudes,
      pásame nudes, mándame nudes, mándame fotos desnuda, estoy cachonda, estoy cachondo,
      estoy caliente escríbeme, chicas calientes, mujeres calientes, solteras calientes,
      madurita caliente, masaje erótico, masaje con final feliz, final feliz masaje, chica de compañía,
      chicas de compañía, señorita de compañía, escort de lujo, garganta profunda, lluvia dorada,
      beso negro, mete la polla, métemela, te la meto, córrete en, correrse en la cara, me corro en
    `),
  ],
  threat: phrases(`
    te voy a matar, os voy a matar, los voy a matar, voy a matarte, te mato, te mataré, os mataré,
    te vamos a matar, vamos a matarte, te voy a reventar, te reviento, voy a reventarte, te voy a rajar,
    te rajo, voy a rajarte, te voy a partir la cara, te parto la cara, te voy a partir las piernas,
    te parto las piernas, te voy a romper la cara, te rompo la cara, te voy a romper las piernas,
    te rompo los dientes, te voy a degollar, te degüello, te corto el cuello, te voy a cortar el cuello,
    te voy a quemar vivo, te voy a quemar viva, te quemo la casa, voy a quemar tu casa,
    voy a quemar tu tienda, te voy a violar, voy a violarte, te vamos a violar, ojalá te violen,
    ojalá te mueras, ojalá te maten, ojalá os muráis, ojalá se mueran, ojalá te dé cáncer, muérete,
    muérete ya, muéranse, moríos, matate, mátate, suicídate, suicidaos, suicídense, ahórcate,
    cuélgate de un árbol, tírate de un puente, tírate por la ventana, córtate las venas, pégate un tiro,
    te pego un tiro, te voy a pegar un tiro, un tiro en la cabeza, una bala en la cabeza,
    te voy a meter un tiro, te voy a disparar, te voy a apuñalar, te apuñalo, te voy a dar una paliza,
    te doy una paliza, te voy a moler a palos, sé dónde vives, sabemos dónde vives,
    sé dónde vive tu familia, voy a por ti, vamos a por ti, voy a por tu familia, iré a por ti,
    estás muerto, estás muerta, estáis muertos, eres hombre muerto, date por muerto, vas a morir,
    vais a morir, van a morir todos, mereces morir, merecéis morir, te vas a enterar cuando te vea,
    vas a pagar con sangre, voy a poner una bomba, pondré una bomba, te voy a cagar a palos,
    te voy a cagar a trompadas, te cago a tiros, te hago mierda, te voy a hacer mierda
  `),
  scam: phrases(`
    dinero fácil, dinero rápido y fácil, ganar dinero fácil, gana dinero fácil, gana dinero desde casa,
    ganar dinero desde casa, gane dinero desde casa, hazte rico, hágase rico, hacerse rico rápido,
    ingresos pasivos garantizados, ingresos garantizados, ganancias garantizadas,
    rentabilidad garantizada, beneficios garantizados, duplica tu dinero, duplica tus bitcoins,
    duplicar tu dinero, inversión sin riesgo, inversión garantizada, invierte en bitcoin,
    invierte en criptomonedas, señales forex, señales de trading, robot de trading, bot de trading,
    trading automático, préstamo entre particulares, préstamos entre particulares, préstamo sin aval,
    préstamos sin aval, préstamo sin papeles, préstamo urgente sin aval, préstamos rápidos sin nómina,
    crédito sin buró, oferta de préstamo, vidente de nacimiento, amarres de amor, amarre de amor,
    amarres efectivos, brujo africano, maestro vidente africano, hechizo de amor, hechizos de amor,
    retorno del ser amado, recupera a tu pareja en, billetes falsos, dinero falso, tarjetas clonadas,
    tarjeta clonada, documentos falsos, pasaporte falso, dni falso, carnet sin examen,
    carnet de conducir sin examen, título sin estudiar, diplomas falsos, hackear facebook,
    hackear whatsapp, hackear una cuenta, hackeo cuentas, cuentas hackeadas, escríbeme por whatsapp,
    escríbeme al whatsapp, escríbame al whatsapp, contáctame por whatsapp, contácteme por whatsapp,
    escríbeme por telegram, escríbeme al telegram, contáctame por telegram, agrégame en telegram,
    únete a mi telegram, únete a mi grupo de telegram, mándame dm para ganar, iphone gratis,
    regalo gratis haz clic, tarjeta regalo gratis, has sido seleccionado, ha sido seleccionado,
    has ganado un, reclama tu premio, reclame su premio, confirma tus datos bancarios,
    confirme sus datos bancarios, envía tu número de tarjeta, dame tu número de tarjeta,
    verifica tu cuenta aquí, verifique su cuenta aquí, tu cuenta será suspendida,
    su cuenta será suspendida, su paquete está retenido, tu paquete está retenido, seguidores gratis,
    comprar seguidores, compra seguidores, comprar reseñas, venta de reseñas, reseñas falsas baratas,
    casino online gratis, bono de casino, apuestas seguras garantizadas, pronósticos garantizados,
    tipster garantizado, herencia millonaria, transferencia western union, pago por western union,
    adelgaza sin esfuerzo, viagra sin receta, cialis sin receta, kamagra
  `),
  mild: words(`
    idiota idiotas estúpido estúpida estúpidos estúpidas idiotez idioteces estupidez estupideces
    gilipuertas cojonudo cojonuda acojonante cagada cagadas canalla canallas sinvergüenza sinvergüenzas
    papanatas mequetrefe mequetrefes zoquete zoquetes cateto catetos cateta paleto paletos mamarracho
    mamarrachos carajo carajos prostituta prostitutas jode joden joder pinche pinches mentecato mentecata
    majadero majadera chingón chingona
  `).concat('no mames', 'no jodas', 'al carajo'),
  severe: words('pederasta pederastas pedófilo pedófila pedófilos violador violadores').concat(
    'porno infantil',
  ),
  onlyIn: words(`
    mamada mamadas puto putos hdp joto jotos trolo trolos mamón mamona mamones mamonas golfa golfas guarra
    guarras culero culeros jode joden pinche pinches marica maricas burdel tarado tarada cateto catetos
    pirobo cipote singar pajero pajeros frijolero frijoleros idiota idiotas imbécil cretino cretina
  `),
  exactAccents: words('coño coños'),
  exactCase: words('pajero'),
  exceptions: phrases('pinche de cocina, pinches de cocina, puto amo'),
};
