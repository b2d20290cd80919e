/** Every limit of the system, in one place: the code enforces them, the tests import them. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export const LIMITS = {
  message: { codePoints: 4000, links: 10 },
  name: { graphemes: 40, codePoints: 200 },
  reason: { codePoints: 500 },
  note: { codePoints: 2000 },
  entry: { codePoints: 200, category: 60 },
  page: { urlLength: 2048, titleLength: 300, languageLength: 35 },
  body: { bytes: 64 * 1024 },
  /** Room for a message of the longest length in four-byte characters, with its page. */
  frame: { bytes: 32 * 1024, fragments: 64, bufferedChunks: 1024, together: 4 },
  /** Messages a minute, with a burst on top. */
  pace: { visitor: 20, member: 60, address: 120, burst: 5, gestures: 30 },
  /**
   * Frames of any kind a connection may send in ten seconds, and as many may wait for those before them; of all
   * connections, those begun in one turn of the loop.
   */
  frames: { perTenSeconds: 100, perTurn: 16 },
  /** Requests a minute from one address, reads and writes together. */
  requests: { perMinute: 600, upgradesPerMinute: 120, signInPerMinute: 10, signInMailsPerHour: 5 },
  connections: { person: 10, address: 50, subscriptions: 20 },
  /** What may wait for one connection beyond what the kernel takes; over it, it is closed and resumes. */
  outgoing: { bytes: 1024 * 1024, frames: 500 },
  /**
   * A conversation with more listeners is told in slices of so many connections, quick things between them:
   * one slice in each turn of the loop, or more, as long as they take this share of what the rest of it took.
   * Who writes in it waits when that many of its events are still being handed out.
   */
  bulk: { listeners: 256, slice: 64, share: 0.5, mostMs: 10, ahead: 16 },
  /** Sends of one connection that may be under way together. */
  sends: { together: 32 },
  hello: { withinMs: 10 * SECOND },
  ping: { everyMs: 25 * SECOND, timeoutMs: 45 * SECOND },
  /** Told the peer why, a connection has so long to end before it is cut. */
  closing: { withinMs: 3 * SECOND },
  history: { page: 100, backfill: 500, backfillCharacters: 256 * 1024, conversations: 30, waiting: 100 },
  backOffice: { page: 50 },
  /**
   * Waiting questions: how long one stays taken, how many one person takes, how long somebody may be away before
   * theirs is free again, and how late a question is still told after the server was down.
   */
  questions: {
    page: 30,
    takenMs: 5 * MINUTE,
    takenTogether: 3,
    awayMs: MINUTE,
    sweepMs: 5 * SECOND,
    tellLateMs: DAY,
    tellEveryMs: 2 * SECOND,
    tellTogether: 20,
  },
  /** Languages and topics one says one knows. */
  profile: { languages: 20, topics: 50, topicLength: 200 },
  /** How long after it was written its author may change or delete a message. */
  editing: { withinMs: 10 * MINUTE },
  /** How long questions wait is told from so many answers on, of so many days, and read again every so often. */
  answerTime: { samples: 5, days: 7, everyMs: 5 * MINUTE, pages: 2000 },
  typing: { everyMs: 3 * SECOND, toldEveryMs: SECOND / 2 },
  presence: { everyMs: 15 * SECOND },
  /**
   * The row of a conversation in the lists, and the counters of the back office, are told no more often. A row
   * goes along with what is written anyway, or by itself.
   */
  rows: { everyMs: SECOND, aloneMs: 2 * SECOND },
  counters: { everyMs: SECOND / 4 },
  /** Answers to subscriptions that are the same for many, and tokens found good. */
  remembered: { characters: 16 * 1024 * 1024, forMs: 10 * SECOND, tokens: 200 },
  /** Reports an hour from one person and one network; of one person's messages by one other, a day. */
  reports: { person: 20, network: 60, ofOneAuthor: 5, shown: 50 },
  /** From when on a visitor's report counts as one of somebody known here. */
  standing: { published: 2, forMs: DAY },
  /** Of one moderator, an hour. Nobody told in person within `urgentMs` of an urgent alert is told elsewhere. */
  moderator: { blocks: 10, blockMs: 60 * MINUTE, alerts: 30, urgentMs: 5 * MINUTE, notesShown: 50 },
  token: { visitorMs: 30 * DAY, renewAfterMs: 7 * DAY },
  notices: {
    /** An answer may be read before anybody is told of it elsewhere. */
    answerAfterMs: 3 * MINUTE,
    /** Somebody connected has seen it, or takes it, within this. */
    connectedMs: 30 * SECOND,
    /** What many questions bring is told together: the least time between two. */
    betweenPushesMs: MINUTE,
    betweenMailsMs: 10 * MINUTE,
    /** How often somebody who does not come back is told of answers, and how far apart. */
    unread: 4,
    betweenAnswersMs: 30 * MINUTE,
    /** An alert nobody is told of because somebody is there is looked at again. */
    presentMs: MINUTE,
    /** Waits between tries; after the last it is given up. */
    retryMs: [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * 60 * MINUTE, 6 * 60 * MINUTE],
    /** After the mail server could not be reached. */
    mailRestMs: MINUTE,
    /** People told side by side, and notices of one person at once. */
    together: 8,
    people: 200,
    perPerson: 200,
    devices: 10,
    /** What was told is known so long. */
    keptMs: 7 * DAY,
    /** A confirmed address is forgotten so long after the last message. */
    followMs: 14 * DAY,
    /** Addresses to confirm: by one person, from one network, to one mailbox, an hour. */
    confirmations: { person: 5, network: 20, mailbox: 3 },
    confirmMs: 2 * DAY,
    deviceLinkMs: 30 * MINUTE,
  },
  /** What a shop signs about its customers: seconds, as its tokens have them. */
  identity: {
    bytes: 4096,
    customerId: 128,
    validS: 24 * 60 * 60,
    leewayS: 60,
    secrets: 5,
    overlapDays: 30,
    usedEveryMs: 60 * MINUTE,
  },
  /** An offer to become a member, the code that proves an address, and when a regular is proposed again. */
  promotion: { validMs: 30 * DAY, codeMs: 15 * MINUTE, codeTries: 5, againMs: 90 * DAY, keptMs: 180 * DAY },
  /** Who is proposed, by what they did lately: their newest messages are looked at, no more than so many. */
  regulars: { withinMs: 90 * DAY, seenMs: 30 * DAY, candidates: 100, messages: 300 },
  invitation: {
    validMs: 14 * DAY,
    /** People of one list, its bytes, and so many of them in one transaction. */
    people: 50_000,
    listBytes: 8 * 1024 * 1024,
    part: 200,
    said: 300,
    topics: 10,
    topicLength: 60,
    message: 2000,
    /** Unless the operator says otherwise: what most mail providers let pass without a question. */
    mailsPerMinute: 240,
    /** Mails under way at once: no more than these can come twice after a crash. */
    together: 4,
    /** How long a list that was read waits to be confirmed. */
    keptMs: 60 * MINUTE,
    /** A mail that the server puts off is tried so often, longer and longer apart. */
    attempts: 6,
    againAfterMs: 5 * MINUTE,
    /** When no mail leaves at all, the next try waits from the first to the second. */
    pauseMs: MINUTE,
    longestPauseMs: 15 * MINUTE,
    /** The address of somebody who never came is forgotten so long after their invitation ended. */
    forgottenMs: 90 * DAY,
  },
  signInLink: { validMs: 15 * MINUTE },
  picture: {
    bytes: 8 * 1024 * 1024,
    pixels: 40_000_000,
    withinSeconds: 10,
    large: 256,
    small: 64,
    /** Uploads of one address, in ten minutes. */
    perTenMinutes: 20,
  },
  /** Codes one account may try in ten minutes, wherever they are asked. */
  secondStep: { validMs: 10 * MINUTE, attempts: 5, codesPerTenMinutes: 10 },
  passkey: { challengeMs: 5 * MINUTE, perAccount: 20, nameLength: 60, challengesPerMinute: 30 },
  /** A session is prolonged by its use, up to so long; used again within an hour, nothing is written. */
  session: { idleMs: 30 * DAY, mostMs: 180 * DAY, seenEveryMs: 60 * MINUTE },
  /** Waits between tries of one thing that a job cannot do; after the last it is given up. */
  jobs: { retryMs: [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * 60 * MINUTE, 6 * 60 * MINUTE] },
  retention: { deletedMs: 30 * DAY, addressFullMs: 30 * DAY, addressMs: 180 * DAY },
  /** Points that count, per person unless said otherwise; what is over them is written down with 0. */
  recognition: {
    dayMs: DAY,
    monthMs: 30 * DAY,
    pointsADay: 30,
    givenADay: 20,
    /** From one person to another in a month. */
    pairAMonth: 15,
    /** What a manager gives or takes at once. */
    byManager: 1000,
    /** People of the month whom the chat shows, and whom the back office lists. */
    shown: 20,
    listed: 1000,
    badges: 30,
    needed: 100_000,
  },
  /** A stop finishes what is under way within the first, and is over by the second whatever hangs. */
  drain: { withinMs: 8 * SECOND, overMs: 9.5 * SECOND },
  ready: { everyMs: SECOND, warmUpMs: SECOND },
  /**
   * A filter that takes longer has failed, and is tried again. Larger libraries than `entriesHere` are
   * prepared and asked in a thread of their own: 10,000 entries take about 90 ms to prepare.
   */
  judge: { prepareMs: 10 * SECOND, timeoutMs: 500, retryAfterMs: SECOND, entriesHere: 5000 },
  library: {
    /** Entries one request adds or changes. */
    entries: 2000,
    entriesBytes: 2 * 1024 * 1024,
    importBytes: 16 * 1024 * 1024,
    importLines: 200_000,
    /** Characters of JSON parsed in one go. */
    wholeJson: 512 * 1024,
    backtestDays: 30,
    /** The most first messages of a newcomer that a site may have wait for a moderator. */
    newcomerHeld: 50,
    samples: 50,
    /** How long a finished import or backtest can still be read. */
    keptMs: 60 * MINUTE,
  },
} as const;
