import { phrases, words } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * French, written by hand for a shop's pages: inflected forms written out, whole words only. Left out on
 * purpose, because people say them in a shop: « sale », « con » alone (a word of Spanish and Italian too),
 * « bite » and « douche » (harmless in English, in a bathroom), « retard » (of a parcel), « chatte » alone,
 * « queue », « poule », « cochon », « dinde », « bordel », « tapette » (à mouches), « boudin », « nul »,
 * « arnaque » and « faux avis » (a shopper may fear one), « bouffon », « garce », « tarte », « cruche »,
 * « gland », « levrette » (a dog), « marabout » (feathers), « gros seins » (a bra's size), « va crever » (a
 * tyre), « va mourir » (a plant) and « sale blanc » (linen).
 */
export const FRENCH: Vocabulary = {
  insult: [
    ...words(`
      connard connards connarde connardes conard conards conarde connasse connasses conasse conasses
      connerie conneries conne connes grosconnard ducon duconnard duconneau salaud salauds salaude
      salope salopes salopard salopards saloperie saloperies salopiaud salopiauds enculé enculés
      enculée enculées enculer enculeur enculeurs enculade encule enfoiré enfoirés enfoirée
      enfoirées enflure enflures fdp pute putes putain putains puterie putasse putasses pétasse
      pétasses poufiasse poufiasses pouffiasse pouffiasses grognasse grognasses radasse radasses
      bâtard bâtards bâtarde bâtardes merdeux merdeuse merdeuses merde merdes merdique merdiques
      merdier emmerde emmerder emmerdes emmerdeur emmerdeurs emmerdeuse emmerdeuses emmerdant
      emmerdante emmerdement démerde-toi démerdez-vous merdasse chieur chieurs chieuse chieuses
      chiant chiante chiants chiantes chier chiasse chiottes abruti abrutis abrutie abruties crétin
      crétins crétine crétines débile débiles sous-merde sous-merdes trouduc trouducs lèche-cul
      lèche-culs faux-cul faux-culs couillon couillons couillonne couillonnade branleur branleurs
      branleuse branleuses glandu glandus ferme-la vtff foutre enfoutre jean-foutre nique niquer
      niqué niquée niqués niquez niques bouffonne bouffonnes raclure raclures crevard crevards
      crevarde crevardes crevure crevures mongol mongole mongolien mongoliens mongolienne
      mongoliennes gogol gogols gogole boloss bolosse pignouf pignoufs tocard tocards tocarde
      tocardes mange-merde bouffe-merde casse-couilles casse-couille brise-couilles péquenaud
      péquenauds plouc ploucs ftg ntm cassos
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
      tête de gland
    `),
  ],
  slur: [
    ...words(`
      négro négros negro negros nègre nègres négresse négresses bamboula bamboulas bougnoule
      bougnoules bougnoul bougnouls bicot bicots bicotte crouille crouilles crouillat crouillats
      youpin youpins youpine youpines youtre youtres chinetoque chinetoques chintok chintoks niakoué
      niakoués niaquoué niaquoués espingouin espingouins polack polacks pédé pédés pédoque pédoques
      pd tarlouze tarlouzes tarlouse tarlouses tafiole tafioles tantouze tantouzes tantouse
      tantouses fiotte fiottes lopette lopettes gouine gouines goudou goudous gougnotte gougnottes
      brouteuse brouteuses travelo travelos transpédé shemale shemales triso trisos
    `),
    ...phrases(`
      raton laveur des sables, melon d'arabe, feuj de merde, sale juif, sales juifs, sale juive,
      sales juives, sale arabe, sales arabes, sale race, sales races, sale musulman, sales musulmans,
      sale chinois, sales chinois, sale gitan, sales gitans, sale rom, sales roms, sale étranger,
      sales étrangers, sale immigré, sales immigrés, sale français, sale boche, sales boches,
      bridé de merde, face de citron, macaque de merde, sale singe, sales singes, sale macaque,
      rital de merde, romano de merde, manouche de merde, portos de merde, toubab de merde,
      bounty de merde, pédale de merde, enculeur de mouches, sale pédé, sales pédés, sale gouine,
      trav de merde, sale homo, sale gay, sale handicapé, sales handicapés, sale trisomique, sale grosse,
      sale pauvre, retourne dans ton pays, retournez dans votre pays, retourne au bled, heil hitler,
      sieg heil, mort aux juifs, mort aux arabes, mort aux pédés, mort aux noirs, gazer les juifs,
      sale gros, sale trans, sales trans
    `),
  ],
  sexual: [
    ...words(`
      baise-moi baiseur baiseurs baiseuse baiseuses baisable baisables rebaiser bandant bandante
      suce-moi suceuses teub teubs zob zobs zobi zboub zboubs chibre chibres couille couilles burnes
      vide-couilles branlette branlettes branler turlute turlutes fellation fellations cunni
      cunnilingus sodomie sodomies sodomiser sodomisé sodomisée sodomite partouze partouzes
      partouzeur partouzeurs partouzeuse partouse partouses gangbang gangbangs éjaculer éjaculation
      sperme foutre cyprine bukkake cramouille cramouilles foufoune foufounes foune founes nichon
      nichons chaudasse chaudasses nympho nymphos nymphomane nymphomanes bonnasse bonnasses milf
      milfs porno pornos pornographie pornographique porn sexcam sexecam godemichet godemichets
      zoophile zoophiles zoophilie pédophile pédophiles pédophilie pédo pédos inceste incestueux
      violeur violeurs fisting hentai suceuse bandaison branlage nibard nibards
    `),
    ...phrases(`
      baiser ta mère, plans cul, plan q, cul nu, gros cul, ton cul, mon cul, dans le cul, film de cul,
      films de cul, site de cul, histoires de cul, bander dur, ma bite, ta bite, sa bite, grosse bite,
      grosses bites, suce ma bite, suceur de bite, pine au cul, branle-moi, branlée espagnole,
      tailler une pipe, gorge profonde, éjac faciale, moule poilue, ma chatte, ta chatte, sa chatte,
      chatte poilue, chatte rasée, chatte humide, grosse poitrine nue, salope en chaleur,
      cochonne en chaleur, webcam coquine, cam coquine, coquines gratuites, rencontre coquine,
      rencontres coquines, escort girl, escort girls, massage érotique, massage naturiste, photos nues,
      photo nue, envoie des nudes, envoie tes nudes, nudes gratuits, pucelle chaude, plan cul,
      sucer ta bite, bite au cul, pipe gratuite, gros nibards, en levrette, suce ma queue
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
      on va tout faire sauter
    `),
  ],
  scam: [
    ...words(`
      cialis kamagra
    `),
    ...phrases(`
      gagner de l'argent facilement, gagnez de l'argent facilement, argent facile,
      devenir riche rapidement, devenez riche, revenu passif garanti, revenus garantis, gains garantis,
      rendement garanti, doublez votre argent, doubler ton argent, investissement sans risque,
      investissez dans le bitcoin, trading automatique, robot de trading, signaux forex, signaux crypto,
      prêt entre particuliers, prêt sans justificatif, crédit sans justificatif,
      prêt rapide entre particulier, offre de prêt sérieux, offre de prêt entre particuliers,
      grand voyant médium, retour de l'être aimé, retour affectif rapide, retour d'affection,
      envoûtement amoureux, portefeuille magique, multiplication d'argent, valise magique,
      carte bancaire clonée, cartes bancaires clonées, carte clonée, cartes clonées, faux billets,
      faux papiers, faux permis, permis sans examen, faux passeport, faux diplôme, diplôme sans examen,
      comptes piratés, pirater un compte, pirater facebook, pirater whatsapp, code pcs, recharge pcs,
      coupon pcs, coupons pcs, ticket transcash, code transcash, mandat cash urgent,
      western union urgent, frais de dossier à avancer, contactez-moi sur whatsapp,
      contacte-moi sur whatsapp, écrivez-moi sur whatsapp, écris-moi sur telegram,
      contactez-moi sur telegram, ajoute-moi sur telegram, ajoutez-moi sur telegram,
      rejoins mon telegram, rejoins mon groupe telegram, viens en dm pour gagner, code promo en mp,
      iphone gratuit, iphone offert, cadeau gratuit cliquez, vous avez été sélectionné,
      vous avez gagné un, confirmez vos coordonnées bancaires, confirmez votre carte bancaire,
      donnez votre numéro de carte, envoyez votre rib, votre colis est bloqué cliquez,
      votre compte sera suspendu, vérifiez votre compte ici, abonnés gratuits, followers gratuits,
      acheter des abonnés, acheter des followers, acheter des avis, vente d'avis, vends faux,
      viagra sans ordonnance, maigrir sans effort garanti, casino en ligne gratuit,
      paris sportifs gagnants, pronostics gagnants garantis, pronos vip, montante garantie,
      grand marabout, marabout africain
    `),
  ],
};

/** Ordinary phrases in which one of these words stands by itself. */
export const FRENCH_EXCEPTIONS = phrases(`
  pique-nique, pique-niques, pique-niquer, pique-niquez, cul-de-sac, culs-de-sac, cul-de-poule, cul de poule, cul-de-jatte,
  Moby Dick
`);
