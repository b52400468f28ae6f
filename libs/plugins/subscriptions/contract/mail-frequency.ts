/** How something is told by mail, and the days that the weekly mail can come on. */
export const mailFrequencies = ['AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER'] as const;

/** AT_ONCE: one mail for each thing. DAILY and WEEKLY: in the mail of the morning, or of the chosen day. NEVER: in the inbox alone. */
export type MailFrequency = (typeof mailFrequencies)[number];

export const mailDays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type MailDay = (typeof mailDays)[number];

/** What holds for whoever has chosen nothing. */
export const mailedAtFirst = { mailed: 'WEEKLY', forYou: null, day: 'MONDAY', mostADay: 10 } as const;

/** The most that one may ask for. */
export const mostMailsADay = 50;

/** Where links in mails lead that stop mail: by GET a page that asks first, by POST it is done. */
export const stopMailPath = '/mail/stop';

/** Where a mail server brings the answers to mails. */
export const inboundMailPath = '/mail/inbound';
