/**
 * Regions whose clocks change, each with minutes east of Greenwich in standard time and in summer, and the names of both and of
 * whichever holds: `standard summer either…`. A name means the same offset wherever it stands twice.
 */
export const regions: ReadonlyArray<readonly [region: string, standard: number, summer: number, names: string]> = [
  ['America/New_York', -300, -240, 'EST EDT ET Eastern'],
  ['America/Chicago', -360, -300, 'CST CDT CT Central'],
  ['America/Denver', -420, -360, 'MST MDT MT Mountain'],
  ['America/Los_Angeles', -480, -420, 'PST PDT PT Pacific'],
  ['America/Anchorage', -540, -480, 'AKST AKDT AKT Alaska'],
  ['America/Halifax', -240, -180, 'AST ADT AT Atlantic'],
  ['America/St_Johns', -210, -150, 'NST NDT NT Newfoundland'],
  ['America/Santiago', -240, -180, 'CLT CLST Chile'],
  ['Europe/London', 0, 60, 'GMT BST UK British'],
  ['Europe/Dublin', 0, 60, 'GMT IST Irish'],
  ['Europe/Lisbon', 0, 60, 'WET WEST Western_European'],
  ['Europe/Berlin', 60, 120, 'CET CEST CE(S)T C(E)ST ME(S)Z Central_European'],
  ['Europe/Berlin', 60, 120, 'MET MEST'],
  ['Europe/Athens', 120, 180, 'EET EEST EE(S)T Eastern_European'],
  ['Asia/Jerusalem', 120, 180, 'IST IDT Israel'],
  ['Australia/Sydney', 600, 660, 'AEST AEDT AET Australian_Eastern'],
  ['Australia/Adelaide', 570, 630, 'ACST ACDT Australian_Central'],
  ['Pacific/Auckland', 720, 780, 'NZST NZDT NZT New_Zealand'],
];

/** Names of zones whose clocks never change, each with minutes east of Greenwich and a place in it. */
export const fixedZones: ReadonlyArray<readonly [region: string, offset: number, names: string]> = [
  ['UTC', 0, 'UTC GMT Z Zulu'],
  ['Africa/Lagos', 60, 'WAT'],
  ['Africa/Maputo', 120, 'CAT'],
  ['Africa/Johannesburg', 120, 'SAST'],
  ['Africa/Nairobi', 180, 'EAT'],
  ['Europe/Moscow', 180, 'MSK'],
  ['Europe/Istanbul', 180, 'TRT'],
  ['Asia/Dubai', 240, 'GST'],
  ['Asia/Tashkent', 300, 'UZT'],
  ['Asia/Karachi', 300, 'PKT'],
  ['Asia/Kathmandu', 345, 'NPT'],
  ['Asia/Dhaka', 360, 'BDT'],
  ['Asia/Yangon', 390, 'MMT'],
  ['Asia/Bangkok', 420, 'ICT'],
  ['Asia/Jakarta', 420, 'WIB'],
  ['Asia/Makassar', 480, 'WITA'],
  ['Asia/Jayapura', 540, 'WIT'],
  ['Asia/Singapore', 480, 'SGT'],
  ['Asia/Hong_Kong', 480, 'HKT'],
  ['Asia/Manila', 480, 'PHT PHST'],
  ['Asia/Kuala_Lumpur', 480, 'MYT'],
  ['Australia/Perth', 480, 'AWST'],
  ['Asia/Tokyo', 540, 'JST Japan'],
  ['Asia/Seoul', 540, 'KST Korea'],
  ['America/Sao_Paulo', -180, 'BRT'],
  ['America/Argentina/Buenos_Aires', -180, 'ART'],
  ['America/Montevideo', -180, 'UYT'],
  ['America/Caracas', -240, 'VET'],
  ['America/Bogota', -300, 'COT'],
  ['America/Lima', -300, 'PET'],
  ['Pacific/Honolulu', -600, 'HST'],
  ['Pacific/Pago_Pago', -660, 'SST'],
  ['Asia/Kolkata', 330, 'Indian India'],
];

/** Short names with several meanings, each with all offsets in minutes east of Greenwich. In a pair ("CST/CDT") they have one meaning. */
export const ambiguousZones: ReadonlyArray<readonly [name: string, offsets: readonly number[]]> = [
  ['IST', [330, 60, 120]],
  ['CST', [-360, 480, -300]],
  ['BST', [60, 360]],
  ['AST', [-240, 180]],
  ['ADT', [-180, 240]],
  ['ACT', [-300, 570, 480]],
  ['AMT', [-240, 240]],
  ['GST', [240, -120]],
  ['BRST', [-120]],
  ['GET', [240]],
  ['AZT', [240]],
  ['IRST', [210]],
];

/** Cities and countries that people name a zone by, beside those in the names of zones; without accents. */
export const cities =
  'San Francisco|Seattle|Boston|Washington|Austin|Dallas|Houston|Atlanta|Miami|Montreal|Ottawa|Munich|Munchen|Hamburg|Frankfurt|Cologne|Koln|Milan|Barcelona|Geneva|Krakow|Beijing|Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|Hyderabad|Tel Aviv|Saint Petersburg|Rio|Germany|France|Spain|Italy|Japan|India|China|Israel|California|Poland|Ukraine|Brazil|Local';

/** The first parts of IANA names, and zones in words of English, as parts of patterns. */
export const areas =
  'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|US|Etc';
export const spokenZones =
  '(?:Central European|Eastern European|Western European|British|UK|Pacific|Eastern|Central|Mountain|Alaska|Atlantic|Newfoundland|Irish|Israel|Indian?|Japan|Korea|Chile|New Zealand|Australian Eastern|Australian Central|Coordinated Universal|Greenwich Mean)(?: (?:Standard|Daylight|Summer))? [Tt]ime';
