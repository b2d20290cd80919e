import { phrases, words } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * French, written by hand for a shop's pages: inflected forms written out, whole words only. Left out on
 * purpose, because people say them in a shop: « sale », « cul » alone, « bites » (of chicken), « douche » (in a
 * bathroom), « retard » (of a parcel), « chatte » alone, « queue », « poule », « cochon », « dinde », « bordel », « zut »,
 * « tapette » (à mouches), « boudin », « nul », « idiot » and « imbécile » alone (of a question), « blaireau » (a shaving
 * brush), « thon », « cageot », « pouf » (a seat), « lavette », « fumier » (in a garden), « ordure » and « vermine » alone,
 * « pédale » (of a bicycle), « traînée », « baise » and « baiser » alone, « moule », « pipe », « raton » (laveur), « bounty »,
 * « arnaque » and « faux avis » (a shopper may fear one), « bouffon », « garce », « tarte », « cruche », « gland »,
 * « levrette » (a dog), « marabout » (feathers), « gros seins » (a bra's size), « va crever » (a tyre), « va mourir »
 * (a plant), « tu vas le regretter » and « le payer cher » (a
 * purchase), « je vais te retrouver » (a link), « je mouille » (hair) and « sale blanc », « sale noir » (linen).
 */
export const FRENCH: Vocabulary = {
  language: 'fr',
  version: 1,
  licence: 'MIT',
  source: 'hand-written for this project',
  insult: [
    ...words(`
      connard connards connarde connardes conard conards conarde connasse connasses conasse conasses
      connerie conneries conne connes grosconnard ducon duconnard duconneau salaud salauds salaude salope
      salopes salopard salopards saloperie saloperies salopiaud salopiauds enculé enculés enculée enculées
      enculer enculeur enculeurs enculade encule enfoiré enfoirés enfoirée enfoirées enflure enflures fdp
      pute putes putain putains puterie putasse putasses pétasse pétasses poufiasse poufiasses pouffiasse
      pouffiasses grognasse grognasses radasse radasses bâtard bâtards bâtarde bâtardes merdeux merdeuse
      merdeuses merde merdes merdique merdiques merdier emmerde emmerder emmerdes emmerdeur emmerdeurs
      emmerdeuse emmerdeuses emmerdant emmerdante emmerdement démerde-toi démerdez-vous merdasse chieur
      chieurs chieuse chieuses chiant chiante chiants chiantes chier chiasse chiottes abruti abrutis
      abrutie abruties crétin crétins crétine crétines débile débiles sous-merde sous-merdes trouduc
      trouducs lèche-cul lèche-culs faux-cul faux-culs couillon couillons couillonne couillonnade branleur
      branleurs branleuse branleuses glandu glandus ferme-la vtff foutre enfoutre jean-foutre nique niquer
      niqué niquée niqués niquez niques bouffonne bouffonnes raclure raclures crevard crevards crevarde
      crevardes crevure crevures mongol mongole mongolien mongoliens mongolienne mongoliennes gogol gogols
      gogole boloss bolosse pignouf pignoufs tocard tocards tocarde tocardes mange-merde bouffe-merde
      casse-couilles casse-couille brise-couilles péquenaud péquenauds plouc ploucs ftg ntm cassos con
      cons bouseux branquignol branquignols branquignole catin catins clodo clodos crétinerie crétineries
      cul-terreux culs-terreux débilos dégénéré dégénérés dégénérée dégénérées emmanché emmanchés empaffé
      empaffés empaffée enculage enculages enculerie enculeries feignasse feignasses gougnafier
      gougnafiers gouape gouapes lèche-bottes merdouille merdouilles merdouiller mal-baisé mal-baisés
      mal-baisée mal-baisées putassier putassiers putassière putassières putasserie putasseries racaille
      racailles saligaud saligauds saligaude salopiaude schlag schlags sous-homme sous-hommes sous-race
      tarba tarbas tebé tebés trouducul trouduculs casse-burnes couillonné couillonnée couillonner
      couillonnades connaud connauds déconner déconne déconnes déconnez déconné emmerdé emmerdée emmerdés
      emmerdées emmerdent emmerdez emmerdais emmerdait emmerdera emmerderas emmerdements enculent encules
      enculez foutez foutriquet foutriquets foutage chiasseux démerder démerdez bolos bolosses dugland
      duglands glandeur glandeurs glandeuse glandeuses glander pisse-froid pisseuse pisseuses pouilleux
      pouilleuse pouilleuses niquent niquait niquera niqueur niqueurs nik
    `),
    ...phrases(`
      enfant de putain, fils de pute, fils de putes, fille de pute, fils de chien, morue puante,
      grosse truie, gros porc, gros lard, fais chier, fait chier, va chier, allez chier, débile mental,
      débiles mentaux, idiot du village, pauvre con, pauvres cons, sale con, sales cons, gros con,
      gros cons, petit con, petits cons, vieux con, bande de cons, espèce de con, roi des cons,
      tête de con, quel con, t'es con, pauvre conne, sale conne, grosse conne, pauvre type, pauvre tache,
      tas de merde, sac à merde, tête de noeud, face de rat, imbécile heureux, trous du cul,
      trou de balle, vos gueules, ta gueule, fermez vos gueules, sale gueule, va te faire foutre,
      allez vous faire foutre, va te faire voir, va te faire mettre, va te faire enculer, je t'emmerde,
      je vous emmerde, nique ta mère, nique ta race, nique sa mère, ta mère la pute, ordure humaine,
      déchet humain, déchets humains, vermine humaine, pourriture humaine, sale chien, sales chiens,
      chien galeux, attardé mental, attardée mentale, attardés mentaux, grosse merde, petite merde,
      sombre merde, casse couilles, trou du cul, ferme ta gueule, gueule de con, nik ta mère,
      tête de gland, bande d'enculés, bande d'abrutis, bande de connards, bande de bâtards,
      bande de merdeux, bande de tarés, bande d'idiots, bande d'imbéciles, bande de débiles,
      bande de nazes, espèce d'idiot, espèce d'idiote, espèce d'imbécile, espèce d'abruti, espèce de taré,
      espèce de tarée, espèce de débile, espèce de porc, espèce de truie, espèce de vache,
      espèce de garce, espèce de bouffon, espèce de clochard, pauvre idiot, pauvre idiote,
      pauvre imbécile, pauvre débile, pauvre tarée, pauvre taré, pauvre naze, pauvre merde, pauvre truffe,
      sombre crétin, sombre idiot, sombre imbécile, gros débile, gros bouffon, gros naze,
      gros dégueulasse, grosse vache, grosse dinde, grosse baleine, sale porc, sales porcs, sale truie,
      sale vache, sale rat, sales rats, sale chienne, sales chiennes, sale garce, sale traînée,
      sale bouffon, sale clochard, sale idiot, sale cafard, sale vermine, sale ordure, vieille peau,
      vieille bique, vieille harpie, vieille sorcière, vieux débris, vieux dégueulasse, vieux schnock,
      peau de vache, petite frappe, t'es qu'une merde, tu n'es qu'une merde, t'es une merde,
      tu es une merde, t'es débile, tu es débile, t'es trop con, tu es con, vous êtes cons,
      c'est des cons, t'es un con, tu me dégoûtes, tu me fais gerber, couille molle, couilles molles,
      tête à claques, tête de bite, tête de cul, face de cul, tête de merde, face de merde, trou de cul,
      trous de balle, suceur de queue, lèche mon cul, lèche-moi le cul, va te faire cuire un oeuf,
      allez vous faire voir, allez vous faire mettre, allez vous faire enculer, casse-toi,
      casse-toi pauvre con, va au diable, va en enfer, je t'encule, je vous encule, je m'en branle,
      on s'en branle, je m'en bats les couilles, plein le cul, ras le cul, mal baisée, mal baisé,
      nique tout, nique vos mères, nique vos races, nique ta soeur, niquez vos mères, sa mère la pute,
      ta mère la chienne, fils de pédé, fils de bâtard, fils de porc, fils de truie, enculé de ta race,
      enculé de ta mère, putain de merde, bordel de merde, suceur de bites, je te pisse dessus,
      je te chie dessus, ferme bien ta gueule, ferme ta bouche, fermez vos bouches, ferme ton clapet,
      sac à foutre
    `),
  ],
  slur: [
    ...words(`
      négro négros negro negros nègre nègres négresse négresses bamboula bamboulas bougnoule bougnoules
      bougnoul bougnouls bicot bicots bicotte crouille crouilles crouillat crouillats youpin youpins
      youpine youpines youtre youtres chinetoque chinetoques chintok chintoks niakoué niakoués niaquoué
      niaquoués espingouin espingouins polack polacks pédé pédés pédoque pédoques pd tarlouze tarlouzes
      tarlouse tarlouses tafiole tafioles tantouze tantouzes tantouse tantouses fiotte fiottes lopette
      lopettes gouine gouines goudou goudous gougnotte gougnottes brouteuse brouteuses travelo travelos
      transpédé shemale shemales triso trisos chinetok chinetoks enjuivé enjuivés enjuivée gnoule gnoules
      gouinasse gouinasses métèque métèques moricaud moricauds moricaude moricaudes négrillon négrillons
      négrillonne négrillonnes négroïde négroïdes ratonnade ratonnades romanichel romanichels romanichelle
      romanichelles youpinerie tapiole tapioles pédérastie pédéraste pédérastes islamo-racaille
      broute-minou broute-minous broute-gazon cotorep mongolito mongolitos tarlouzerie tarlope tarlopes
      enturbanné enturbannés
    `),
    ...phrases(`
      melon d'arabe, feuj de merde, sale juif, sales juifs, sale juive, sales juives, sale arabe,
      sales arabes, sale race, sales races, sale musulman, sales musulmans, sale chinois, sales chinois,
      sale gitan, sales gitans, sale rom, sales roms, sale étranger, sales étrangers, sale immigré,
      sales immigrés, sale français, sale boche, sales boches, bridé de merde, face de citron,
      macaque de merde, sale singe, sales singes, sale macaque, rital de merde, romano de merde,
      manouche de merde, portos de merde, toubab de merde, bounty de merde, pédale de merde,
      enculeur de mouches, sale pédé, sales pédés, sale gouine, trav de merde, sale homo, sale gay,
      sale handicapé, sales handicapés, sale trisomique, sale grosse, sale pauvre, retourne dans ton pays,
      retournez dans votre pays, retourne au bled, heil hitler, sieg heil, mort aux juifs,
      mort aux arabes, mort aux pédés, mort aux noirs, gazer les juifs, sale trans, sales trans,
      sale nègre, sales nègres, sale feuj, sales feujs, sale turc, sales turcs, sale turque, sale roumain,
      sales roumains, sale roumaine, sale polonais, sales polonais, sale portugais, sale espagnol,
      sale italien, sale allemand, sale russe, sales russes, sale asiatique, sales asiatiques,
      sale indien, sale africain, sales africains, sale africaine, sale maghrébin, sales maghrébins,
      sale algérien, sale marocain, sale tunisien, sale voilée, sales voilées, sale islamiste,
      sale migrant, sales migrants, sale lesbienne, sales lesbiennes, sale travelo, sale autiste,
      sales autistes, espèce d'autiste, espèce de mongol, espèce de trisomique, espèce d'handicapé,
      arabe de merde, arabes de merde, juif de merde, juifs de merde, noir de merde, noirs de merde,
      chinois de merde, musulman de merde, musulmans de merde, étranger de merde, étrangers de merde,
      gitan de merde, gitans de merde, rom de merde, roms de merde, gay de merde, gays de merde,
      lesbienne de merde, trans de merde, handicapé de merde, immigré de merde, immigrés de merde,
      migrant de merde, migrants de merde, turc de merde, portugais de merde, face de bridé, sale bridé,
      sales bridés, noiraud de merde, bouffeur de chatte, bouffeuse de chatte, rentre dans ton pays,
      rentrez dans votre pays, rentre au bled, rentrez au bled, retourne en afrique, retournez en afrique,
      retourne au maghreb, retourne dans la jungle, retourne sur ton arbre, la france aux français,
      dehors les arabes, dehors les étrangers, dehors les noirs, dehors les juifs, les arabes dehors,
      mort aux musulmans, mort aux gays, mort aux homos, mort aux trans, mort aux gouines,
      mort aux étrangers, aux fours les juifs, au four les juifs, hitler avait raison, pouvoir blanc
    `),
  ],
  sexual: [
    ...words(`
      baise-moi baiseur baiseurs baiseuse baiseuses baisable baisables rebaiser bandant bandante suce-moi
      suceuses teub teubs zob zobs zobi zboub zboubs chibre chibres couille couilles burnes vide-couilles
      branlette branlettes branler turlute turlutes fellation fellations cunni cunnilingus sodomie
      sodomies sodomiser sodomisé sodomisée sodomite partouze partouzes partouzeur partouzeurs partouzeuse
      partouse partouses gangbang gangbangs éjaculer éjaculation sperme cyprine bukkake cramouille
      cramouilles foufoune foufounes foune founes nichon nichons chaudasse chaudasses nympho nymphos
      nymphomane nymphomanes bonnasse bonnasses milf milfs porno pornos pornographie porn sexcam sexecam
      godemichet godemichets zoophile zoophiles zoophilie pédophile pédophiles pédophilie pédo pédos
      inceste incestueux violeur violeurs fisting hentai suceuse bandaison branlage nibard nibards bite
      bistouquette bistouquettes biroute biroutes branlé branlés branlée branlées branlent branlez
      chagasse chagasses éjaculations éjacule éjaculent éjaculé éjaculait enculades godemiché godemichés
      gode-ceinture godes-ceintures incestueuse incestueuses kékette kékettes masturber masturbation
      masturbations masturbe masturbes masturbé masturbée masturbant orgie orgies partouzer partouzeuses
      pornstar pornstars porno-star roploplo roploplos sodo sodos sodomisés sodomisées sodomise suceur
      suceurs suce-bite suce-bites suce-queue suce-boules tringler tringlé tringlée troncher tronchée
      zguègue zguègues zigounette chiennasse chiennasses pédocriminel pédocriminels pédocriminelle
      pédopornographie violeuse violeuses bandaisons
    `),
    ...phrases(`
      baiser ta mère, plans cul, plan q, cul nu, gros cul, ton cul, mon cul, dans le cul, film de cul,
      films de cul, site de cul, histoires de cul, bander dur, ma bite, ta bite, sa bite, grosse bite,
      grosses bites, suce ma bite, suceur de bite, pine au cul, branle-moi, branlée espagnole,
      tailler une pipe, gorge profonde, éjac faciale, moule poilue, ta chatte,
      chatte poilue, chatte rasée, chatte humide, grosse poitrine nue, salope en chaleur,
      cochonne en chaleur, webcam coquine, cam coquine, coquines gratuites, rencontre coquine,
      rencontres coquines, escort girl, escort girls, massage érotique, massage naturiste, photos nues,
      photo nue, envoie des nudes, envoie tes nudes, nudes gratuits, pucelle chaude, plan cul,
      sucer ta bite, bite au cul, pipe gratuite, gros nibards, en levrette, suce ma queue, suce ma,
      viens me sucer, viens sucer, je te suce, te faire sucer, me faire sucer, faire une pipe,
      faire des pipes, fais-moi une pipe, je te baise, je vais te baiser, je veux te baiser, te baiser,
      viens baiser, envie de baiser, baise ta mère, baise-moi fort, bouffer la chatte, lécher la chatte,
      lèche ma chatte, chatte serrée, ouvre tes cuisses, écarte les cuisses, écarte tes cuisses,
      écarte les jambes salope, cul serré, petit cul serré, gros nichons, gros lolos, montre tes seins,
      montre-moi tes seins, montre ton cul, montre tes fesses, envoie une photo nue,
      envoie une photo de ta, photo de ma bite, jouis en moi, jouir sur ta, éjac buccale, sexe anal,
      sexe oral, sexe gratuit, sexe en direct, cam sexe, cam gratuite, chat sexe, tchat sexe,
      téléphone rose, vidéo porno, vidéos porno, film porno, films porno, actrice porno,
      massage avec finition, massage finition, femmes chaudes, filles chaudes, femme mûre chaude,
      cougar chaude, je suis trop chaude, tu me fais bander, pute de luxe
    `),
  ],
  threat: [
    ...words(`
      suicide-toi suicidez-vous tue-toi tuez-vous pends-toi pendez-vous
    `),
    ...phrases(`
      je vais te tuer, je vais vous tuer, je te tue, on va te tuer, on va vous tuer, je te tuerai,
      je vous tuerai, je vais te crever, je te crève, je vais te buter, je te bute, on va te buter,
      je vais te saigner, je te saigne, je vais t'égorger, je t'égorge, je vais te démolir,
      je vais te défoncer, je te défonce, on va te défoncer, je vais te casser la gueule,
      je te casse la gueule, je vais te péter la gueule, je vais t'éclater, te casser les dents,
      on va te retrouver, je sais où tu habites, je sais où vous habitez, on sait où tu habites,
      t'es mort, tu es mort, vous êtes morts, t'es morte, tu vas crever, vous allez crever, allez crever,
      allez mourir, va te pendre, va te tuer, jette-toi d'un pont, ouvre-toi les veines,
      je vais brûler ta maison, je vais te violer, je vais vous violer, on va te violer, je vais violer,
      balle dans la tête, je vais te planter, je te plante, tu vas mourir, vous allez mourir, mort à toi,
      gare à ta famille, je vais m'en prendre à ta famille, je vais poser une bombe,
      on va tout faire sauter, je vais te frapper, je vais te cogner, je vais te fumer, je te fume,
      on va te fumer, je vais t'enculer, je vais te brûler, je vais vous brûler, je vais cramer ta,
      on va cramer ta, je vais te fracasser, je te fracasse, on va te fracasser, je vais te massacrer,
      je te massacre, je vais t'étrangler, je t'étrangle, je vais te poignarder, je te poignarde,
      je vais te tirer dessus, je vais t'abattre, on va t'abattre, je vais te péter les dents,
      je vais te péter les genoux, te casser les jambes, te briser les jambes, te briser les os,
      te casser la gueule, te péter la gueule, te défoncer la gueule, je sais où tu vis,
      je sais où vous vivez, on sait où tu vis, je sais où tu travailles, je connais ton adresse,
      on connaît ton adresse, on sait où vous habitez, je vais venir chez toi te, on va venir chez toi,
      ta famille va payer, tu vas payer de ta vie, j'espère que tu vas mourir, j'espère que tu vas crever,
      j'espère que tu crèveras, j'espère que vous allez crever, j'espère que tu auras un cancer,
      crève charogne, crève connard, crève salope, qu'ils crèvent tous, crevez tous, tu mérites de mourir,
      tu mérites de crever, tu mérites la mort, vous méritez de mourir, vous méritez de crever,
      tu mérites d'être violée, tu mérites de te faire violer, fais-toi violer, va te faire violer,
      acide au visage, va te jeter sous un train, jette-toi sous un train, saute par la fenêtre,
      saute d'un pont, taille-toi les veines, tranche-toi les veines, ouvrez-vous les veines,
      bois de la javel, va boire de la javel, tire-toi une balle, mets-toi une balle,
      je vais tuer ta famille, je vais tuer tes enfants, on va tuer ta famille, faire sauter le magasin,
      brûler votre magasin, brûler le magasin, égorger ta famille
    `),
  ],
  scam: [
    ...words(`
      cialis kamagra
    `),
    ...phrases(`
      gagner de l'argent facilement, gagnez de l'argent facilement, argent facile,
      devenir riche rapidement, devenez riche, revenu passif garanti, revenus garantis, gains garantis,
      doublez votre argent, doubler ton argent, investissement sans risque, investissez dans le bitcoin,
      trading automatique, robot de trading, signaux forex, signaux crypto, prêt entre particuliers,
      prêt sans justificatif, crédit sans justificatif, prêt rapide entre particulier,
      offre de prêt sérieux, offre de prêt entre particuliers, grand voyant médium, retour de l'être aimé,
      retour affectif rapide, retour d'affection, envoûtement amoureux, portefeuille magique,
      multiplication d'argent, valise magique, carte bancaire clonée, cartes bancaires clonées,
      carte clonée, cartes clonées, faux billets, faux papiers, faux permis, permis sans examen,
      faux passeport, faux diplôme, diplôme sans examen, comptes piratés, pirater un compte,
      pirater facebook, pirater whatsapp, code pcs, recharge pcs, coupon pcs, coupons pcs,
      ticket transcash, code transcash, mandat cash urgent, western union urgent,
      frais de dossier à avancer, contactez-moi sur whatsapp, contacte-moi sur whatsapp,
      écrivez-moi sur whatsapp, écris-moi sur telegram, contactez-moi sur telegram,
      ajoute-moi sur telegram, ajoutez-moi sur telegram, rejoins mon telegram,
      rejoins mon groupe telegram, viens en dm pour gagner, code promo en mp, iphone gratuit,
      iphone offert, cadeau gratuit cliquez, vous avez été sélectionné, vous avez gagné un,
      confirmez vos coordonnées bancaires, confirmez votre carte bancaire, donnez votre numéro de carte,
      envoyez votre rib, votre colis est bloqué cliquez, votre compte sera suspendu,
      vérifiez votre compte ici, abonnés gratuits, followers gratuits, acheter des abonnés,
      acheter des followers, acheter des avis, vente d'avis, vends faux, viagra sans ordonnance,
      maigrir sans effort garanti, casino en ligne gratuit, paris sportifs gagnants,
      pronostics gagnants garantis, pronos vip, montante garantie, grand marabout, marabout africain
    `),
  ],
  mild: words(`
    merdique merdiques chiant chiante chiants chiantes saloperie saloperies connerie conneries emmerdant
    emmerdante emmerdement emmerdements merdouille merdouilles démerde-toi démerdez-vous démerder démerdez
    déconner déconne déconnes déconnez déconné plouc ploucs pignouf pignoufs péquenaud péquenauds
    lèche-bottes glandeur glandeurs glandeuse glandeuses glander tocard tocards tocarde tocardes orgie
    orgies ferme-la clodo clodos pouilleux pouilleuse pouilleuses chiottes cassos milf milfs couillonner
    couillonné couillonnée couillonnade couillonnades catin catins
  `).concat('va au diable', 'tête à claques', 'va te faire cuire un oeuf', 'vieux schnock', 'casse-toi'),
  severe: words(`
    pédophile pédophiles pédophilie pédo pédos violeur violeurs violeuse violeuses pédocriminel
    pédocriminels pédocriminelle pédopornographie
  `),
  onlyIn: words(`
    con cons bite négro négros negro negros mongol mongole gogol gogols gogole pd pédo pédos débile
    débiles crétine crétines nique niques nik foune founes burnes polack polacks zob zobs schlag schlags
    catin orgie orgies sodo sodos triso fiotte fiottes conne connes chier chiant chiante chiants tarba ntm
    ftg fdp pute putes tocard bicot bicots tringler biroute milf milfs métèque ferme-la incestueux
  `),
  exactAccents: [],
  exactCase: words('pd gogol'),
  exceptions: phrases(`
    pique-nique, pique-niques, pique-niquer, pique-niquez, pique-niquent, pique-niquait, pique-niquera,
    pique-niqué, cul-de-sac, culs-de-sac, cul-de-poule, cul de poule, cul-de-jatte, Moby Dick, pollack,
    chili con carne, con carne, comic con, comic-con, con brio, con fuoco, con moto, con amore,
    con te partirò, nègre littéraire, nègres littéraires, tête de nègre, têtes de nègre, art nègre,
    lime bâtarde, limes bâtardes, pain bâtard, pains bâtards, chien bâtard, chiens bâtards, bite d'amarrage,
    bites d'amarrage, raclure de bois, raclures de bois, empire mongol, barbecue mongol, Nicolas Gogol, Gogol Bordello
  `),
};
