import { moment } from '@/words/format';

/** The instant at which clocks in the zone show this text (yyyy-MM-dd HH:mm). */
export function instantOf(wallClock: string, zone: string): string {
  const asUtc = Date.parse(`${wallClock.replace(' ', 'T')}:00Z`);
  let guess = asUtc;
  // twice, because the first guess can lie on the other side of a change of the zone's offset
  for (let round = 0; round < 2; round += 1) {
    const shown = Date.parse(`${moment(new Date(guess), zone).replace(' ', 'T')}:00Z`);
    guess += asUtc - shown;
  }
  return new Date(guess).toISOString();
}
