/** What people write every day and no word list holds: clipped forms, shop talk, chat. */
export const EVERYDAY = `
  youre dont cant wont isnt arent wasnt werent doesnt didnt hasnt havent hadnt couldnt wouldnt shouldnt thats
  theres whats lets hes shes theyre weve youve theyve ive youll theyll itll im ill id heres whos wheres aint
  gonna wanna gotta kinda dunno lemme gimme okay ok hey wow omg lol btw asap faq thx pls plz info infos promo
  promos email emails mail mails app apps wifi usb bluetooth smartphone smartphones smartwatch smartwatches
  iphone ipad android google paypal facebook instagram whatsapp youtube tiktok linkedin xbox playstation
  cest jai jsuis jsais jpeux jvais jveux jvois jcrois quil quelle quon cetait setait cets aujourdhui dac daccord
  svp stp mdr ptdr bjr bsr slt cmt pk pq qqn qqch tjs tjrs bcp pcq parceque auj ajd dsl rdv tel num chui chuis
  ouais ouai nan ouf bof meuf meufs mec mecs kdo kdos resto restos ciné appli applis sav cb rib ttc ht kg cm
  org orgs guinness ketchup ciao cookies cookie checkout login signup
`
  .trim()
  .split(/\s+/);
