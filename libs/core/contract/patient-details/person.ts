/** Whether a person who may be a patient is spoken of. Staff by their titles are not. */

/** First names of England's registers, past and present, and of its larger communities: a help to find names without a title. */
const firstNames = new Set(
  `aaron abdul abigail adam ada adrian agnes ahmed aisha alan albert alexander alfred ali alice amelia amina amir amy andrew angela
  anita anjali ann anna anne annie anthony arjun arthur asha audrey barbara barry beatrice ben benjamin bernard bertha beryl beth betty
  brenda brian bridget carol caroline catherine charles charlotte chloe chris christine christopher claire clare clive colin constance
  cynthia daisy daniel daphne david deborah denis dennis derek diana donald doreen doris dorothy douglas duncan edith edna edward eileen
  elaine eleanor elizabeth ella ellen elsie emily emma eric ernest ethel eunice eva evelyn fatima florence frances francis frank fred
  frederick freda gareth gary geoffrey george gerald gladys glenda gordon grace graham gurpreet gwen hannah harold harriet harry hassan
  heather helen henry herbert hilda hugh ian ibrahim ida imran irene iris isabel ivy jack jacob james jane janet jasmine jasvinder
  jean jennifer jessica jill joan joanna john jonathan joseph joyce judith julie june karen kathleen keith kenneth kevin khadija krishna
  kwame lakshmi laura lauren leonard leslie lilian lily linda lisa louise lucy mabel malcolm margaret maria marion marjorie mark martin
  mary matthew maud maureen mavis meera michael michelle mildred miriam mohammad mohammed molly monica muhammad muriel nadia nancy
  naomi natalie neil nicholas nicola nigel noah norma norman olive oliver olivia omar oscar pamela patricia patrick paul pauline peggy
  penelope peter philip phyllis piotr priya rachel raj rajesh ralph ravi raymond rebecca reginald richard rita robert robin roger
  ronald rose rosemary roy ruby rupert ruth ryan sally samuel sandra sanjay sara sarah sharon sheila shirley simon sophie stanley
  stella stephen steven stuart susan suresh sybil sylvia teresa thelma thomas timothy tomasz tony tracey valerie vera vernon victor
  vijay vincent violet walter wendy wilfred william winifred yasmin yusuf yvonne zainab zoe`.split(/\s+/),
);

/** What follows a first name in the name of a place: Victor Street, Margaret House. */
const places =
  'Street|Road|Lane|Avenue|Court|House|Surgery|Practice|Centre|Center|Ward|Close|Clinic|Trust|University|College|Square|Place|Way|Park|Infirmary|Foundation|Health|Care|Day|Medical|Building|Hospital|Hospice|Hall|School|Church|Green|Hill|Gardens|Terrace|Crescent|Library|Unit|Suite|Room|Wing';

const titled = /\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\.?\s+(?:\p{Lu}\.?\s+){0,2}\p{Lu}[\p{L}'\u2019-]+/gu;
const twoNames = new RegExp(
  String.raw`\b(\p{Lu}[\p{L}'\u2019-]+)(?:\s+\p{Lu}\.?)?\s+(?!(?:${places})\b)\p{Lu}[\p{L}'\u2019-]+`,
  'gu',
);
const staff = /\b(?:Dr|Doctor|Prof|Professor|Nurse|Sister|Matron|Cllr|Councillor|Sir|Dame|Lord|Lady|St)\.?\s+$/;
const spokenOf =
  /\b(?:the|a|an|our|this|my|one|elderly|old)\s+(?:patient|resident|client|service user|carer|lady|gentleman|woman|man|boy|girl|child|baby)\b|\b(?:patient|pt|name|resident)\s*:|\b(?:he|she)\b|\b(?:his|her|their)\s+(?:mother|father|wife|husband|son|daughter|home|address)\b/i;

export interface Named {
  readonly start: number;
  readonly end: number;
}

/** Where people are named by a title or by a first name and another. */
export function namesIn(text: string): Named[] {
  const found = [
    ...[...text.matchAll(titled)].map(spanOf),
    ...[...text.matchAll(twoNames)].filter(([, first = '']) => firstNames.has(first.toLowerCase())).map(spanOf),
  ];
  return found.filter(({ start }) => !staff.test(text.slice(Math.max(0, start - 14), start)));
}

/** Whether somebody is named or spoken of. */
export function speaksOfAPerson(text: string): boolean {
  return spokenOf.test(text) || namesIn(text).length > 0;
}

function spanOf(match: RegExpExecArray): Named {
  return { start: match.index, end: match.index + match[0].length };
}
